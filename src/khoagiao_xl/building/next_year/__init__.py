"""A new master that begins with what the master of the year before leaves to it."""
