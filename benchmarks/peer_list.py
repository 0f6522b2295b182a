"""Which packages and programs each peer needs, and whether they are here."""

from __future__ import annotations

import importlib.util
import shutil

NEEDS = {
    "bare_calamine": ["python_calamine"],
    "pandas_openpyxl": ["pandas", "openpyxl"],
    "pandas_calamine": ["pandas", "python_calamine"],
    "polars_fastexcel": ["polars", "fastexcel"],
    "openpyxl_readonly": ["openpyxl"],
    "frictionless_files": ["frictionless"],
    "datamaps_import": ["datamaps"],
    "libreoffice_loop": ["uno"],
    "copy_parts": [],
    "xlsxwriter_forms": ["xlsxwriter"],
    "openpyxl_forms": ["openpyxl"],
    "openpyxl_master": ["openpyxl"],
    "open_workbook": ["openpyxl"],
    "month_script": ["pandas", "openpyxl"],
}
PACKAGES = ("python-calamine", "pandas", "openpyxl", "polars", "fastexcel", "frictionless", "datamaps",
            "xlsxwriter", "docxtpl", "xlwings", "lxml")  # fmt: skip


def is_here(peer: str) -> bool:
    """Say whether a peer can be run on this machine."""
    if peer == "libreoffice_loop" and not shutil.which("soffice"):
        return False
    return all(importlib.util.find_spec(name) for name in NEEDS[peer])
