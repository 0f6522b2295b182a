"""What a machine, a folder and a master are looked at for: a table of checks, and what each one sees."""
