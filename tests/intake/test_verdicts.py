"""Honest states: whatever arrives, is extended or comes again, every duty is in exactly one state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from khoagiao_xl.intake.inbox.arrival import Arrival
from khoagiao_xl.intake.inbox.submissions import Submission
from khoagiao_xl.intake.judging.closed_files import close_settled
from khoagiao_xl.intake.judging.settle_duties import settle
from khoagiao_xl.intake.judging.unit_guess import Guess
from khoagiao_xl.intake.judging.verdicts import VALID, Receipt, Verdict
from khoagiao_xl.intake.judging.versions import number_versions
from khoagiao_xl.model.findings import Place, wrong
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import REPORTED, Deadline, Duty, State, Unit, Waiver
from khoagiao_xl.office.obligations import EXTENSION, RELEASE, Obligations, Waivers
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.office.storage import Original

UNITS = tuple(Unit(f"U{at}", f"Đơn vị {at}") for at in range(6))
DUE = date(2024, 1, 18)
LINE = Deadline("2024-M01", date(2023, 12, 15), date(2024, 1, 14), DUE, date(2024, 1, 25), date(2024, 2, 1))
JUDGED = [Verdict.ACCEPTED, Verdict.QUESTIONED, Verdict.NOTHING, Verdict.RETURNED, Verdict.REFUSED]


def judged(unit: str, verdict: Verdict) -> dict[str, Any]:
    """Return what is known of a file: one that is of no use is of nobody, and may be guessed to be a unit's."""
    if unit and verdict is not Verdict.REFUSED:
        return {"verdict": verdict, "unit": unit}
    fault = wrong("TN-10", Place(), reason="x")
    return {"verdict": Verdict.REFUSED, "guess": Guess(unit), "findings": (fault,)}


ARRIVALS = st.lists(
    st.builds(
        lambda unit, hours, content: Receipt(
            name=f"{hours}-{content}.xlsx",
            sha256=str(content),
            received=datetime(2024, 1, 10) + timedelta(hours=hours),  # noqa: DTZ001
            # The same bytes always get the same verdict.
            **judged(unit, JUDGED[content % len(JUDGED)]),
        ),
        st.sampled_from(["", *(unit.code for unit in UNITS)]),
        st.integers(0, 600),
        st.integers(0, 40),
    ),
    max_size=25,
)
WAIVERS = st.lists(
    st.builds(
        lambda unit, rule, days: Waiver("2024-M01", unit, rule, until=DUE + timedelta(days=days)),
        st.sampled_from([unit.code for unit in UNITS]),
        st.sampled_from([EXTENSION, RELEASE]),
        st.integers(-3, 20),
    ),
    max_size=6,
)


def register(waivers: list[Waiver]) -> Obligations:
    return Obligations(
        Period.parse("2024-M01"), LINE, UNITS, load_profile("2024").indicators, Waivers(tuple(waivers))
    )


@settings(max_examples=200)
@given(ARRIVALS, WAIVERS, st.integers(-5, 30))
def test_states_partition_the_duties_and_rates_never_exceed_the_whole(
    arrivals: list[Receipt], waivers: list[Waiver], days: int
) -> None:
    duties = settle(register(waivers), number_versions(arrivals), DUE + timedelta(days=days))
    assert [duty.unit for duty in duties] == [unit.code for unit in UNITS]
    reported = {duty.unit for duty in duties if duty.state in REPORTED}
    assert reported == {item.unit for item in arrivals if item.unit and item.verdict in VALID}
    assert all((duty.on_time is None) == (duty.unit not in reported) for duty in duties)
    assert all((duty.days_late is not None) == (duty.on_time is False) for duty in duties)


@settings(max_examples=200)
@given(ARRIVALS, WAIVERS, st.integers(-5, 30))
def test_a_unit_of_which_any_file_came_is_never_one_that_sent_nothing(
    arrivals: list[Receipt], waivers: list[Waiver], days: int
) -> None:
    duties = settle(register(waivers), number_versions(arrivals), DUE + timedelta(days=days))
    silent = {duty.unit for duty in duties if duty.state in (State.MISSING, State.EXTENDED)}
    assert silent.isdisjoint(item.sender for item in arrivals)
    sent = {duty.unit: duty.file for duty in duties if duty.state is State.UNUSABLE}
    assert all(sent.values())


