"""Sentences about numbers."""

SENTENCES: dict[str, str] = {}
