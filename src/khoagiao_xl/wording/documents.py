"""Sentences about documents."""

SENTENCES: dict[str, str] = {}
