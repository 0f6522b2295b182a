"""Tests of the room that walks figures back to their cells, and on to where they are told."""
