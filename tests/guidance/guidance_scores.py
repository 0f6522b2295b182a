"""How well a document was read, measured against a key made by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from khoagiao_xl.guidance import Guidance
from khoagiao_xl.guidance.guidance_records import PlannedTask
from khoagiao_xl.vietnamese.running_text import squash

# Columns of a task's key after section and words; a key may stop early, and what it leaves out is not measured.
COLUMNS = ("field", "lead", "with", "due", "again", "output")


class Score(NamedTuple):
    """Figures from 0 to 1; `right` has one per column of the key, `wrong` names what is off."""

    precision: float
    recall: float
    right: dict[str, float]
    wrong: list[str]

    def __str__(self) -> str:
        shares = ", ".join(f"{name} {share:.2f}" for name, share in self.right.items())
        return f"tasks precision {self.precision:.2f}, recall {self.recall:.2f}; {shares}"


@dataclass
class Key:
    """The hand-made key of one document, by its headings in brackets."""

    parts: dict[str, list[str]] = field(default_factory=dict)

    def rows(self, part: str) -> list[tuple[str, ...]]:
        return [tuple(cell.strip() for cell in line.split("|")) for line in self.parts[part]]


def read_key(path: Path) -> Key:
    """Return the key of a document; a line that opens with # is a remark."""
    key, part = Key(), ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif line.strip() and not line.startswith("#"):
            key.parts.setdefault(part, []).append(line)
    return key


def found(guidance: Guidance, part: str) -> list[tuple[str, ...]]:
    """Return what the reading holds, in the shape of that part of a key."""
    cited, reviews = guidance.directives, [one.record for one in guidance.reviews]
    duties = [
        f"{duty.kind}{duty.day or '-'}" + (f"/{duty.month}" if duty.month else "") for duty in guidance.duties
    ]
    parts: dict[str, list[tuple[str, ...]]] = {
        "own": [(guidance.own_symbol,)],
        "directives": [(one.record.symbol, str(one.record.issued or ""), one.record.issuer) for one in cited],
        "reviews": [
            (
                r.kind,
                str(r.years),
                r.symbol,
                str(r.anniversary or ""),
                " ".join(r.field.split()[:2]).strip(","),
            )
            for r in reviews
        ],
        "duties": [(" ".join(duties),)],
    }
    return parts[part]


def score(guidance: Guidance, rows: list[tuple[str, ...]]) -> Score:
    """Return how the tasks of `guidance` agree with the rows of a key."""
    left, wrong, width = list(guidance.tasks), [], max(map(len, rows)) - 2
    right = dict.fromkeys(COLUMNS[:width], 0)
    for section, words, *columns in rows:
        task = next((one for one in left if _is_meant(one, section, words)), None)
        if task is None:
            wrong.append(f"thiếu: {section} {words}")
            continue
        left.remove(task)
        for name, wanted in zip(COLUMNS, columns, strict=False):
            is_right = _agrees(name, wanted, _value(task, name))
            right[name] += is_right
            wrong += [] if is_right else [f"{section} {words}: {name} «{_value(task, name)}» ≠ «{wanted}»"]
    hits = len(guidance.tasks) - len(left)
    wrong += [f"thừa: {one.record.section} {one.record.text[:60]}" for one in left]
    shares = {name: count / max(1, hits) for name, count in right.items()}
    return Score(hits / max(1, len(guidance.tasks)), hits / len(rows), shares, wrong)


def _is_meant(task: PlannedTask, section: str, words: str) -> bool:
    text = squash(f"{task.record.text} {task.record.source}")
    return task.record.section == section and squash(words) in text


def _value(task: PlannedTask, name: str) -> str:
    record = task.record
    values = {
        "field": record.field, "lead": record.lead, "with": record.support, "due": str(record.due or ""),
        "again": record.recurrence, "output": record.output,
    }  # fmt: skip
    return values[name]


def _agrees(name: str, wanted: str, value: str) -> bool:
    # A field and a body are named in the key by their first words; the rest is meant to the letter.
    if name in ("due", "output") or not wanted:
        return value == wanted
    return squash(value).startswith(squash(wanted))
