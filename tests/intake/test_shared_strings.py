"""Shared strings, most of them plain and some with looks of their own, are read as one tree would read them."""

from __future__ import annotations

import pytest

from khoagiao_xl.intake.safety.shared_strings import read_strings
from khoagiao_xl.intake.safety.xml_guard import Refused

DEPTH, SLACK = 20, 10
RICH = "<si><r><rPr><b/></rPr><t>Số </t></r><r><t>liệu</t></r></si>"


def texts(inside: str, head: str = "") -> list[str]:
    data = f'{head}<sst xmlns="http://s" count="3" uniqueCount="3">{inside}</sst>'
    return read_strings(data.encode(), "strings.xml", DEPTH, SLACK).texts


def test_plain_strings_keep_their_places_around_rich_ones() -> None:
    told = f"<si><t>một</t></si><si><t>hai &amp; ba</t></si>{RICH}<si><t/></si><si><t>năm</t></si>{RICH}"
    assert texts(told) == ["một", "hai & ba", "Số liệu", "", "năm", "Số liệu"]


def test_what_stands_in_a_comment_is_no_string() -> None:
    assert texts(f"<!--<si><t>không</t></si>-->{RICH}<si><t>có</t></si>") == ["Số liệu", "có"]


def test_a_string_that_bears_our_own_mark_is_read_as_it_is() -> None:
    assert texts(f'<si kg-run="0"><t>lạ</t></si>{RICH}<si><t>có</t></si>') == ["lạ", "Số liệu", "có"]


def test_an_entity_that_there_is_not_is_refused_among_rich_strings_too() -> None:
    with pytest.raises(Refused):
        texts(f"<si><t>&abc;</t></si>{RICH}")


def test_another_encoding_is_read_too() -> None:
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    data = f'{head}<sst xmlns="http://s">{RICH}<si><t>có</t></si></sst>'.encode("utf-16")
    assert read_strings(data, "strings.xml", DEPTH, SLACK).texts == ["Số liệu", "có"]
