"""Bringing the program onto an office's machine from a bundle, with the standard library alone."""
