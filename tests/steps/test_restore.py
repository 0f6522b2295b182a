"""Going back: the master as it was before the last action, and nothing lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.steps.conftest import Office


def test_it_goes_back_one_action_at_a_time(office: Office) -> None:
    fresh = office.master.read_bytes()
    office.act("tiep_nhan")
    taken_in = office.master.read_bytes()
    office.act("tong_hop")
    office.act("khoi_phuc")
    assert office.master.read_bytes() == taken_in
    office.act("khoi_phuc")
    assert office.master.read_bytes() == fresh


def test_the_state_gone_back_from_is_kept(office: Office) -> None:
    office.act("tiep_nhan")
    later = office.master.read_bytes()
    outcome = office.act("khoi_phuc")
    assert outcome.paths[1].read_bytes() == later


def test_without_a_backup_it_says_so(office: Office) -> None:
    outcome = office.act("khoi_phuc")
    assert (outcome.status, "Không có bản sao lưu nào" in outcome.sentence) == (2, True)