def closed(receipts: list[Receipt]) -> list[Receipt]:
    numbered = number_versions(receipts)
    return close_settled(numbered, settle(register([]), numbered, DUE))


@settings(max_examples=200)
@given(ARRIVALS)
def test_a_unit_whose_last_word_is_sound_has_nothing_open(arrivals: list[Receipt]) -> None:
    last = {item.sender: item for item in sorted(arrivals, key=lambda item: item.came)}
    for item in closed(arrivals):
        newest = last[item.sender]
        if item.unit and newest.is_valid and newest.came > item.came:
            assert not item.is_open


@settings(max_examples=200)
@given(ARRIVALS)
def test_what_came_after_all_that_is_as_good_stays_open(arrivals: list[Receipt]) -> None:
    for item in closed(arrivals):
        others = [other for other in arrivals if other.sender == item.sender and other is not item]
        is_newest = all(other.came < item.came for other in others)
        if item.sender and is_newest and item.verdict in (Verdict.RETURNED, Verdict.REFUSED):
            assert item.is_open


@settings(max_examples=200)
@given(ARRIVALS, st.permutations(range(25)))
def test_in_whatever_order_its_files_came_a_unit_has_one_state(
    arrivals: list[Receipt], order: list[int]
) -> None:
    unique = list({item.sha256: item for item in arrivals}.values())
    moments = [datetime(2024, 1, 10, at) for at in range(len(unique))]  # noqa: DTZ001
    states = []
    for turn in (sorted(order), order):
        came = zip(unique, (moments[at] for at in turn if at < len(unique)), strict=True)
        receipts = [replace(item, received=moment) for item, moment in came]
        states.append(
            {duty.unit: _kind(duty) for duty in settle(register([]), number_versions(receipts), DUE)}
        )
    assert states[0] == states[1]


def _kind(duty: Duty) -> State:
    """Of several sound versions the newest counts, questions or not: that alone hangs on the order."""
    return State.ACCEPTED if duty.state in REPORTED else duty.state


@settings(max_examples=200)
@given(ARRIVALS)
def test_exactly_one_version_of_a_reporting_unit_counts_and_it_is_the_newest_valid_one(
    arrivals: list[Receipt],
) -> None:
    receipts = number_versions(arrivals)
    assert len(receipts) == len(arrivals)
    for unit in {item.unit for item in arrivals if item.unit}:
        counting = [item for item in receipts if item.unit == unit and item.is_valid]
        sound = [
            item for item in receipts if item.unit == unit and item.verdict in (*VALID, Verdict.SUPERSEDED)
        ]
        assert counting == sound[-1:]


@settings(max_examples=200)
@given(ARRIVALS, ARRIVALS)
def test_a_later_correction_never_makes_a_punctual_unit_late(
    first: list[Receipt], more: list[Receipt]
) -> None:
    def punctual(receipts: list[Receipt]) -> set[str]:
        duties = settle(register([]), number_versions(receipts), DUE)
        return {duty.unit for duty in duties if duty.on_time}

    later = [
        replace(
            item, name=f"z{item.name}", sha256=f"z{item.sha256}", received=item.received + timedelta(days=60)
        )
        for item in more
    ]
    assert punctual(first) <= punctual([*first, *later])


@given(ARRIVALS, st.randoms())
def test_the_order_in_which_files_are_listed_does_not_matter(arrivals: list[Receipt], chance: object) -> None:
    unique = list({(item.received, item.name): item for item in arrivals}.values())
    shuffled = sorted(unique, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert settle(register([]), number_versions(unique), DUE) == settle(
        register([]), number_versions(shuffled), DUE
    )


def test_an_empty_inbox_leaves_everybody_missing() -> None:
    assert {duty.state for duty in settle(register([]), [], DUE)} == {State.MISSING}


def test_a_receipt_keeps_what_is_known_of_the_coming_also_of_a_file_that_is_lost() -> None:
    came = Arrival("a.xlsx", b"", datetime(2024, 1, 10), "thư.eml", rank=2, is_dated=False)  # noqa: DTZ001
    receipt = Receipt.of(Submission(came, "0", Original.LOST), Verdict.REFUSED)
    assert (receipt.container, receipt.rank, receipt.is_dated) == ("thư.eml", 2, False)
