"""The contracts that hold the house: floors and independence in pyproject.toml, circles beside this file."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from importlinter.cli import lint_imports

TOP = Path(__file__).resolve().parents[1]
CONTRACTS = ("pyproject.toml", "lint/circles.toml")


def main() -> int:
    """Check every contract and return the exit status."""
    os.chdir(TOP)
    sys.path.insert(0, str(TOP / "src"))
    return lint_imports(config_filenames=CONTRACTS, no_cache=True, no_logo=True)


if __name__ == "__main__":
    sys.exit(main())
