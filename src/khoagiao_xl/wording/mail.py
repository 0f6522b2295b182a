"""Sentences about mail drafts."""

SENTENCES: dict[str, str] = {}
