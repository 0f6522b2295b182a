"""tblCauHinh as one typed record; what the office typed wrong is one sentence that names the key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.workdays import Roll

FIRST_YEAR, LAST_YEAR = 1930, 2100  # beyond these a year of the office is a slip
MOST_WORKDAYS: Final = 60
ALERTED: Final = "email_lanh_dao"
REOPENING_REASON: Final = "ly_do_mo_ky"  # the key that reopening a period blanks
FOLDER_KEYS: Final = "thu_muc_"  # what every key of a folder begins with
MOST_MEGABYTES, MOST_SECONDS, MOST_MEMORY = 200, 600, 16_384


@dataclass(frozen=True)
class Settings:
    """The choices of the office. Texts are blank where nothing was typed.

    draft_label: None where the key is missing, which is not the same as blanked.
    provisional_below: per cent of the owing units. compared_from: per cent of them that must stand in both
    periods of a comparison. last_year_master: the master of the year before, reckoned from this one's folder.
    alerted: the addresses that hear of a quick form at once.
    former_body: what `body` was called in it.
    code_above, master_above: the office's code in the master of the level above, and the id of that master.
    file_megabytes, memory_megabytes, seconds: of one file.
    python: the program that the buttons start.
    closed_by, reopening_reason: who closes and reopens periods by a click, and why one is reopened next.
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
    draft_label: str | None = None
    ending: str = ""
    email: str = ""
    phone: str = ""
    alerted: str = ""
    closed_by: str = ""
    reopening_reason: str = ""
    roll: Roll = Roll.FORWARD
    close_after_workdays: int = 5
    provisional_below: float = 100
    compared_from: float = 50
    last_year_master: str = ""
    former_body: str = ""
    code_above: str = ""
    master_above: str = ""
    file_megabytes: float = 30
    seconds: float = 20
    memory_megabytes: float = 1024
    python: str = ""
    folders: Mapping[str, str] = field(default_factory=dict)

    def folder(self, key: str) -> str:
        """Return the folder that stands under `key`; raise WrongRequest (CH-01) when none does."""
        folder = self.folders.get(key)
        if not folder:
            raise WrongRequest("CH-01", key=key)
        return folder


def read_settings(texts: Mapping[str, str]) -> Settings:
    """Return the settings of tblCauHinh (key -> text).

    Raise WrongRequest: CH-01 for a needed key without a value, CH-02 for what should be a number and is
    none, CH-03 for what is not on its list.
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
        draft_label=found.get("du_thao"),
        ending=found.get("dau_ket", ""),
        email=found.get("email", ""),
        phone=found.get("so_dien_thoai", ""),
        alerted=found.get(ALERTED, ""),
        closed_by=found.get("nguoi_chot", ""),
        reopening_reason=found.get(REOPENING_REASON, ""),
        roll=_roll(found),
        close_after_workdays=int(_number(found, "ngay_khoa", 5, MOST_WORKDAYS)),
        provisional_below=_number(found, "nguong_tam_tinh", 100, 100),
        compared_from=_number(found, "nguong_so_sanh", 50, 100),
        last_year_master=found.get("so_nam_truoc", ""),
        former_body=found.get("co_quan_truoc", ""),
        code_above=found.get("ma_tren", ""),
        master_above=found.get("ma_so_tren", ""),
        file_megabytes=_number(found, "gioi_han_mb", 30, MOST_MEGABYTES),
        seconds=_number(found, "gioi_han_giay", 20, MOST_SECONDS) or 20,
        memory_megabytes=_number(found, "gioi_han_bo_nho_mb", 1024, MOST_MEMORY),
        python=found.get("python", ""),
        folders=_folders(found),
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


def _roll(found: Mapping[str, str]) -> Roll:
    key = "quy_tac_ngay_nghi"
    typed = found.get(key, "")
    value = typed.casefold() or Roll.FORWARD
    if value not in tuple(Roll):
        known = ", ".join(Roll)
        raise WrongRequest("CH-03", key=key, value=value, known=known)
    return Roll(value)
