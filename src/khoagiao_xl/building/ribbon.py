"""The ribbon tab «Khoa giáo» of Excel, drawn from ACTIONS and added to the finished package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from khoagiao_xl.actions import ACTIONS, GROUPS

if TYPE_CHECKING:
    from khoagiao_xl.actions import Action
    from khoagiao_xl.books.package.opc import Package

PART: Final = "customUI/customUI14.xml"
SCHEMA: Final = "http://schemas.microsoft.com/office/2009/07/customui"
RELATION: Final = "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"
CALLBACK: Final = "KG_Ribbon"  # one macro for all: the button's tag says which action
_ROOT_RELATIONS: Final = "_rels/.rels"


def add_ribbon(package: Package) -> None:
    """Put the tab into a macro workbook; Excel 2010 and later shows it, other programs pass it over."""
    package.replace(PART, ribbon_xml().encode("utf-8"))
    relations = package.read(_ROOT_RELATIONS).decode("utf-8")
    own = f'<Relationship Id="rIdKhoaGiao" Type="{RELATION}" Target="{PART}"/>'
    package.replace(_ROOT_RELATIONS, relations.replace("</Relationships>", f"{own}</Relationships>").encode())


def ribbon_xml() -> str:
    """Return the tab: a group for each part of the day, a large button for each action."""
    groups = "".join(_group(at, name, ids) for at, (name, ids) in enumerate(GROUPS.items(), 1))
    tab = f'<tab id="tabKhoaGiao" label="Khoa giáo" keytip="K">{groups}</tab>'
    return f'<customUI xmlns="{SCHEMA}"><ribbon><tabs>{tab}</tabs></ribbon></customUI>'


def _group(at: int, name: str, ids: tuple[str, ...]) -> str:
    buttons = "".join(_button(ACTIONS[action_id]) for action_id in ids)
    return f'<group id="grpKhoaGiao{at}" label={quoteattr(name)}>{buttons}</group>'


def _button(action: Action) -> str:
    facts = {
        "id": action.macro, "label": action.label, "size": "large", "imageMso": action.icon,
        "keytip": action.keytip, "screentip": action.label, "supertip": action.help,
        "onAction": CALLBACK, "tag": action.id,
    }  # fmt: skip
    return f"<button {' '.join(f'{name}={quoteattr(text)}' for name, text in facts.items())}/>"
