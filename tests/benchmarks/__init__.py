"""The table of speed."""
