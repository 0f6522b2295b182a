"""The ribbon lists exactly ACTIONS, in the order of the day, and the package holds it as Excel expects."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from khoagiao_xl.actions import ACTIONS, GROUPS
from khoagiao_xl.building.macro_project import COMMON
from khoagiao_xl.building.ribbon import CALLBACK, DRAWN, PART, RELATION, SCHEMA

NAME = f"{{{SCHEMA}}}"


def test_the_tab_holds_every_action_once_with_its_words_and_keys(parts: dict[str, str]) -> None:
    root = ET.fromstring(parts[PART])  # noqa: S314  # our own text
    buttons = list(root.iter(f"{NAME}button"))
    assert [button.get("tag") for button in buttons] == [one for ids in GROUPS.values() for one in ids]
    assert sorted(one for ids in GROUPS.values() for one in ids) == sorted(ACTIONS)
    for button in buttons:
        action = ACTIONS[button.get("tag", "")]
        assert (button.get("label"), button.get("supertip"), button.get("id")) == (
            action.label,
            action.help,
            action.macro,
        )


def test_a_key_leads_to_one_button_only(parts: dict[str, str]) -> None:
    keys = [action.keytip for action in ACTIONS.values()]
    assert len(set(keys)) == len(keys)
    root = ET.fromstring(parts[PART])  # noqa: S314  # our own text
    assert [group.get("label") for group in root.iter(f"{NAME}group")] == list(GROUPS)


def test_the_package_relates_to_the_tab_as_office_2010_looks_for_it(parts: dict[str, str]) -> None:
    assert f'Type="{RELATION}" Target="{PART}"' in parts["_rels/.rels"]
    assert 'Extension="xml"' in parts["[Content_Types].xml"]


def test_the_callback_is_a_macro_that_takes_the_button() -> None:
    assert f"Public Sub {CALLBACK}(ByVal control As Object)" in COMMON[0].read_text(encoding="ascii")


def test_the_callback_for_a_drawn_tab_is_a_macro(parts: dict[str, str]) -> None:
    root = ET.fromstring(parts[PART])  # noqa: S314  # our own text
    assert root.get("onLoad") == DRAWN
    assert f"Public Sub {DRAWN}(ByVal ribbon As Object)" in COMMON[0].read_text(encoding="ascii")
