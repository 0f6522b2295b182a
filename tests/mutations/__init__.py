"""Damage done to forms on purpose, and the proof that no wrong number comes through it."""
