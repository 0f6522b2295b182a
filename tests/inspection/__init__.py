"""Tests of what is found in what people typed in the master."""
