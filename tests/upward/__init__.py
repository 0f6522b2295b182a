"""What an office sends to the level above, and what that level makes of it."""
