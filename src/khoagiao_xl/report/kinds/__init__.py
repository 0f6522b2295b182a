"""Documents of other kinds than the periodic report: one file each, listed in kinds_table.KINDS."""
