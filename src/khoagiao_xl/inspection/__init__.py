"""Looking over what people typed in the master: cell by cell, row by row, table by table."""
