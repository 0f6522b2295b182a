"""What was noted of a file beside its reading, for tests that change it as another program would have left it."""

from __future__ import annotations

import gzip
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def notes_of(path: Path) -> Iterator[dict[str, Any]]:
    """Give the first line of what is kept of a file to be changed; the reading, its second line, stays."""
    noted, reading = gzip.decompress(path.read_bytes()).split(b"\n")
    notes = json.loads(noted)
    yield notes
    changed = json.dumps(notes).encode() + b"\n" + reading
    path.write_bytes(gzip.compress(changed))
