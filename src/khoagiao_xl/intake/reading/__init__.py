"""What stands in a form, cell by cell, read in a process that may die."""
