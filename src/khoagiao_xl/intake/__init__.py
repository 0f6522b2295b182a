"""Forms that come back: opened safely, read by code, put into the office's own words, returned with marks."""
