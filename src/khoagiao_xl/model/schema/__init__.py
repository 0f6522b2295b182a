"""Every sheet, table and column of the master, said once.

Whoever draws the master, reads it, writes it, checks what people typed or explains it reads this table.
"""

from __future__ import annotations

from typing import Final

from khoagiao_xl.model.schema.closing_tables import CLOSINGS, LATER_CHANGES
from khoagiao_xl.model.schema.columns import (
    ACCEPTED,
    BEGUN,
    CHANGE,
    CONFIDENCE,
    DASHBOARD,
    DROPPED,
    FIELDS,
    FIRST_LAYOUT,
    HEADER_ROW,
    MONTH_VIEW,
    PERIOD,
    PERSON_VIEW,
    PROPOSED,
    ROW_CODE,
    TAKE_NEW,
    UNIT,
    VIEWS,
    WORK_STATUSES,
    Cell,
    Column,
    Table,
)
from khoagiao_xl.model.schema.detail_table import DETAIL_FIELDS, DETAILS
from khoagiao_xl.model.schema.issue_tables import ISSUES
from khoagiao_xl.model.schema.mail_tables import LETTER_WORDS, LETTERS
from khoagiao_xl.model.schema.office_tables import (
    COMPARED,
    DEADLINES,
    HOLIDAYS,
    INDICATORS,
    JOURNAL,
    RULES,
    SETTINGS,
    UNITS,
)
from khoagiao_xl.model.schema.outgoing_tables import OFFICE_WORDS, OUTGOING
from khoagiao_xl.model.schema.plan_tables import (
    ASSIGNEES,
    CALENDAR,
    DIRECTIVES,
    PROPOSALS,
    REGISTER,
    REVIEW_STEPS,
    REVIEWS,
    ROLES,
    SAMPLE_REVIEW,
    SOURCES,
    STEP_STATUSES,
    TASKS,
)
from khoagiao_xl.model.schema.reporting_tables import (
    ARRIVALS,
    DUTIES,
    FIGURES,
    FINDINGS,
    LINK,
    NARRATIVES,
    TOTALS,
    WAIVED_RULES,
    WAIVERS,
    figures_table,
)
from khoagiao_xl.model.schema.trace_table import TRACE

__all__ = [
    "ACCEPTED",
    "ARRIVALS",
    "ASSIGNEES",
    "BEGUN",
    "CALENDAR",
    "CHANGE",
    "CLOSINGS",
    "COMPARED",
    "CONFIDENCE",
    "DASHBOARD",
    "DEADLINES",
    "DETAILS",
    "DETAIL_FIELDS",
    "DIRECTIVES",
    "DROPPED",
    "DUTIES",
    "FIELDS",
    "FIGURES",
    "FINDINGS",
    "FIRST_LAYOUT",
    "HEADER_ROW",
    "HOLIDAYS",
    "INDICATORS",
    "ISSUES",
    "JOURNAL",
    "LATER_CHANGES",
    "LETTERS",
    "LETTER_WORDS",
    "LINK",
    "MONTH_VIEW",
    "NARRATIVES",
    "OFFICE_WORDS",
    "OUTGOING",
    "PERIOD",
    "PERSON_VIEW",
    "PROPOSALS",
    "PROPOSED",
    "REGISTER",
    "REVIEWS",
    "REVIEW_STEPS",
    "ROLES",
    "ROW_CODE",
    "RULES",
    "SAMPLE_REVIEW",
    "SETTINGS",
    "SHEETS",
    "SOURCES",
    "STEP_STATUSES",
    "TABLES",
    "TAKE_NEW",
    "TASKS",
    "TOTALS",
    "TRACE",
    "UNIT",
    "UNITS",
    "VIEWS",
    "WAIVED_RULES",
    "WAIVERS",
    "WORK_STATUSES",
    "Cell",
    "Column",
    "Table",
    "figures_table",
]

# In the order of the day, as the tabs of the workbook stand.
TABLES: Final = (
    TASKS, DIRECTIVES, REVIEWS, REVIEW_STEPS, CALENDAR, ASSIGNEES, UNITS, DEADLINES, DUTIES, FINDINGS,
    ISSUES, TOTALS, FIGURES, NARRATIVES, DETAILS, OFFICE_WORDS, OUTGOING, LETTERS, TRACE, CLOSINGS,
    LATER_CHANGES, WAIVERS, ARRIVALS, HOLIDAYS, INDICATORS, RULES, LETTER_WORDS, REGISTER, SOURCES, PROPOSALS,
    JOURNAL, SETTINGS,
)  # fmt: skip
SHEETS: Final = (DASHBOARD, *VIEWS, *(table.sheet for table in TABLES))
