"""The end of a document as a template holds it: the closing sentence, who signs, who receives."""

from __future__ import annotations

from typing import Final

from khoagiao_xl.report.letterhead_drawing import centred, two_cells
from khoagiao_xl.report.page_values import STATE_VALUES, VALUES, PageValues
from khoagiao_xl.report.word_drawing import paragraph, plain, run, spacing, table

SIGNATURE_WIDTHS: Final = (83, 82)  # mm
SIGNATURE: Final = "Ký"  # the name of the table, by which the end of the text is found again
KEEP: Final = "<w:keepNext/>"
ROOM_TO_SIGN: Final = 1600  # twips, about 28 mm: four to five lines


def closing() -> str:
    """Return the closing sentence, kept with the signature: no page holds a signature and no text."""
    kept = f"{KEEP}<w:keepLines/>"
    words = run("{{ ket_thuc }}")
    return paragraph("KGLoiVan", words, properties=kept)


def party_signature() -> str:
    """Return who receives and who signs; the position is not bold in documents of the Party."""
    size = VALUES.least("TT45")
    heading = run("Nơi nhận:", size=size, underline=True)
    recipients = [
        paragraph("KGNoiNhan", heading, properties=_below_text()),
        plain("KGNoiNhan", "{{ noi_nhan }}"),
    ]
    return _block(recipients, VALUES)


def state_signature() -> str:
    """Return who receives and who signs, as Nghị định 30 wants it."""
    size = STATE_VALUES.least("TT45")
    size_of_list = STATE_VALUES.least("TT46")
    heading = run("Nơi nhận:", size=size, bold=True, italic=True)
    listed = run("{{ noi_nhan }}", size=size_of_list)
    recipients = [
        paragraph("KGNoiNhan", heading, properties=_below_text()),
        paragraph("KGNoiNhan", listed),
    ]
    return _block(recipients, STATE_VALUES)


def _block(recipients: list[str], values: PageValues) -> str:
    room_to_sign = spacing(before=ROOM_TO_SIGN)
    signer = [
        centred("{{ quyen_han }}", bold=True, properties=_below_text()),
        centred("{{ chuc_vu }}", bold=values.is_bold("TT41"), properties=KEEP),
        centred("{{ nguoi_ky }}", bold=True, properties=room_to_sign),
    ]
    left = "".join(recipients)
    right = "".join(signer)
    both = two_cells(SIGNATURE_WIDTHS, left, right)
    return table(SIGNATURE_WIDTHS, [both], bordered=False, name=SIGNATURE)


def _below_text() -> str:
    return KEEP + spacing(before=240)
