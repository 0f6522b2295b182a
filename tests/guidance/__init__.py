"""Tests of reading a guidance."""
