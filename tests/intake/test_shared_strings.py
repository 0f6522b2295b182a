"""Shared strings, most of them plain and some with looks of their own, are read as one tree would read them."""

from __future__ import annotations

import pytest

from khoagiao_xl.intake.safety.appearance import Look, Run
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


@pytest.mark.parametrize(
    "odd",
    [
        '<si kg="0"><t>lạ</t></si>',
        "<si><t>lạ</t><rPh><t>đọc</t></rPh></si>",
        '<si><r><rPr><b x:val="1" xmlns:x="http://x"/></rPr><t>lạ</t></r></si>',
        "<si><r><t>l</t></r><!-- không --><r><t>ạ</t></r></si>",
        "<si><r><rPr><extLst><b/></extLst></rPr><t>lạ</t></r></si>",
    ],
)
def test_a_string_that_no_program_writes_so_is_read_as_it_is(odd: str) -> None:
    assert texts(f"{odd}{RICH}<si><t>có</t></si>") == ["lạ", "Số liệu", "có"]


def test_looks_and_old_fonts_of_a_string_are_told_each_time_it_comes() -> None:
    struck = '<si><r><rPr><strike/><rFont val=".VnTime"/></rPr><t>Sè</t></r><r><t> 5</t></r></si>'
    data = f"<sst>{struck}<si><t>a</t></si>{struck}</sst>".encode()
    found = read_strings(data, "strings.xml", DEPTH, SLACK)
    assert found.pieces == dict.fromkeys((0, 2), ((".VnTime", "Sè"), ("", " 5")))
    assert found.runs == dict.fromkeys((0, 2), (Run(Look(is_struck=True), "Sè"),))


@pytest.mark.parametrize("broken", ['<b val="1" val="2"/>', "<b/></rPr><rPr>", '<b x:val="1"/>'])
def test_what_is_no_xml_is_refused_in_a_look_too(broken: str) -> None:
    with pytest.raises(Refused, match="TN-18"):
        texts(f"<si><r><rPr>{broken}</rPr><t>a</t></r></si>".replace("</rPr><rPr>", "<i>"))


def test_an_entity_that_there_is_not_is_refused_among_rich_strings_too() -> None:
    with pytest.raises(Refused):
        texts(f"<si><t>&abc;</t></si>{RICH}")


def test_another_encoding_is_read_too() -> None:
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    data = f'{head}<sst xmlns="http://s">{RICH}<si><t>có</t></si></sst>'.encode("utf-16")
    assert read_strings(data, "strings.xml", DEPTH, SLACK).texts == ["Số liệu", "có"]
