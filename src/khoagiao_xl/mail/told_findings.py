"""What is open in the file that a duty tells of, as a unit is told: each place in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.records import Duty, State
from khoagiao_xl.vietnamese.running_text import first_sentence
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.office.rows import Fields
    from khoagiao_xl.office.year import Year

Places = Mapping[tuple[str, str], Sequence[str]]  # (period, unit) -> what is open in its file, in sentences
# Of which findings a unit is told, by what became of its duty.
SEVERITIES_TOLD: Final = {
    State.RETURNED: Severity.ERROR,
    State.QUESTIONED: Severity.QUESTION,
}


def places_of(year: Year, hidden: Collection[str]) -> Places:
    """Return what is open in the file that each duty tells of.

    hidden: the rules of findings that are for the office alone; their files are not named.
    """
    by_duty: dict[tuple[str, str], list[Fields]] = defaultdict(list)
    for row in year.rows(schema.FINDINGS):
        by_duty[row["period"], row["unit"]].append(row)
    found = {}
    for duty in year.duties:
        key = (duty.period, duty.unit)
        found[key] = list(_lines(duty, by_duty[key], hidden))
    return found


def _lines(duty: Duty, findings: Sequence[Fields], hidden: Collection[str]) -> Iterator[str]:
    """Yield the findings in the file of a duty, then the other files of the unit that could not be used."""
    severity = SEVERITIES_TOLD.get(duty.state)
    if severity is None:
        return
    for row in findings:
        is_its_file = row["file"] == duty.file
        if is_its_file and row["severity"] == severity:
            yield _with_place(row)
    yield from _other_files(duty, findings, hidden)


def _other_files(duty: Duty, findings: Sequence[Fields], hidden: Collection[str]) -> Iterator[str]:
    """Yield what of the unit came besides and could not be used, a line a file; a secret is not named."""
    told = {duty.file}
    for row in findings:
        file = row["file"]
        if file in told or row["severity"] != Severity.ERROR or row["rule"] in hidden:
            continue
        told.add(file)
        why = first_sentence(row["message"])
        yield sentence("THU-718", {"file": file, "why": why})


def _with_place(row: Fields) -> str:
    message = str(row["message"])
    if not row["cell"]:
        return message
    return sentence("THU-717", row)
