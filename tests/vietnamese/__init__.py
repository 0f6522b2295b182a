"""Tests of Vietnamese input."""
