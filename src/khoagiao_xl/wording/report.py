"""Sentences about report."""

SENTENCES: dict[str, str] = {}
