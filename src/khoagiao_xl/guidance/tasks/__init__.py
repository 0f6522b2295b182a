"""The tasks, reviews and periodic reports that the guidance asks for."""
