"""The quick form as a unit gets it."""

import io

from python_calamine import CalamineWorkbook

from khoagiao_xl.forms.quick_form import draw_quick_template


def test_a_blank_one_greets_with_what_is_not_filled_in_yet_not_with_faults() -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(draw_quick_template()))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    told = [str(value) for row in rows for value in row]
    assert "Còn 6 ô chưa điền" in told
    assert not any("PHẢI SỬA" in text for text in told)
