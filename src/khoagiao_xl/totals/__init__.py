"""Sums over units and periods."""
