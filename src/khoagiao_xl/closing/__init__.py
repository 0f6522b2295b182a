"""Closing a period: what is frozen with it, in which order periods are closed, what changed afterwards."""
