"""What came: files, archives, letters."""
