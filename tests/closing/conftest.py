"""An office whose January is reported by two of three units."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.closing.closing_office import ClosingOffice


@pytest.fixture
def office(tmp_path: Path) -> ClosingOffice:
    """January is reported and open."""
    return ClosingOffice(tmp_path)
