"""Honest states: whatever arrives, is extended or comes again, every duty is in exactly one state."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from khoagiao_xl.intake.judging.verdicts import VALID, Receipt, Verdict, settle
from khoagiao_xl.intake.judging.versions import number_versions
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import REPORTED, Deadline, State, Unit, Waiver
from khoagiao_xl.office.obligations import EXTENSION, RELEASE, Obligations, Waivers
from khoagiao_xl.office.profiles import load_profile

UNITS = tuple(Unit(f"U{at}", f"Đơn vị {at}") for at in range(6))
DUE = date(2024, 1, 18)
LINE = Deadline("2024-M01", date(2023, 12, 15), date(2024, 1, 14), DUE, date(2024, 1, 25), date(2024, 2, 1))
JUDGED = [Verdict.ACCEPTED, Verdict.QUESTIONED, Verdict.NOTHING, Verdict.RETURNED]

ARRIVALS = st.lists(
    st.builds(
        lambda unit, hours, content: Receipt(
            name=f"{hours}-{content}.xlsx",
            sha256=str(content),
            received=datetime(2024, 1, 10) + timedelta(hours=hours),  # noqa: DTZ001
            # The same bytes always get the same verdict.
            verdict=JUDGED[content % len(JUDGED)] if unit else Verdict.REFUSED,
            unit=unit,
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

    later = [Receipt(f"z{item.name}", f"z{item.sha256}", item.received + timedelta(days=60), item.verdict, item.unit)
             for item in more]  # fmt: skip
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
