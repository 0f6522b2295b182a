"""From a figure back to the cells it is made of, from a cell on to the figures it reaches, and a report checked."""
