"""Every test of intake keeps its temporary files in one folder of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path

# openpyxl writes a sheet through an unnamed temporary file, which the watch over writing sees as a write
# to the folder itself; so that folder lies below the one that may be written to.
_FOLDER = tempfile.TemporaryDirectory(prefix="khoagiao-")
tempfile.tempdir = str(Path(_FOLDER.name))
