"""The unit's own workbook, marked, to go back to it."""
