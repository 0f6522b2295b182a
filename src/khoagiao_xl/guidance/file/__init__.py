"""The file of a guidance as blocks of text, whatever it was written with."""
