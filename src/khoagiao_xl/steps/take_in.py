"""Take in a period's inbox: every file judged, every duty accounted for, originals kept, faults returned."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl import files
from khoagiao_xl.errors import NotAFolder, WrongRequest
from khoagiao_xl.forms.naming import returned_name
from khoagiao_xl.intake.inbox.list_inbox import Arrival, list_inbox
from khoagiao_xl.intake.judging import intake_rows
from khoagiao_xl.intake.judging.judge import Bench, Judgement, issued_words, judge
from khoagiao_xl.intake.judging.verdicts import Receipt, Verdict, settle
from khoagiao_xl.intake.judging.versions import AS_NEW, number_versions, shut_out_late
from khoagiao_xl.intake.reading.worker import read_many
from khoagiao_xl.intake.safety.limits import Limits
from khoagiao_xl.model import schema
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.periods import periods_of
from khoagiao_xl.model.records import REPORTED, Duty, State
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office import tables
from khoagiao_xl.office.obligations import Obligations
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.office.year import Year
from khoagiao_xl.vietnamese.typed_symbols import parse_symbol
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.books.base import Book
    from khoagiao_xl.model.findings import Finding
    from khoagiao_xl.model.periods import Period

MARKED_SECRET: Final = "TN-59"  # noqa: S105  # no password: a mark of secrecy: nothing of the file may be carried


@dataclass(frozen=True)
class _Known:
    """A file that an earlier run took in: it counts again, whether or not it still lies in the inbox."""

    arrival: Arrival
    sha256: str


def run(book: Book, job: Job) -> Outcome:
    """Judge every file of the inbox `job.source` and write what became of it into the master.

    Running it again gives the same tables: what came earlier is judged anew from its kept original.
    Returned copies go into the folder `job.out`. Raise NotAFolder when there is no inbox.
    """
    register = Year.read(book).obligations(job.asked_period)
    if job.source is None or not job.source.is_dir():
        raise NotAFolder(path=job.source)
    storage, limits = Storage(book.path), Limits.of(tables.read_settings(book))
    arrivals = _all_arrivals(
        book, register.period, storage, list_inbox(job.source, limits, register.deadline.starts), limits
    )
    judged = _judge_all(arrivals, _bench(book, register), storage, job, limits)
    receipts = number_versions(shut_out_late(register, judged))
    duties = settle(register, receipts, job.now.date())
    _write_tables(book, register, receipts, duties)
    returned = _return_faulty(receipts, register, job, limits)
    return _outcome(register, receipts, duties, returned)


# -- what there is ----------------------------------------------------------------------------------------


def _all_arrivals(
    book: Book, period: Period, storage: Storage, fresh: Sequence[Arrival], limits: Limits
) -> list[Arrival]:
    """Return the files of the inbox and those of earlier runs; a file keeps the time it first arrived.

    The same file may have come several times: each time it came is one arrival, the earliest first.
    """
    times: dict[tuple[str, str], tuple[list[Arrival], list[Arrival]]] = defaultdict(lambda: ([], []))
    for arrival in fresh:
        sha256 = files.sha256_of(arrival.read_bytes(limits.file_bytes))
        times[arrival.name, sha256][0].append(arrival)
    _refuse_if_lost(book, period, storage, {sha256 for _, sha256 in times})
    for item in _known(book, period, storage):
        times[item.arrival.name, item.sha256][1].append(item.arrival)
    pairs = (pair for came, known in times.values() for pair in zip_longest(_by_time(came), _by_time(known)))
    return _by_time([_first_arrival(arrival, known) for arrival, known in pairs])


def _first_arrival(present: Arrival | None, known: Arrival | None) -> Arrival:
    """Return the file of the inbox with the time it first arrived, or the one kept where it is gone."""
    if present is None or known is None:
        return present or known  # type: ignore[return-value]  # one of a pair is always there
    return replace(present, received_at=min(present.received_at, known.received_at))


def _by_time(arrivals: Iterable[Arrival]) -> list[Arrival]:
    return sorted(arrivals, key=lambda arrival: (arrival.received_at, arrival.rank, arrival.name))


def _refuse_if_lost(book: Book, period: Period, storage: Storage, present: set[str]) -> None:
    """Raise WrongRequest (NB-10) when a file that was taken in is nowhere to be judged again."""
    for row in tables.read_rows(book, schema.ARRIVALS):
        original = storage.original(row["sha256"], Path(row["file"]).suffix)
        if (
            row["period"] == str(period)
            and row["unit"]
            and row["sha256"] not in present
            and not original.is_file()
        ):
            raise WrongRequest("NB-10", file=row["file"], folder=storage.top.name)


def _known(book: Book, period: Period, storage: Storage) -> Iterable[_Known]:
    """Yield what earlier runs took in, ranked as it counted, unless no order was known."""
    told = [row for row in tables.read_rows(book, schema.FINDINGS) if row["rule"] == AS_NEW]
    doubted = {row["unit"] for row in told if row["period"] == str(period)}
    for row in tables.read_rows(book, schema.ARRIVALS):
        original = storage.original(row["sha256"], Path(row["file"]).suffix)
        if row["period"] == str(period) and row["received"] and original.is_file():
            rank = 0 if row["unit"] in doubted else int(row["version"] or 0)
            yield _Known(Arrival(row["file"], original, row["received"], rank=rank), row["sha256"])


def _bench(book: Book, register: Obligations) -> Bench:
    kind = register.period.kind
    year = Year.read(book)
    rules = [rule for rule in year.rules if rule.is_looked_at(kind)]
    master_id, histories = year.settings.master_id, year.histories
    known = [row for table in (schema.DIRECTIVES, schema.REGISTER) for row in tables.read_rows(book, table)]
    symbols = frozenset((parse_symbol(row["symbol"]) or row["symbol"]).upper() for row in known)
    return Bench(register, rules, master_id, histories, symbols)


# -- judging ----------------------------------------------------------------------------------------------


def _judge_all(
    arrivals: Sequence[Arrival], bench: Bench, storage: Storage, job: Job, limits: Limits
) -> list[Receipt]:
    receipts, readings = [], []
    for done, reading in enumerate(read_many(arrivals, limits), 1):
        readings.append(reading)
        job.progress("Tiếp nhận báo cáo", done, len(arrivals))
    bench = replace(bench, issued=issued_words(readings, bench))
    for arrival, reading in zip(arrivals, readings, strict=True):
        data = arrival.read_bytes(limits.file_bytes)
        judgement = judge(reading, bench, arrival.received_at.date())
        # Of a file too large to be a form only the head was read; it stays where it came.
        is_kept = not _stays_out(data, judgement, limits)
        receipts.append(
            Receipt(
                name=arrival.name,
                sha256=files.sha256_of(data),
                received=arrival.received_at,
                rank=arrival.rank,
                verdict=judgement.verdict,
                unit=judgement.unit,
                findings=judgement.findings,
                entries=judgement.entries,
                stored=storage.keep(data, Path(arrival.name).suffix) if is_kept else None,
                reason=judgement.reason,
            )
        )
    return receipts


def _stays_out(data: bytes, judgement: Judgement, limits: Limits) -> bool:
    """Say whether a file is not kept: unread, far too large, or marked secret."""
    is_secret = any(finding.code == MARKED_SECRET for finding in judgement.findings)
    return is_secret or not 0 < len(data) <= limits.file_bytes


# -- writing ----------------------------------------------------------------------------------------------


def _write_tables(
    book: Book, register: Obligations, receipts: Sequence[Receipt], duties: Sequence[Duty]
) -> None:
    """Replace what the master holds of this period by what was judged now."""
    period = str(register.period)
    # As the office lists its units: sheets and report name them in this order, not as files came.
    order = {unit.code: at for at, unit in enumerate(register.units)}
    valid = (receipt for receipt in receipts if receipt.is_valid)
    counting = sorted(valid, key=lambda receipt: order.get(receipt.unit, len(order)))
    texts = {item.code for item in register.indicators if item.type is Type.TEXT}
    figures = schema.figures_table(register.indicators)
    tables.replace_period(book, schema.DUTIES, period, duties)
    tables.replace_period(
        book, schema.ARRIVALS, period, [intake_rows.arrival(period, item) for item in receipts]
    )
    tables.replace_period(book, schema.FINDINGS, period, intake_rows.findings(period, receipts))
    before = book.read(figures.name)
    tables.replace_period(book, figures, period, [intake_rows.figures(period, item) for item in counting])
    if book.read(figures.name) != before:
        _drop_totals(book, register.period)
    words = [row for item in counting for row in intake_rows.narratives(period, item, texts)]
    tables.replace_period(book, schema.NARRATIVES, period, words)


def _drop_totals(book: Book, period: Period) -> None:
    """Take out the totals that these figures were part of: a total that is no longer true is none."""
    stale = {str(later) for later in periods_of(period.year) if later.kind is period.kind and later >= period}
    totals = book.read(schema.TOTALS.name)
    kept = [row for row in totals if row.get("Kỳ") not in stale]
    if kept != totals:
        book.write(schema.TOTALS.name, kept)


def _return_faulty(
    receipts: Sequence[Receipt], register: Obligations, job: Job, limits: Limits
) -> list[Path]:
    """Write the copy that goes back for every returned file, and return the paths."""
    from khoagiao_xl.intake.returning.write_copies import Return, write_returned_copies

    period = str(register.period)
    returns = [
        Return(item.stored, _for_the_unit(item), job.out / returned_name(item.unit, period, item.version))
        for item in receipts
        if item.verdict is Verdict.RETURNED and job.out and item.stored
    ]
    write_returned_copies(returns, limits)
    return [item.out for item in returns]


def _for_the_unit(receipt: Receipt) -> list[Finding]:
    """Return what the unit is told; what a rule on trial remarks is for the office alone."""
    return [finding for finding in receipt.findings if not finding.facts.get("trial")]


def _outcome(
    register: Obligations, receipts: Sequence[Receipt], duties: Sequence[Duty], returned: list[Path]
) -> Outcome:
    states = {state.name.lower(): sum(duty.state is state for duty in duties) for state in State}
    refused = [receipt for receipt in receipts if receipt.verdict in (Verdict.REFUSED, Verdict.AFTER_CLOSING)]
    counts = {
        "owing": len(duties),
        "reported": sum(duty.state in REPORTED for duty in duties),
        **states,
        "files": len(receipts),
        "refused": len(refused),
        "returned_copies": len(returned),
    }
    text = sentence("TN-OK", {"period": register.period.title, **counts})
    faulty = [receipt for receipt in receipts if receipt.verdict is Verdict.RETURNED]
    counting = {duty.unit: duty for duty in duties if duty.state in REPORTED}
    details = [f"«{receipt.name}»: {receipt.reason}" for receipt in refused]
    details += [
        sentence("NB-11", {"unit": item.unit, "file": item.name, "counting": counting[item.unit].file})
        for item in faulty
        if item.unit in counting
    ]
    return Outcome(text, 1 if refused or faulty else 0, counts, tuple(returned), tuple(details))
