"""Letters as mail servers write them: of a letter that did not arrive, is late, was delivered, was read."""

from __future__ import annotations

from typing import Final

CODE: Final = "0123456789abcdef01234567"
OURS: Final = f"Message-ID: <{CODE}@khoagiao.invalid>\r\nSubject: Viet chuyen\r\nTo: b@khoi.example\r\n"
SUBJECT: Final = "Đôn đốc công tác khoa giáo"
ENCODED: Final = "=?utf-8?b?xJDDtG4gxJHhu5FjIGPDtG5nIHTDoWMga2hvYSBnacOhbw==?="
WHY: Final = "550 5.1.1 b@khoi.example: Recipient address rejected: User unknown"


def standard(
    original: str = OURS,
    action: str = "failed",
    address: str = "b@khoi.example",
    report: str = "delivery-status",
    why: str = WHY,
    form: bytes = b"",
) -> bytes:
    """Return a report by RFC 3464; form: a workbook that went with the letter, and comes back in it."""
    status = f"Reporting-MTA: dns; mx.khoi.example\r\n\r\nFinal-Recipient: rfc822; {address}\r\nAction: {action}\r\n"
    status += f"Status: 5.1.1\r\nDiagnostic-Code: smtp; {why}\r\n"
    body = f"{original}\r\nNoi dung thu.\r\n"
    if form:
        body = f"{original}{_attached(form)}"
    return (
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.khoi.example (Mail Delivery System)\r\n"
        "To: ban@tinh.example\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        "Date: Mon, 22 Jan 2024 09:30:00 +0700\r\nMessage-ID: <dsn-1@mx.khoi.example>\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type={report}; boundary="B"\r\n\r\n'
        "--B\r\nContent-Type: text/plain\r\n\r\nThis is the mail system at host mx.khoi.example.\r\n"
        f"--B\r\nContent-Type: message/{report}\r\n\r\n{status}\r\n"
        f"--B\r\nContent-Type: message/rfc822\r\n\r\n{body}\r\n--B--\r\n"
    ).encode()


def _attached(form: bytes) -> str:
    from base64 import encodebytes

    coded = encodebytes(form).decode().replace("\n", "\r\n")
    return (
        'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="I"\r\n\r\n--I\r\nContent-Type: text/plain\r\n'
        "\r\nKinh gui.\r\n--I\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
        f'Content-Disposition: attachment; filename="SYT.xlsx"\r\n\r\n{coded}\r\n--I--\r\n'
    )


def plain(
    heads: str = "", text: str = "", sender: str = "Mail Delivery System <MAILER-DAEMON@mx.example>"
) -> bytes:
    """Return a letter by a server that follows no standard."""
    return (
        f"From: {sender}\r\nTo: ban@tinh.example\r\nSubject: failure notice\r\n"
        f"Date: Mon, 22 Jan 2024 09:30:00 +0700\r\n{heads}\r\n{text}"
    ).encode()
