"""The master: layout, year, Python, copies, folders, templates; and how its mail leaves."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import keyring.core
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.building.new_master import working_folders
from khoagiao_xl.errors import NotAWorkbook
from khoagiao_xl.files import backups
from khoagiao_xl.machine import mail_checks, master_state, template_checks
from khoagiao_xl.machine.check_result import CheckVerdict
from khoagiao_xl.machine.check_up import CheckUp
from khoagiao_xl.machine.checks_table import CHECKS
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.report.template import template_folder
from tests.machine.looked_at import CLASSES, NOW, USER, case, machine, windows, year_with
from tests.machine.test_python_and_folder import told
from tests.mail.conftest import keys, post
from tests.mail.post_office import ACCOUNT, HOST, PostOffice
from tests.mail.sending_office import KeyStore

__all__ = ["keys", "post"]  # the post office on loopback, and its key store
BY_SERVER = "máy chủ thư"
OUTLOOK = {(CLASSES, r"Outlook.Application\CLSID", ""): "{2}"}


@pytest.fixture
def looked(master: Path) -> CheckUp:
    """The test's own fresh master, looked at on a sound machine."""
    return case(master.parent, master=master)


def test_a_fresh_master_is_sound_and_of_its_year(looked: CheckUp) -> None:
    assert told(master_state.master_file(looked), CheckVerdict.SOUND, "MAY-601")
    assert told(master_state.year_of_master(looked), CheckVerdict.SOUND, "MAY-611")


def test_a_master_of_an_older_layout_is_sent_to_upgrade(master: Path) -> None:
    book = FileBook(master)
    looked = case(master.parent, master=master)
    without = {name: page for name, page in looked._as_it_stands.pages.items() if name != "tblThu"}
    older = type(looked._as_it_stands)(book.path, without, {"tblThu": NotAWorkbook(name="x")})  # type: ignore[dict-item]
    looked.__dict__["_as_it_stands"] = older
    seen = master_state.master_file(looked)
    assert told(seen, CheckVerdict.NOTICE, "MAY-603")
    assert "tblThu" in seen.told
    assert "khoagiao upgrade" in seen.to_do


def test_what_is_no_master_is_broken_and_the_rest_not_seen(tmp_path: Path) -> None:
    master = tmp_path / "x.xlsm"
    master.write_bytes(b"no workbook")
    looked = case(tmp_path, master=master)
    assert told(master_state.master_file(looked), CheckVerdict.BROKEN, "MAY-602")
    assert told(master_state.year_of_master(looked), CheckVerdict.UNSEEN, "MAY-003")


NEED_A_MASTER = ["master", "year", "start", "backups", "folders", "templates", "mail"]


@pytest.mark.parametrize("name", NEED_A_MASTER)
def test_without_a_master_nothing_is_said_of_it(tmp_path: Path, name: str) -> None:
    assert told(CHECKS[name](case(tmp_path)), CheckVerdict.UNSEEN, "MAY-002")


def test_last_years_master_is_told(looked: CheckUp, master: Path) -> None:
    later = CheckUp(looked.machine, looked.folder, NOW.replace(year=2025), master)
    assert told(master_state.year_of_master(later), CheckVerdict.NOTICE, "MAY-612")


def test_the_buttons_must_start_this_python(tmp_path: Path) -> None:
    found = {name: name for name in (sys.executable, shutil.which("sh") or "")}
    on = machine(tmp_path, find_program=found.get)
    look = master_state.python_of_master
    for named, verdict, code in (
        (sys.executable, CheckVerdict.SOUND, "MAY-621"),
        (str(tmp_path / "gone.exe"), CheckVerdict.BROKEN, "MAY-622"),
        (shutil.which("sh") or "", CheckVerdict.NOTICE, "MAY-623"),
        ("", CheckVerdict.BROKEN, "MAY-624"),
    ):
        assert told(look(case(tmp_path, on, year_with(tmp_path, python=named))), verdict, code)


def test_masters_of_two_years_that_are_open_at_once_are_named(tmp_path: Path) -> None:
    looked = case(tmp_path)
    assert told(master_state.opened(looked), CheckVerdict.SOUND, "MAY-631")
    for year in (2023, 2024):
        (tmp_path / f"KhoaGiao-{year}.xlsm").touch()
    (tmp_path / "~$KhoaGiao-2023.xlsm").touch()
    assert told(master_state.opened(looked), CheckVerdict.SOUND, "MAY-632")
    (tmp_path / "~$KhoaGiao-2024.xlsm").touch()
    seen = master_state.opened(looked)
    assert told(seen, CheckVerdict.NOTICE, "MAY-633")
    assert "KhoaGiao-2023.xlsm, KhoaGiao-2024.xlsm" in seen.told


def test_the_newest_copy_is_really_opened(looked: CheckUp, master: Path) -> None:
    assert told(master_state.copies(looked), CheckVerdict.SOUND, "MAY-642")
    copy = backups.back_up(master, Storage(master).backups, NOW, "tong_hop")
    assert told(master_state.copies(looked), CheckVerdict.SOUND, "MAY-641")
    copy.write_bytes(b"half")
    seen = master_state.copies(looked)
    assert told(seen, CheckVerdict.BROKEN, "MAY-643")
    assert copy.name in seen.told


def test_working_folders_that_are_missing_are_named(looked: CheckUp, master: Path) -> None:
    seen = master_state.folders(looked)
    assert told(seen, CheckVerdict.NOTICE, "MAY-652")
    assert "hop-thu-den" in seen.told
    assert looked.year
    for folder in working_folders(master, looked.year.settings.folders, 2024):
        folder.mkdir(parents=True, exist_ok=True)
    assert told(master_state.folders(looked), CheckVerdict.SOUND, "MAY-651")


