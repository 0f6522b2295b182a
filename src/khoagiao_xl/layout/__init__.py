"""The official layout of documents: its rules as data by date and kind of body, written by and checked by."""
