"""A letter that no server would take goes without its largest files, says so, and tells the office where they are."""

from pathlib import Path

from khoagiao_xl.mail.letter import Attachment, Letter
from khoagiao_xl.mail.letter_sizes import fitted, megabytes_of
from khoagiao_xl.model.mail_records import LetterKind

MEGABYTE = 1024 * 1024
SMALL, LARGE = Attachment("Biểu.xlsx", b"x" * MEGABYTE), Attachment("Báo cáo năm.docx", b"x" * 25 * MEGABYTE)
LETTER = Letter(LetterKind.REPORT, "Báo cáo", "Kính gửi\n", attachments=(SMALL, LARGE))


def test_a_file_of_25_megabytes_is_left_out_and_its_letter_says_so() -> None:
    found = fitted(LETTER, 20)
    assert found.letter.attachments == (SMALL,)
    assert found.letter.body.endswith(
        "Tệp «Bao-cao-nam.docx» (25,0 MB) quá lớn để gửi kèm thư này, sẽ được chuyển riêng.\n"
    )


def test_the_office_is_told_where_the_file_lies_and_why() -> None:
    (told,) = fitted(LETTER, 20).told
    assert "25,0 MB" in told
    assert "quá 20 MB" in told
    assert "«gui-rieng»" in told


def test_the_file_lies_whole_beside_the_drafts() -> None:
    (file,) = fitted(LETTER, 20).files(Path("thu-nhap"))
    assert file.path == Path("thu-nhap/gui-rieng/Bao-cao-nam.docx")
    assert file.bytes() == LARGE.data


def test_a_letter_that_fits_stays_as_it_is() -> None:
    found = fitted(LETTER, 40)
    assert (found.letter, found.left_out, found.told) == (LETTER, (), ())


def test_a_letter_is_as_large_as_it_goes_over_the_line() -> None:
    assert 35 < megabytes_of(LETTER) < 36


def test_many_small_files_are_left_out_until_the_rest_fits() -> None:
    letter = Letter(LetterKind.REPORT, "", "", attachments=(SMALL,) * 5)
    found = fitted(letter, 3)
    assert len(found.letter.attachments) == 2
    assert megabytes_of(found.letter) <= 3


def test_a_letter_of_files_that_are_all_too_large_goes_alone() -> None:
    letter = Letter(LetterKind.REPORT, "", "", attachments=(LARGE, LARGE))
    assert fitted(letter, 1).letter.attachments == ()