def test_templates_of_the_office_are_counted_and_a_broken_one_is_named(tmp_path: Path) -> None:
    looked = case(tmp_path, year=year_with(tmp_path))
    assert told(template_checks.templates(looked), CheckVerdict.SOUND, "MAY-661")
    own = tmp_path / "mau" / "bao-cao-thang.docx"
    own.parent.mkdir()
    shutil.copy(template_folder() / own.name, own)
    changed = template_checks.templates(looked)
    assert told(changed, CheckVerdict.SOUND, "MAY-663")
    assert "1 khuôn là của cơ quan; 1 khuôn báo cáo kỳ" in changed.told
    own.write_bytes(b"no document")
    seen = template_checks.templates(looked)
    assert told(seen, CheckVerdict.BROKEN, "MAY-662")
    assert own.name in seen.told


def test_a_folder_in_the_place_of_a_template_is_told_not_raised(tmp_path: Path) -> None:
    (tmp_path / "mau" / "bao-cao-thang.docx").mkdir(parents=True)
    assert template_checks.templates(case(tmp_path, year=year_with(tmp_path))).code == "MAY-662"


def mail_of(tmp_path: Path, **settings: str) -> str:
    seen = mail_checks.mail_settings(case(tmp_path, year=year_with(tmp_path, **settings)))
    assert told(seen, seen.verdict, seen.code)
    return seen.code


def test_drafts_as_files_need_an_address_and_units_with_theirs(tmp_path: Path) -> None:
    assert mail_of(tmp_path, email="") == "MAY-702"
    year = year_with(tmp_path, email=ACCOUNT)
    looked = case(tmp_path, year=year)
    assert told(mail_checks.mail_settings(looked), CheckVerdict.SOUND, "MAY-701")
    year.__dict__["units"] = (replace(year.units[0], email=""), *year.units[1:])
    seen = mail_checks.mail_settings(looked)
    assert told(seen, CheckVerdict.NOTICE, "MAY-709")
    assert "1 đơn vị" in seen.told


def test_a_mail_server_needs_a_name_and_a_stored_password_that_is_never_told(
    tmp_path: Path, keys: KeyStore
) -> None:
    by_server = {"email": ACCOUNT, "cach_gui_thu": BY_SERVER}
    assert mail_of(tmp_path, **by_server) == "MAY-703"
    assert mail_of(tmp_path, **by_server, smtp_may_chu="mail.example") == "MAY-704"
    looked = case(tmp_path, year=year_with(tmp_path, **by_server, smtp_may_chu=HOST))
    seen = mail_checks.mail_settings(looked)
    assert told(seen, CheckVerdict.SOUND, "MAY-705")
    password = keys.get_password(f"khoagiao {HOST}", ACCOUNT) or ""
    assert password not in seen.told + seen.to_do


def test_a_key_store_that_cannot_be_used_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", NoKeyring())  # type: ignore[no-untyped-call]
    told_of = mail_of(tmp_path, email=ACCOUNT, cach_gui_thu=BY_SERVER, smtp_may_chu=HOST)
    assert told_of == "MAY-706"


def test_outlook_as_the_way_out_must_be_the_classic_one(tmp_path: Path) -> None:
    year = year_with(tmp_path, email=ACCOUNT, cach_gui_thu="Outlook")
    new = {(USER, r"Software\Microsoft\Office\16.0\Outlook\Preferences", "UseNewOutlook"): 1}
    look = mail_checks.mail_settings
    assert told(look(case(tmp_path, windows(tmp_path, OUTLOOK), year)), CheckVerdict.SOUND, "MAY-708")
    assert told(look(case(tmp_path, windows(tmp_path, OUTLOOK | new), year)), CheckVerdict.BROKEN, "MAY-707")
    assert told(look(case(tmp_path, windows(tmp_path), year)), CheckVerdict.BROKEN, "MAY-707")
    assert told(look(case(tmp_path, None, year)), CheckVerdict.BROKEN, "MAY-707")


def test_no_server_is_asked_unless_that_was_wished(tmp_path: Path) -> None:
    year = year_with(tmp_path, email=ACCOUNT)
    look = mail_checks.mail_line
    assert told(look(case(tmp_path, year=year)), CheckVerdict.UNSEEN, "MAY-711")
    assert told(look(case(tmp_path, year=year, asks_mail=True)), CheckVerdict.UNSEEN, "MAY-712")
    assert told(look(case(tmp_path, asks_mail=True)), CheckVerdict.UNSEEN, "MAY-002")


def test_a_server_that_lets_us_in_is_told_and_gets_no_letter(
    tmp_path: Path, post: PostOffice, keys: KeyStore
) -> None:
    settings = {
        "email": ACCOUNT,
        "cach_gui_thu": BY_SERVER,
        "smtp_may_chu": HOST,
        "smtp_cong": str(post.port),
    }
    looked = case(tmp_path, year=year_with(tmp_path, **settings), asks_mail=True)
    assert told(mail_checks.mail_line(looked), CheckVerdict.SOUND, "MAY-713")
    assert post.kept == []


def test_a_server_that_is_not_named_or_not_there_is_told(tmp_path: Path, keys: KeyStore) -> None:
    by_server = {"email": ACCOUNT, "cach_gui_thu": BY_SERVER}
    nameless = case(tmp_path, year=year_with(tmp_path, **by_server), asks_mail=True)
    assert told(mail_checks.mail_line(nameless), CheckVerdict.BROKEN, "MAY-703")
    settings = {**by_server, "smtp_may_chu": HOST, "smtp_cong": "1"}
    gone = case(tmp_path, year=year_with(tmp_path, **settings), asks_mail=True)
    assert told(mail_checks.mail_line(gone), CheckVerdict.BROKEN, "MAY-714")
