"""Steps of the office's year: each reads and writes the master's tables, and none knows another."""
