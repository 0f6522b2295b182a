"""The Word report of a period: what it says, the template it is poured into, the file that comes out."""

from khoagiao_xl.documents.report.content import Letterhead, Narrative, ReportContent, WaiverNote
from khoagiao_xl.documents.report.letterheads import letterhead_for
from khoagiao_xl.documents.report.places import find_template
from khoagiao_xl.documents.report.writing import write_report

__all__ = [
    "Letterhead",
    "Narrative",
    "ReportContent",
    "WaiverNote",
    "find_template",
    "letterhead_for",
    "write_report",
]
