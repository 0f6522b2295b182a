"""A document's proposals against a table that people have worked in: a person's word is never overwritten."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from khoagiao_xl.planning.merge_rules import DIRECTIVES, TASKS
from khoagiao_xl.planning.merging import Merged, merge
from khoagiao_xl.planning.proposals import EarlierProposals, Proposal
from khoagiao_xl.wording import SENTENCES

DAY = date(2024, 4, 15)


def task(key: str, **cells: Any) -> Proposal:
    """One proposed task: its key is also the words it was taken from."""
    blank = dict.fromkeys(("section", "text", "lead", "directives", "due"))
    return Proposal(key, {**blank, "source": key, "text": key, **cells})


def told(code: str, cells: str = "") -> str:
    return SENTENCES[code].format(day="15/04/2024", cells=cells)


def first(*proposals: Proposal) -> Merged:
    return merge([], proposals, {}, TASKS, DAY)


def again(before: Merged, *proposals: Proposal) -> Merged:
    return merge(before.rows, proposals, before.proposed, TASKS, DAY)


def test_new_rows_wait_as_proposals_under_codes_of_their_own() -> None:
    merged = first(task("một"), task("hai"))
    assert [(row["code"], row["status"], row["change"]) for row in merged.rows] == [
        ("NV01", "đề xuất", None), ("NV02", "đề xuất", None)
    ]  # fmt: skip
    assert merged.tally["new"] == 2


def test_the_same_again_changes_nothing() -> None:
    before = first(task("một", due=DAY), task("hai"))
    after = again(before, task("một", due=DAY), task("hai"))
    assert (after.rows, after.proposed, after.notes) == (before.rows, before.proposed, [])


def test_a_cell_nobody_touched_follows_the_document_and_says_so() -> None:
    after = again(first(task("một", lead="Sở Y tế")), task("một", lead="Sở Khoa học"))
    assert after.rows[0]["lead"] == "Sở Khoa học"
    assert after.rows[0]["change"] == told("NP-11", "Chủ trì «Sở Y tế» → «Sở Khoa học»")
    assert after.tally["changed"] == 1


def test_a_cell_a_person_changed_stays_and_the_row_says_what_the_document_says() -> None:
    before = first(task("một", lead="Sở Y tế"))
    before.rows[0]["lead"] = "Văn phòng"
    after = again(before, task("một", lead="Sở Khoa học"))
    assert after.rows[0]["lead"] == "Văn phòng"
    assert after.rows[0]["change"] == told("NP-12", "Chủ trì «Sở Khoa học»")
    assert after.tally["kept"] == 1


def test_a_row_somebody_accepted_is_not_touched_at_all() -> None:
    before = first(task("một", due=date(2024, 6, 30)))
    before.rows[0]["status"] = "nhận"
    after = again(before, task("một", due=date(2024, 5, 31)))
    assert after.rows[0]["due"] == date(2024, 6, 30)
    assert "Hạn «31/05/2024»" in str(after.rows[0]["change"])


def test_what_a_person_already_corrected_to_the_same_is_no_difference() -> None:
    before = first(task("một", due=date(2024, 6, 30)))
    before.rows[0]["due"] = "31/05/2024"
    after = again(before, task("một", due=date(2024, 5, 31)))
    assert (after.rows, after.tally["same"]) == (before.rows, 1)


def test_a_note_that_was_read_and_cleared_does_not_come_back() -> None:
    before = first(task("một", lead="a"))
    before.rows[0]["lead"] = "của tôi"
    told = again(before, task("một", lead="b"))
    told.rows[0]["change"] = None
    assert again(told, task("một", lead="b")).rows[0]["change"] is None


def test_a_row_that_a_person_took_out_does_not_come_back() -> None:
    before = first(task("một"), task("hai"))
    del before.rows[0]
    after = again(before, task("một"), task("hai"))
    assert ([row["code"] for row in after.rows], after.tally["dropped"]) == (["NV02"], 1)


def test_what_the_document_no_longer_asks_is_told_once_and_left() -> None:
    gone = again(first(task("một"), task("hai")), task("hai"))
    assert gone.rows[0]["change"] == told("NP-14")
    assert (gone.tally["gone"], again(gone, task("hai")).tally["gone"]) == (1, 0)
    assert again(gone, task("hai")).rows == gone.rows


def test_what_comes_back_into_the_document_is_told() -> None:
    gone = again(first(task("một")))
    back = again(gone, task("một"))
    assert back.rows[0]["change"] == told("NP-15")
    assert not back.proposed["một"].is_gone


def test_what_a_revision_adds_is_marked_as_new() -> None:
    after = again(first(task("một")), task("một"), task("việc khác hẳn"))
    assert [row["change"] for row in after.rows] == [None, told("NP-13")]


def test_a_task_worded_anew_is_the_same_row() -> None:
    old = "Các cấp ủy tổ chức quán triệt Nghị quyết về đội ngũ trí thức trong quý I."
    new = "Các cấp ủy tổ chức quán triệt, triển khai Nghị quyết về đội ngũ trí thức trong quý II."
    after = again(first(task(old, section="II.1")), task(new, section="II.1"))
    assert [(row["code"], row["source"]) for row in after.rows] == [("NV01", new)]


def test_two_reviews_worded_alike_are_not_taken_for_one() -> None:
    words = "Sơ kết 05 năm thực hiện Kết luận số {}-KL/TW của Ban Bí thư"
    before = first(task(words.format(49), directives="49-KL/TW"))
    after = again(before, task(words.format(51), directives="51-KL/TW"))
    assert (after.tally["new"], after.tally["gone"]) == (1, 1)


def directive(**cells: Any) -> Proposal:
    known: Any = {
        "symbol": "11-CT/TW",
        "issued": date(2007, 4, 13),
        "issuer": "Bộ Chính trị",
    }
    return Proposal("11|CT|TW", {**known, **cells})


def test_a_row_typed_by_hand_is_adopted_and_only_its_blanks_are_filled() -> None:
    typed: list[Any] = [{"symbol": "11 - CT/TW", "issued": date(2007, 4, 13), "issuer": None}]
    merged = merge(typed, [directive()], {}, DIRECTIVES, DAY)
    assert [(row["symbol"], row["issuer"], row["code"]) for row in merged.rows] == [
        ("11 - CT/TW", "Bộ Chính trị", "VB01")
    ]


def test_one_number_of_another_year_is_another_directive() -> None:
    typed: list[Any] = [{"symbol": "11-CT/TW", "issued": date(2022, 1, 5)}]
    assert merge(typed, [directive()], {}, DIRECTIVES, DAY).tally["new"] == 1


EDITS = st.dictionaries(
    st.sampled_from(["text", "lead", "due", "status"]), st.sampled_from(["x", "nhận", None])
)
VERSIONS = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from(["Sở A", "Sở B", "Sở C"])),
    max_size=5,
    unique_by=lambda one: one[0],
)


@given(st.lists(st.tuples(VERSIONS, EDITS, st.booleans()), min_size=1, max_size=5))
def test_whatever_comes_a_persons_cells_stay_and_a_second_run_changes_nothing(history: list[Any]) -> None:
    rows: list[Any] = []
    proposed: EarlierProposals = {}
    for version, edits, deletes in history:
        proposals = [task(f"việc {key * 9}", lead=lead) for key, lead in version]
        edited = [{**row, **edits} for row in rows][deletes:]
        merged = merge(edited, proposals, proposed, TASKS, DAY)
        assert [row["code"] for row in edited] == [row["code"] for row in merged.rows][: len(edited)]
        for mine, now in zip(edited, merged.rows, strict=False):
            assert all(now[name] == mine[name] for name in edits)
        second = merge(merged.rows, proposals, merged.proposed, TASKS, DAY)
        assert (second.rows, second.proposed, second.notes) == (merged.rows, merged.proposed, [])
        rows, proposed = merged.rows, merged.proposed


def test_of_a_long_text_the_part_that_differs_is_shown() -> None:
    old = "Cấp ủy các chi, đảng bộ cơ sở tổ chức quán triệt nghị quyết về đội ngũ trí thức trước ngày 20/3 tại đơn vị mình"
    after = again(first(task("một", text=old)), task("một", text=old.replace("20/3", "15/4")))
    assert "trước ngày 20/3 tại đơn vị mìn…» → «…" in str(after.rows[0]["change"])


def test_a_citation_without_a_day_means_the_row_that_is_there() -> None:
    before = merge([], [directive()], {}, DIRECTIVES, DAY)
    bare = directive(issued=None, issuer=None)
    assert merge(before.rows, [bare], {}, DIRECTIVES, DAY).tally["new"] == 0


def test_dashes_of_words_make_no_other_task() -> None:
    before = first(task("Tổng kết 10 năm Nghị quyết 36-NQ/TW"))
    assert (
        merge(before.rows, [task("Tổng kết 10 năm Nghị quyết 36 – NQ/TW")], {}, TASKS, DAY).tally["new"] == 0
    )
