"""Draw the committed master anew: `python -m khoagiao_xl.building`."""

from pathlib import Path

from khoagiao_xl.building import build_master
from khoagiao_xl.office.profiles import load_profile

SAMPLE = load_profile()
WORKBOOKS = Path(__file__).resolve().parents[3] / "workbook"

build_master(WORKBOOKS / f"KhoaGiao-{SAMPLE.year}.xlsm", SAMPLE)
