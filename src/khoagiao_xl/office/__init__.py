"""What the master says as one value, where it keeps what belongs to it, and the kinds of office."""
