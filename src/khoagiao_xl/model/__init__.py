"""The office's own notions as frozen values; imports nothing from outside the standard library."""
