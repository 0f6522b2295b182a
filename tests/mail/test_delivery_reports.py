"""A letter by a mail server is known as one, and says whom the office's letter did not reach, and why."""

from __future__ import annotations

import pytest

from khoagiao_xl.mail.delivery_reports import DeliveryReport, ReportOutcome, read_delivery_report
from tests.mail.server_letters import CODE, ENCODED, OURS, SUBJECT, WHY, plain, standard


def read(data: bytes) -> DeliveryReport:
    report = read_delivery_report(data)
    assert report
    return report


def test_a_standard_report_names_letter_address_reason_and_day() -> None:
    report = read(standard())
    assert report == DeliveryReport(
        ReportOutcome.FAILED,
        addresses=("b@khoi.example",),
        why=WHY,
        codes=(CODE,),
        subject="Viet chuyen",
        day="09:30 22/01/2024",
    )


@pytest.mark.parametrize(
    ("action", "outcome"),
    [
        ("failed", ReportOutcome.FAILED),
        ("Failed", ReportOutcome.FAILED),
        ("delayed", ReportOutcome.DELAYED),
        ("delivered", ReportOutcome.OTHER),
        ("relayed", ReportOutcome.OTHER),
        ("expanded", ReportOutcome.OTHER),
    ],
)
def test_only_what_failed_came_back(action: str, outcome: ReportOutcome) -> None:
    assert read(standard(action=action)).outcome is outcome


def test_a_receipt_of_reading_is_no_failure() -> None:
    assert read(standard(report="disposition-notification")).outcome is ReportOutcome.OTHER


def test_of_several_recipients_those_are_named_that_failed() -> None:
    one = standard().replace(
        b"Final-Recipient: rfc822; b@khoi.example",
        b"Final-Recipient: rfc822; a@khoi.example\r\nAction: delivered\r\n\r\n"
        b"Final-Recipient: rfc822; b@khoi.example",
    )
    assert read(one).addresses == ("b@khoi.example",)


def test_the_address_is_the_one_that_the_office_wrote_to() -> None:
    forwarded = standard(address="kho@khac.example\r\nOriginal-Recipient: rfc822;b@khoi.example")
    assert read(forwarded).addresses == ("b@khoi.example",)


def test_the_head_of_the_letter_alone_is_enough() -> None:
    head_alone = standard().replace(b"message/rfc822", b"text/rfc822-headers")
    assert read(head_alone).subject == "Viet chuyen"


def test_a_subject_in_vietnamese_is_read() -> None:
    assert read(standard(OURS.replace("Viet chuyen", ENCODED))).subject == SUBJECT


def test_a_long_reason_is_cut() -> None:
    assert len(read(standard(why="550 " + "x " * 400)).why) <= 161


# -- those that follow no standard ------------------------------------------------------------------------


def test_exim_names_the_addresses_in_the_head() -> None:
    report = read(plain("X-Failed-Recipients: b@khoi.example,\r\n c@khoi.example\r\n", f"\r\n{OURS}"))
    assert (report.addresses, report.codes) == (("b@khoi.example", "c@khoi.example"), (CODE,))


def test_qmail_names_them_in_the_text() -> None:
    text = f"Hi. This is the qmail-send program.\r\n\r\n<b@khoi.example>:\r\n550 user unknown\r\n\r\n--- Below\r\n{OURS}"
    report = read(plain(text=text))
    assert (report.addresses, report.why, report.codes) == (("b@khoi.example",), "550 user unknown", (CODE,))


def test_a_postmaster_who_answers_by_himself_is_a_server() -> None:
    report = read(plain("Auto-Submitted: auto-replied\r\n", OURS, "postmaster@khoi.example"))
    assert report.outcome is ReportOutcome.FAILED


@pytest.mark.parametrize(
    "sender", ["postmaster@khoi.example", "syt@khoi.example", "Mailer-Daemon <syt@khoi.example>"]
)
def test_a_letter_by_a_person_is_none(sender: str) -> None:
    assert read_delivery_report(plain(text=f"Kinh gui\r\n{OURS}", sender=sender)) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff\r\n\r\n",
        b"Content-Type: multipart/report\r\n\r\nx",
        b'Content-Type: multipart/report; boundary="B"\r\n\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\n\r\n',
        b"Content-Type: multipart/report\r\nDate: 99\r\n\r\n",
        b"X-Failed-Recipients: =?x?q?\r\n\r\n",
    ],
)
def test_a_damaged_one_stops_nothing(data: bytes) -> None:
    report = read_delivery_report(data)
    assert report is None or not report.codes
