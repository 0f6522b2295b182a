"""Sentences about forms."""

SENTENCES: dict[str, str] = {}
