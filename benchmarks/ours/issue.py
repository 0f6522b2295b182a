"""The forms of a period printed and written: issue.py MASTER PERIOD FOLDER.
Quick forms are not among them.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.changes import write_files
from khoagiao_xl.office.year import read_year
from khoagiao_xl.steps import issue_forms
from khoagiao_xl.vietnamese.office_clock import office_now

master, period, folder = sys.argv[1:]
now = office_now()
out = Path(folder)
changes = issue_forms.work(read_year(Path(master)), Job(now, Period.parse(period), out=out))
forms = tuple(new for new in changes.files if new.path.parent == out)
write_files(replace(changes, files=forms), now)
sys.stdout.write(json.dumps({"forms": len(forms)}))
