"""tblCauHinh as one typed record; what the office typed wrong is one sentence that names the key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.report_records import ISSUING_BODIES
from khoagiao_xl.model.workdays import Roll
from khoagiao_xl.vietnamese.dates import parse_date
from khoagiao_xl.vietnamese.tone_placements import PLACEMENTS

FIRST_YEAR, LAST_YEAR = 1930, 2100  # beyond these a year of the office is a slip
MOST_WORKDAYS: Final = 60
ALERTED: Final = "email_lanh_dao"
REOPENING_REASON: Final = "ly_do_mo_ky"  # the key that reopening a period blanks
ISSUER, DOCUMENT_DAY, TERM = "ban_hanh", "ngay_van_ban", "nhiem_ky_tu"
DRAFT_ROUND, FORMER_DRAFT_LINE = "lan_du_thao", "du_thao"
LAYOUT_RULES, TONES = "the_thuc", "dau_thanh"
KNOWN_RULES: Final = ("HD36", "HD05", "ND30")
MOST_DRAFTS: Final = 99
FOLDER_KEYS: Final = "thu_muc_"  # what every key of a folder begins with
WAYS_OUT: Final = ("tệp .eml", "Outlook", "máy chủ thư")
CIPHERS: Final = ("STARTTLS", "TLS")
MOST_PORT: Final = 65_535
MOST_MEGABYTES, MOST_SECONDS, MOST_MEMORY = 200, 600, 16_384


@dataclass(frozen=True)
class MailServer:
    """Where mail goes out or comes in. cipher: one of CIPHERS. Its password is in the system's key store."""

    host: str = ""
    port: int = 0
    cipher: str = ""
    account: str = ""


@dataclass(frozen=True)
class MailSettings:
    """How the office mails.

    way_out: one of WAYS_OUT. domains: to which alone mail may go, all when blank. letter_megabytes: of one
    letter with all its attachments. days_before: how long before a deadline a unit is first reminded.
    report_recipients: addresses as typed, with names. inbox: the mailbox that is fetched from.
    outlook_mailbox: address of the account of Outlook into whose mailbox drafts go, blank for its usual one.
    """

    way_out: str = WAYS_OUT[0]
    domains: tuple[str, ...] = ()
    letter_megabytes: float = 20
    days_before: int = 3
    report_recipients: str = ""
    outgoing: MailServer = MailServer()
    incoming: MailServer = MailServer()
    inbox: str = "INBOX"
    outlook_mailbox: str = ""


@dataclass(frozen=True)
class Settings:
    """The choices of the office. Texts are blank where nothing was typed.

    draft_label: None where the key is missing, which is not the same as blanked: the whole line, as masters
    up to layout 4 have it. draft_round: its number, None where nothing was typed, 0 for no such line.
    issued_by: one of ISSUING_BODIES. document_day: the date of the next document, None for the day it is
    written. term_from: the first day of the committee's term. layout_rules: HD36, HD05, ND30. tone: where the
    office sets the tone of oa, oe, uy: «ủy» or «uỷ»; blank: as most words of a document do.
    provisional_below: per cent of the owing units. compared_from: per cent of them that must stand in both
    periods of a comparison. last_year_master: the master of the year before, reckoned from this one's folder.
    alerted: the addresses that hear of a quick form at once.
    former_body: what `body` was called in it.
    code_above, master_above: the office's code in the master of the level above, and the id of that master.
    file_megabytes, memory_megabytes, seconds: of one file.
    python: the program that the buttons start.
    closed_by, reopening_reason: who closes and reopens periods by a click, and why one is reopened next.
    mail: how the office mails. main_figures: codes of the indicators that the dashboard shows.
    folders: key «thu_muc_...» -> folder, reckoned from the master's; «{ky}» stands for the period.
    """

    year: int
    profile: str = ""
    master_id: str = ""
    body: str = ""
    staff: str = ""
    place: str = ""
    position: str = ""
    signer: str = ""
    issued_by: str = ""
    recipients: tuple[str, ...] = ()
    document_day: date | None = None
    term_from: date | None = None
    layout_rules: str = ""
    tone: str = ""
    draft_label: str | None = None
    draft_round: int | None = None
    ending: str = ""
    email: str = ""
    phone: str = ""
    alerted: str = ""
    closed_by: str = ""
    reopening_reason: str = ""
    roll: Roll = Roll.FORWARD
    close_after_workdays: int = 5
    provisional_below: float = 100
    compared_from: float = 67
    last_year_master: str = ""
    former_body: str = ""
    code_above: str = ""
    master_above: str = ""
    file_megabytes: float = 30
    seconds: float = 20
    memory_megabytes: float = 1024
    python: str = ""
    folders: Mapping[str, str] = field(default_factory=dict)
    mail: MailSettings = MailSettings()
    main_figures: tuple[str, ...] = ()

    def folder(self, key: str) -> str:
        """Return the folder that stands under `key`; raise WrongRequest (CH-01) when none does."""
        folder = self.folders.get(key)
        if not folder:
            raise WrongRequest("CH-01", key=key)
        return folder


