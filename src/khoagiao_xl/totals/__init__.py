"""Sums over units and periods, and how many units stand behind each."""
