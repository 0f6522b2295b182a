"""Going back: the master as it was before the last action, and nothing lost on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.books.package import parts
from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.building import upgrade_master
from khoagiao_xl.files import backups
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.wording import sentence
from tests.clicking.tables import tables_of

if TYPE_CHECKING:
    from khoagiao_xl.books.base import Row
    from tests.steps.conftest import Office


def tables(office: Office) -> dict[str, list[Row]]:
    """Return what the master holds but for the journal, which tells of going back."""
    found = tables_of(office.master)
    del found["tblNhatKy"]
    return found


def journal(office: Office) -> list[object]:
    return [row["Thao tác"] for row in office.rows("tblNhatKy")]


def test_it_goes_back_one_action_at_a_time(office: Office) -> None:
    fresh = tables(office)
    office.act("tiep_nhan")
    taken_in = tables(office)
    office.act("tong_hop")
    office.act("khoi_phuc")
    assert tables(office) == taken_in
    office.act("khoi_phuc")
    assert tables(office) == fresh


def test_it_names_the_action_that_it_took_back_and_leaves_a_line_of_it(office: Office) -> None:
    office.act("tiep_nhan")
    before = journal(office)[1:]
    outcome = office.act("khoi_phuc")
    assert "trước thao tác «Tiếp nhận báo cáo» lúc 08:00:00 ngày 22/01/2024" in outcome.sentence
    [line, *earlier] = office.rows("tblNhatKy")
    assert (line["Thao tác"], line["Kết quả"]) == ("Khôi phục bản trước", outcome.sentence)
    assert [row["Thao tác"] for row in earlier] == before


def test_the_files_that_the_action_wrote_and_that_lie_there_still_are_named(office: Office) -> None:
    office.receive("BAO", office.answers("BAO", KG001="khoảng 120"))
    taken = office.act("tiep_nhan")
    [returned] = (office.folder / "tra-lai").rglob("*.xlsx")
    told = office.act("khoi_phuc")
    assert "1 tệp thao tác ấy đã ghi vẫn còn trong «tra-lai/2024-M01»" in told.sentence
    assert told.details == (
        sentence("KP-02", {"folder": "tra-lai/2024-M01", "count": 1, "names": returned.name}),
    )
    assert taken.status == 1


def test_files_that_were_removed_meanwhile_are_not_named(office: Office) -> None:
    office.receive("BAO", office.answers("BAO", KG001="khoảng 120"))
    office.act("tiep_nhan")
    for path in (office.folder / "tra-lai").rglob("*.xlsx"):
        path.unlink()
    assert office.act("khoi_phuc").details == ()


def test_of_many_files_the_first_are_named(office: Office) -> None:
    for unit in ("BAO", "SYT", "STC", "STP", "SNV", "TTR"):
        office.receive(unit, office.answers(unit, KG001="khoảng 120"))
    office.act("tiep_nhan")
    [line] = office.act("khoi_phuc").details
    assert line.startswith("«tra-lai/2024-M01»: 6 tệp (")
    assert line.endswith(" và 1 tệp khác).")


def test_a_copy_that_is_thinned_out_or_gone_back_to_leaves_nothing_beside_it(office: Office) -> None:
    office.act("tiep_nhan")
    office.act("khoi_phuc")
    [kept] = Storage(office.master).backups.iterdir()
    assert ".khoi_phuc." in kept.name


def test_a_master_without_a_journal_is_gone_back_to_all_the_same(office: Office) -> None:
    office.act("tiep_nhan")
    [copy] = Storage(office.master).backups.glob("*.tiep_nhan.xlsm")
    package = Package.parse(copy.read_bytes(), copy.name)
    part = next(place.table_part for name, place in parts.tables(package).items() if name == "tblNhatKy")
    package.replace_text(part, package.read_text(part).replace("tblNhatKy", "tblKhac"))
    copy.write_bytes(package.to_bytes())
    outcome = office.act("khoi_phuc")
    assert (outcome.status, "chưa ghi được dòng này vào trang Nhật ký" in outcome.details[-1]) == (0, True)


def test_the_state_gone_back_from_is_kept(office: Office) -> None:
    office.act("tiep_nhan")
    later = office.master.read_bytes()
    outcome = office.act("khoi_phuc")
    assert outcome.paths[1].read_bytes() == later


def test_without_a_backup_it_says_so(office: Office) -> None:
    outcome = office.act("khoi_phuc")
    assert (outcome.status, "Không có bản sao lưu nào" in outcome.sentence) == (2, True)


def test_an_upgrade_is_taken_back_by_its_name(office: Office) -> None:
    backups.back_up(office.master, Storage(office.master).backups, office.now, upgrade_master.REASON)
    assert "trước thao tác «nâng cấp sổ»" in office.act("khoi_phuc").sentence