def read_settings(texts: Mapping[str, str]) -> Settings:
    """Return the settings of tblCauHinh (key -> text).

    Raise WrongRequest: CH-01 for a needed key without a value, CH-02 for what should be a number and is
    none, CH-03 for what is not on its list, CH-04 for what should be a day and is none.
    """
    found = {key: text.strip() for key, text in texts.items()}
    return Settings(
        year=_year(found),
        profile=found.get("ho_so", ""),
        master_id=_needed(found, "ma_so"),
        body=found.get("co_quan", ""),
        staff=found.get("ban_tham_muu", ""),
        place=found.get("dia_danh", ""),
        position=found.get("chuc_vu_ky", ""),
        signer=found.get("nguoi_ky", ""),
        issued_by=_one_of(found, ISSUER, ISSUING_BODIES),
        recipients=_listed(found, "noi_nhan"),
        document_day=_day(found, DOCUMENT_DAY),
        term_from=_day(found, TERM),
        layout_rules=_one_of(found, LAYOUT_RULES, KNOWN_RULES),
        tone=_one_of(found, TONES, PLACEMENTS),
        draft_label=found.get(FORMER_DRAFT_LINE),
        draft_round=_draft_round(found),
        ending=found.get("dau_ket", ""),
        email=found.get("email", ""),
        phone=found.get("so_dien_thoai", ""),
        alerted=found.get(ALERTED, ""),
        closed_by=found.get("nguoi_chot", ""),
        reopening_reason=found.get(REOPENING_REASON, ""),
        roll=Roll(_one_of(found, "quy_tac_ngay_nghi", tuple(Roll)) or Roll.FORWARD),
        close_after_workdays=int(_number(found, "ngay_khoa", Settings.close_after_workdays, MOST_WORKDAYS)),
        provisional_below=_number(found, "nguong_tam_tinh", Settings.provisional_below, 100),
        compared_from=_number(found, "nguong_so_sanh", Settings.compared_from, 100),
        last_year_master=found.get("so_nam_truoc", ""),
        former_body=found.get("co_quan_truoc", ""),
        code_above=found.get("ma_tren", ""),
        master_above=found.get("ma_so_tren", ""),
        file_megabytes=_number(found, "gioi_han_mb", Settings.file_megabytes, MOST_MEGABYTES),
        seconds=_number(found, "gioi_han_giay", Settings.seconds, MOST_SECONDS) or Settings.seconds,
        memory_megabytes=_number(found, "gioi_han_bo_nho_mb", Settings.memory_megabytes, MOST_MEMORY),
        python=found.get("python", ""),
        folders=_folders(found),
        mail=_mail(found),
        main_figures=_listed(found, "so_lieu_chinh"),
    )


def _mail(found: Mapping[str, str]) -> MailSettings:
    return MailSettings(
        way_out=_one_of(found, "cach_gui_thu", WAYS_OUT) or WAYS_OUT[0],
        domains=_listed(found, "ten_mien_thu"),
        letter_megabytes=_number(found, "thu_toi_da_mb", 20, MOST_MEGABYTES),
        days_before=int(_number(found, "nhac_truoc_ngay", 3, MOST_WORKDAYS)),
        report_recipients=found.get("email_noi_nhan", ""),
        outgoing=_server(found, "smtp", 587),
        incoming=_server(found, "imap", 993),
        inbox=found.get("imap_thu_muc", "") or "INBOX",
        outlook_mailbox=found.get("outlook_hop_thu", ""),
    )


def _server(found: Mapping[str, str], protocol: str, port: int) -> MailServer:
    cipher = _one_of(found, f"{protocol}_bao_mat", CIPHERS)
    return MailServer(
        host=found.get(f"{protocol}_may_chu", ""),
        port=int(_number(found, f"{protocol}_cong", port, MOST_PORT)),
        cipher=cipher or ("TLS" if protocol == "imap" else "STARTTLS"),
        account=found.get(f"{protocol}_tai_khoan", ""),
    )


def _folders(found: Mapping[str, str]) -> dict[str, str]:
    folders = dict(found)
    for key in found:
        if not key.startswith(FOLDER_KEYS):
            del folders[key]
    return folders


def _year(found: Mapping[str, str]) -> int:
    _needed(found, "nam")
    return int(_number(found, "nam", 0, LAST_YEAR))


def _needed(found: Mapping[str, str], key: str) -> str:
    text = found.get(key, "")
    if not text:
        raise WrongRequest("CH-01", key=key)
    return text


def _number(found: Mapping[str, str], key: str, default: float, most: float) -> float:
    """Return the value as a number from 0 to `most`, `default` when it is blank; raise CH-02 otherwise."""
    typed = found.get(key, "")
    text = typed.replace(",", ".")
    try:
        value = float(text or default)
    except ValueError as error:
        raise WrongRequest("CH-02", key=key, value=text, most=most) from error
    if not 0 <= value <= most:  # also of what is not a number
        raise WrongRequest("CH-02", key=key, value=text, most=most)
    return value


def _one_of(found: Mapping[str, str], key: str, known: Sequence[str]) -> str:
    """Return the value that is on the list, whatever its capitals, blank for none; raise CH-03 otherwise."""
    typed = found.get(key, "")
    if not typed:
        return ""
    wanted = typed.casefold()
    for value in known:
        if value.casefold() == wanted:
            return value
    listed = ", ".join(known)
    raise WrongRequest(
        "CH-03",
        key=key,
        value=typed,
        known=listed,
    )


def _day(found: Mapping[str, str], key: str) -> date | None:
    """Return the day that is typed, None where there is none; raise CH-04 for what is no day."""
    return day_of(found.get(key, ""), key)


def day_of(typed: str, key: str = "--day") -> date | None:
    """Return the day of a text, None for a blank one; raise WrongRequest (CH-04) for what is no day."""
    day = parse_date(typed)
    if typed and day is None:
        raise WrongRequest("CH-04", key=key, value=typed)
    return day


def _draft_round(found: Mapping[str, str]) -> int | None:
    if not found.get(DRAFT_ROUND):
        return None
    return int(_number(found, DRAFT_ROUND, 0, MOST_DRAFTS))


def _listed(found: Mapping[str, str], key: str) -> tuple[str, ...]:
    """Return what «;» separates, blanks left out."""
    typed = found.get(key, "")
    named = []
    for part in typed.split(";"):
        name = part.strip()
        if name:
            named.append(name)
    return tuple(named)
