"""A figure back to its cells, a cell on to the figures it reaches, a report held against the files."""
