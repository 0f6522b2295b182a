"""A table of 1104 x 70 written into the master: update.py MASTER TARGET."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.model import schema

ROWS, COLUMNS = 1104, 70
master, target = map(Path, sys.argv[1:])
shutil.copy(master, target)
book = FileBook(target)
name = schema.FIGURES.name
headings = book.headings(name)[: COLUMNS + 2]
lines = [{heading: row * at for at, heading in enumerate(headings)} for row in range(1, ROWS + 1)]
book.write(name, lines)
book.save()
