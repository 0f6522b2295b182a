"""The Word report of a period: what it says, the template it is poured into, the file that comes out."""

from khoagiao_xl.report.content import Narrative, ReportContent, WaiverNote
from khoagiao_xl.report.letterheads import Letterhead, letterhead_for
from khoagiao_xl.report.template import find_template
from khoagiao_xl.report.write_word import render

__all__ = [
    "Letterhead",
    "Narrative",
    "ReportContent",
    "WaiverNote",
    "find_template",
    "letterhead_for",
    "render",
]
