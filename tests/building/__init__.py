"""Tests of the built master."""
