"""The sections of a report: the tag of each in templates, what the office calls it (report_sections.csv)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

TABLE: Final = "data/report_sections.csv"


@cache
def section_names() -> Mapping[str, str]:
    """Return tag -> name, in the order of the report."""
    package = files("khoagiao_xl")
    text = (package / TABLE).read_text("utf-8")
    names = {}
    for row in csv.DictReader(text.splitlines()):
        names[row["tag"]] = row["name"]
    return names


@cache
def section_tags() -> Mapping[str, str]:
    """Return name -> tag."""
    return {name: tag for tag, name in section_names().items()}
