"""How the documents that other hands have keyed are read: tasks found, leads, days, what is called certain.

    python -m tests.guidance.keyed_reading [-v] [part of a name]

The words of a key's row find its task; sections are not compared. A certain task counts as right where its lead
and its day both are.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from khoagiao_xl.guidance import read_guidance
from khoagiao_xl.guidance.guidance_records import PlannedTask, Sure
from khoagiao_xl.vietnamese.running_text import squash
from tests.guidance.guidance_scores import read_key

KEYED = Path(__file__).parent / "keyed"
UNSEEN = KEYED / "unseen"  # that no builder of the reader has opened: what it does with a stranger's document
WORDS, LEAD, DUE = 1, 3, 5  # columns of a row
SHARES = {  # what is right, of what
    "precision": ("found", "read"),
    "recall": ("found", "keyed"),
    "lead": ("lead", "found"),
    "day": ("day", "dated"),
    "certain": ("surely right", "certain"),
}


def read_keyed(key: Path) -> tuple[Counter[str], list[str]]:
    """Return the counts of one document, and what is off in it."""
    guidance = read_guidance(document_of(key))
    left = list(guidance.tasks)
    rows = [(*row, *[""] * DUE)[: DUE + 1] for row in read_key(key).rows("tasks")]
    counts = Counter({"keyed": len(rows), "read": len(left)})
    off: list[str] = []
    for row in sorted(rows, key=lambda row: -len(row[WORDS])):
        task = _meant(row, left)
        if task is None:
            off.append(f"thiếu: {row[WORDS]} | {row[LEAD]} | {row[DUE]}")
            continue
        left.remove(task)
        off += _held_against(row, task, counts)
    off += [f"thừa: {task.confidence} {task.record.text[:90]}" for task in left]
    counts["certain"] += sum(task.confidence is Sure.CERTAIN for task in left)
    return counts, off


def document_of(key: Path) -> Path:
    """Return the document that a key belongs to."""
    (document,) = [path for path in key.parent.glob(f"{key.stem}.*") if path != key]
    return document


def _meant(row: tuple[str, ...], tasks: list[PlannedTask]) -> PlannedTask | None:
    words = squash(row[WORDS])
    named = [task for task in tasks if words in squash(f"{task.record.text} {task.record.source}")]
    return max(named, key=lambda task: (_has_lead(row, task), _has_day(row, task)), default=None)


def _has_lead(row: tuple[str, ...], task: PlannedTask) -> bool:
    return squash(task.record.lead) == squash(row[LEAD])


def _has_day(row: tuple[str, ...], task: PlannedTask) -> bool:
    return str(task.record.due or "") == row[DUE]


def _held_against(row: tuple[str, ...], task: PlannedTask, counts: Counter[str]) -> list[str]:
    lead, day = _has_lead(row, task), _has_day(row, task)
    is_certain = task.confidence is Sure.CERTAIN
    counts["found"] += 1
    counts["lead"] += lead
    counts["dated"] += row[DUE] != ""
    counts["day"] += row[DUE] != "" and day
    counts["certain"] += is_certain
    counts["surely right"] += is_certain and lead and day
    wrong = [f"{row[WORDS]}: {task.record.lead} ≠ {row[LEAD]} ({task.confidence})"] * (not lead)
    return wrong + [f"{row[WORDS]}: {task.record.due} ≠ {row[DUE]} ({task.confidence})"] * (not day)


def shares(counts: Counter[str]) -> dict[str, float]:
    """Return each share from 0 to 1; 1 where there was nothing to be right in."""
    return {name: counts[right] / counts[of] if counts[of] else 1 for name, (right, of) in SHARES.items()}


def main(words: list[str]) -> None:
    """Print a line for each document and one for all."""
    asked = [word for word in words if word != "-v"]
    whole: Counter[str] = Counter()
    for key in sorted(KEYED.rglob("*.key")):
        if not all(word in key.stem for word in asked):
            continue
        counts, off = read_keyed(key)
        whole += counts
        print(key.stem, _line(counts))
        if "-v" in words:
            print(*off, sep="\n")
    print("all", _line(whole))


def _line(counts: Counter[str]) -> str:
    return " ".join(f"{name} {share:.3f}" for name, share in shares(counts).items())


if __name__ == "__main__":
    main(sys.argv[1:])
