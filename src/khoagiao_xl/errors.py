"""What stops the work: one small class per cause, each with its sentence in the catalogue.

KhoaGiaoError
├── MissingFile        TEP-01     ├── NotAWorkbook     TEP-06
├── ChangedMeanwhile   TEP-02     ├── AlreadyThere     TEP-07
├── OpenElsewhere      TEP-03     ├── NoBackup         TEP-08
├── Busy               TEP-04     ├── NotAFolder       TEP-10
├── CannotWrite        TEP-05     ├── MissingPart      TEP-13
                                  ├── WrongRequest     any code: the office asked for what is not there
                                  └── NotNow           any code: the open workbook cannot be worked in now
"""

from typing import ClassVar

from khoagiao_xl.wording import sentence


class KhoaGiaoError(Exception):
    """Work that cannot be done; `str()` is one Vietnamese sentence for the office."""

    code: ClassVar[str] = ""

    def __init__(self, /, **facts: object) -> None:
        self.facts = facts
        super().__init__(sentence(self.code, facts))


class MissingFile(KhoaGiaoError):
    """A file that was named is not there."""

    code = "TEP-01"


class ChangedMeanwhile(KhoaGiaoError):
    """The master on disk is no longer the one that was read."""

    code = "TEP-02"


class OpenElsewhere(KhoaGiaoError):
    """The master is open in Excel or LibreOffice."""

    code = "TEP-03"


class Busy(KhoaGiaoError):
    """Another run holds the lock of the master."""

    code = "TEP-04"


class CannotWrite(KhoaGiaoError):
    """The system refused to write a file."""

    code = "TEP-05"


class NotAWorkbook(KhoaGiaoError):
    """The file is not a workbook that can be read."""

    code = "TEP-06"


class AlreadyThere(KhoaGiaoError):
    """A file that would be made exists already."""

    code = "TEP-07"


class NoBackup(KhoaGiaoError):
    """There is no earlier copy to go back to."""

    code = "TEP-08"


class NotAFolder(KhoaGiaoError):
    """A folder was asked for and the path is none."""

    code = "TEP-10"


class NotEmpty(KhoaGiaoError):
    """A folder that would be filled anew holds something else."""

    code = "TEP-11"


class MissingPart(KhoaGiaoError):
    """A file of an installed package that a master is made with is not there."""

    code = "TEP-13"


class WrongRequest(KhoaGiaoError):
    """The office asked for something the master does not hold; the code says which."""

    def __init__(self, code: str, /, **facts: object) -> None:
        self.code = code  # type: ignore[misc]  # one class for many codes, by design
        super().__init__(**facts)


class NotNow(KhoaGiaoError):
    """The master is open in an office program and cannot be worked in there as it is; the code says why."""

    def __init__(self, code: str, /, **facts: object) -> None:
        self.code = code  # type: ignore[misc]  # one class for many codes, by design
        super().__init__(**facts)
