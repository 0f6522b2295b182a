"""Draw the committed master anew: `python -m khoagiao_xl.building`."""

from pathlib import Path

from khoagiao_xl.building import build_master
from khoagiao_xl.office.profiles import PROFILES, load_profile

WORKBOOKS = Path(__file__).resolve().parents[3] / "workbook"

for name in PROFILES:
    build_master(WORKBOOKS / f"KhoaGiao-{name}.xlsm", load_profile(name))
