"""A copy of the tree in which a promise of docs/how-to-add.md is followed by hand, and tried with the copy's own programs."""

from __future__ import annotations

import compileall
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from khoagiao_xl.books.file_book import FileBook

TOP: Final = Path(__file__).resolve().parents[2]
# What an edit or a program of the copy may write is copied; the rest is linked, for a copy a test.
COPIED: Final = ("docs", "templates", "workbook", "macros", "README.md", "pyproject.toml")
LINKED: Final = ("src", "tests")
IN_TIME: Final = datetime(2024, 1, 10, tzinfo=UTC).timestamp()
LIST_OF_DIRECTIVES: Final = "KG105"
HOW_TO_ADD: Final = "docs/how-to-add.md"
ALL_WELL: Final = "KG605"  # «Không» would have to be explained
UNITS: Final = "Mã,Tên\nA1,Chi bộ Một\nB2,Chi bộ Hai\nC3,Chi bộ Ba\n"


def copy_tree(top: Path) -> None:
    """Copy what the product and its tests are made of; compiled files keep, since sources keep their time."""
    for name in COPIED:
        _copy(TOP / name, top / name)
    for name in LINKED:
        _copy(TOP / name, top / name)
    compileall.compile_dir(top / "src", quiet=2)


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.egg-info"))
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


class TreeCopy:
    """One test's own copy. edited: the files that were changed or added by hand, as the page names them."""

    def __init__(self, original: Path, top: Path) -> None:
        self.top = top
        self.edited: set[str] = set()
        for name in COPIED:
            _copy(original / name, top / name)
        for name in LINKED:
            shutil.copytree(original / name, top / name, copy_function=os.link)
        self.work = top.parent / "office"
        self.work.mkdir()

    # -- the hand -----------------------------------------------------------------------------------------

    def read(self, path: str) -> str:
        """Return the text of a file of the tree."""
        return (self.top / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file of the tree, new or in place of the old one."""
        file = self.top / path
        file.unlink(missing_ok=True)  # a link shares its bytes with the other copies
        file.write_text(text, encoding="utf-8")
        self.edited.add(path)

    def add_row(self, path: str, row: str) -> None:
        """Add a row at the end of a data file."""
        self.write(path, f"{self.read(path).rstrip()}\n{row}\n")

    def put(self, path: str, text: str, *, before: str) -> None:
        """Put `text` before the first place where `before` stands."""
        old = self.read(path)
        assert before in old, f"{path}: {before}"
        self.write(path, old.replace(before, text + before, 1))

    # -- its programs -------------------------------------------------------------------------------------

    def python(self, *words: str) -> str:
        """Run Python in the copy; return what it printed. It must not fail."""
        done = self._run(*words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def khoagiao(self, *words: str) -> dict[str, Any]:
        """Run a verb of the copy in its folder `office`; return its answer, whatever the exit status."""
        done = self._run("-m", "khoagiao_xl", *words, "--json")
        assert done.stdout.startswith("{"), done.stdout + done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def fails(self, *tests: str) -> str:
        """Run some of the copy's own tests; return what they say of failures, nothing where all pass."""
        done = self._run(
            "-m", "pytest", *tests, "-n", "0", "-q",
            f"--rootdir={self.top}", f"--basetemp={self.work / 'tests'}", cwd=self.top,
        )  # fmt: skip
        return "" if done.returncode == 0 else done.stdout

    def _run(self, *words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        own = {"PYTHONPATH": str(self.top / "src"), "PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, *words],
            cwd=cwd or self.work,
            env={**os.environ, **own, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            encoding="utf-8",
        )

    # -- its office ---------------------------------------------------------------------------------------

    def new_master(self, units: str = UNITS) -> Path:
        """Make a master of three units for 2024, as anybody does."""
        (self.work / "units.csv").write_text(units, encoding="utf-8")
        answer = self.khoagiao("new", "So.xlsm", "--year", "2024", "--units", "units.csv")
        assert answer["ok"], answer
        return self.work / "So.xlsm"

    def send(self, unit: str, period: str, **figures: float) -> None:
        """Put the unit's issued form into the inbox, in time, with nothing but zeros and `figures`."""
        from openpyxl import load_workbook

        name = f"{unit}_{period}.xlsx"
        form = load_workbook(self.work / "bieu-mau" / period / name)
        form["Bìa"]["C11"] = "x"  # no secret of the state
        for row in form["Số liệu"].iter_rows(min_row=5):
            code, measure, given = str(row[0].value), str(row[2].value), row[3]
            if code.startswith("KG") and given.data_type != "f":
                given.value = figures.get(code, _usual(code, measure))
        for row in form["Thuyết minh"].iter_rows(min_row=5):
            row[2].value = "Không có." if row[0].value else None
        path = self.work / "hop-thu-den" / period / name
        form.save(path)
        os.utime(path, (IN_TIME, IN_TIME))

    def table(self, name: str) -> list[dict[str, Any]]:
        """Return the rows of a table of the master."""
        rows = FileBook(self.work / "So.xlsm").read(name)
        return [dict(row) for row in rows]


def _usual(code: str, measure: str) -> str | int:
    if code == LIST_OF_DIRECTIVES:
        return "45-NQ/TW"
    if code == ALL_WELL:
        return "Có"
    return "Không" if measure.startswith("có/không") else 0


def promises(page: str) -> dict[str, set[str]]:
    """Return the promises of docs/how-to-add.md: heading -> the files that its numbered list names."""
    found = {}
    for part in page.split("\n## ")[1:]:
        heading, _, body = part.partition("\n")
        items = re.findall(r"^\d+\. (.*(?:\n {3}.*)*)", body, re.MULTILINE)
        names = re.findall(r"`([^`\s]+/[^`\s]*)`", "\n".join(items))
        found[heading] = set(names)
    return found


def promised(path: str, named: set[str]) -> str:
    """Return the promise that names the file: itself, or the deepest folder; the file where none does."""
    if path in named:
        return path
    folders = [name for name in named if name.endswith("/") and path.startswith(name)]
    return max(folders, key=len, default=path)
