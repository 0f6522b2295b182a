"""Sentences about plan."""

SENTENCES: dict[str, str] = {}
