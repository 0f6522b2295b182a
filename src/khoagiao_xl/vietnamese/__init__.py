"""Vietnamese as people really type it: text, numbers, dates and yes or no, read without guessing."""
