"""What stops the work: one small class per cause, each with its sentence in the catalogue.

KhoaGiaoError
├── MissingFile        TEP-01     ├── NotAWorkbook     TEP-06
├── ChangedMeanwhile   TEP-02     ├── AlreadyThere     TEP-07
├── OpenElsewhere      TEP-03     ├── NoBackup         TEP-08
│   ├── OpenOnMachine  TEP-17     ├── NotAFolder       TEP-10
│   ├── LeftOpenMark   TEP-18     ├── NotEmpty         TEP-11
│   └── HeldByProgram  TEP-19     ├── MissingPart      TEP-13
├── Busy               TEP-04     ├── SystemRefused    TEP-16
├── CannotWrite        TEP-05     ├── Interrupted      TEP-20
│   ├── DiskFull       TEP-14     ├── WrongRequest     any code: the office asked for what is not there
│   ├── NameTooLong    TEP-15     └── NotNow           any code: the open workbook cannot be worked in now
│   └── HeldFile       TEP-24
"""

from typing import ClassVar

from khoagiao_xl.wording import sentence


class KhoaGiaoError(Exception):
    """Work that cannot be done; `str()` is one Vietnamese sentence for the office."""

    code: ClassVar[str] = ""

    def __init__(self, /, **facts: object) -> None:
        self.facts = facts
        told = sentence(self.code, facts)
        super().__init__(told)


class MissingFile(KhoaGiaoError):
    """A file that was named is not there."""

    code = "TEP-01"


class ChangedMeanwhile(KhoaGiaoError):
    """The master on disk is no longer the one that was read."""

    code = "TEP-02"


class OpenElsewhere(KhoaGiaoError):
    """The master is open in Excel or LibreOffice."""

    code = "TEP-03"


class OpenOnMachine(OpenElsewhere):
    """The master is open in LibreOffice, on a machine that is known."""

    code = "TEP-17"


class LeftOpenMark(OpenElsewhere):
    """A LibreOffice of this machine that runs no more has left its mark of an open file."""

    code = "TEP-18"


class HeldByProgram(OpenElsewhere):
    """A program holds the master without any mark that could be seen."""

    code = "TEP-19"


class Busy(KhoaGiaoError):
    """Another run holds the lock of the master."""

    code = "TEP-04"


class CannotWrite(KhoaGiaoError):
    """The system refused to write a file."""

    code = "TEP-05"


class DiskFull(CannotWrite):
    """There is no room left for a file, or for this user's files."""

    code = "TEP-14"


class NameTooLong(CannotWrite):
    """The system takes no name of that length."""

    code = "TEP-15"


class HeldFile(CannotWrite):
    """Another program, mostly Word, holds the file that is to be written anew; it stays as it is."""

    code = "TEP-24"


class SystemRefused(KhoaGiaoError):
    """The system refused to let us read or use a file."""

    code = "TEP-16"


class Interrupted(KhoaGiaoError):
    """Somebody stopped the work at the terminal."""

    code = "TEP-20"


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
