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
DRAWN: Final = "KG_Drawn"  # the macro that Excel calls when the tab is there
_OWN_RELATION: Final = f'<Relationship Id="rIdKhoaGiao" Type="{RELATION}" Target="{PART}"/>'
_END: Final = "</Relationships>"
_TAB: Final = '<tab id="tabKhoaGiao" label="Khoa giáo" keytip="K">{groups}</tab>'
_UI: Final = f'<customUI xmlns="{SCHEMA}" onLoad="{DRAWN}"><ribbon><tabs>{_TAB}</tabs></ribbon></customUI>'
_GROUP: Final = '<group id="grpKhoaGiao{number}" label={label}>{buttons}</group>'
_ROOT_RELATIONS: Final = "_rels/.rels"


def add_ribbon(package: Package) -> None:
    """Put the tab into a macro workbook; Excel 2010 and later shows it, other programs pass it over."""
    xml = ribbon_xml()
    package.replace(PART, xml.encode("utf-8"))
    before = package.read(_ROOT_RELATIONS).decode("utf-8")
    after = before.replace(_END, _OWN_RELATION + _END)
    package.replace(_ROOT_RELATIONS, after.encode("utf-8"))


def ribbon_xml() -> str:
    """Return the tab: a group for each part of the day, a large button for each action."""
    groups = [_group(number, name) for number, name in enumerate(GROUPS, 1)]
    return _UI.format(groups="".join(groups))


def _group(number: int, name: str) -> str:
    buttons = [_button(ACTIONS[action_id]) for action_id in GROUPS[name]]
    label = quoteattr(name)
    return _GROUP.format(number=number, label=label, buttons="".join(buttons))


def _button(action: Action) -> str:
    facts = {
        "id": action.macro,
        "label": action.label,
        "size": "large",
        "imageMso": action.icon,
        "keytip": action.keytip,
        "screentip": action.label,
        "supertip": action.help,
        "onAction": CALLBACK,
        "tag": action.id,
    }
    told = [f"{name}={quoteattr(text)}" for name, text in facts.items()]
    return f"<button {' '.join(told)}/>"
