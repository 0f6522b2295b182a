"""The sections of the report: which units reported, what the figures say, what reviews are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.records import State
from khoagiao_xl.report.citing import Citations, day_text, due_in, name_review
from khoagiao_xl.report.report_tables import NOT_REPORTED, symbols_in
from khoagiao_xl.report.section_sentences import Section
from khoagiao_xl.report.sentences import amount, figure_of, has_answer, number
from khoagiao_xl.wording.report import PHRASES, STATE_PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent


def tell_states(content: ReportContent, appendix: str) -> str:
    """Return how many of the units have reported and what became of the others; `appendix` lists them."""
    told = {state: _state(state, len(content.states.get(state, ()))) for state in State}
    of_which = [told[state] for state in (State.NOTHING, State.QUESTIONED) if told[state]]
    others = [told[state] for state in (*NOT_REPORTED, State.WAIVED) if told[state]]
    details = f" (trong đó {', '.join(of_which)})" if of_which else ""
    details += f"; {', '.join(others)}" if others else ""
    details += PHRASES["xem_danh_sach"].format(appendix=appendix) if appendix else ""
    phrase = (
        "tinh_hinh"
        if content.reported
        else "tinh_hinh_khong_ai"
        if content.expected
        else "tinh_hinh_khong_ro"
    )
    return PHRASES[phrase].format(
        day=day_text(content.today), whole=content.letterhead.whole, details=details,
        reported=number(content.reported), owing=number(content.expected),
    )  # fmt: skip


def _state(state: State, count: int) -> str:
    phrase = STATE_PHRASES.get(state.value)
    return phrase.format(count=number(count)) if phrase and count else ""


def tell_section(content: ReportContent, tag: str, usual: str, citations: Citations) -> list[str]:
    """Return the paragraphs of a section, and an honest word where it has nothing to tell."""
    section = Section(content, tag, usual)
    told = section.paragraphs()
    if tag in OWN_WORDS:
        told += OWN_WORDS[tag](content, citations)
    if told or tag == "dac_diem":
        return told
    return [PHRASES["muc_trong" if section.is_asked() or not content.totals else "muc_khong_hoi"]]


def _studied(content: ReportContent, citations: Citations) -> list[str]:
    """Tell which directives were studied (KG105), each once, or how many where only the number is known."""
    total = content.by_code.get("KG105")
    if total is None:
        return []
    if not has_answer(total):
        return [PHRASES["chua_co_so_lieu"].format(names=PHRASES["danh_muc_quan_triet"])]
    symbols = symbols_in(total)
    names = [citations.cite(symbol) for symbol in symbols]
    shown = (
        amount(total) if figure_of(total) is not None else f"{number(len(symbols))} {total.unit_of_measure}"
    )
    if names:
        return _listed(PHRASES["quan_triet"].format(amount=shown), names)
    return [PHRASES["quan_triet_so" if figure_of(total) else "quan_triet_khong"].format(amount=shown)]


def _due_reviews(content: ReportContent, citations: Citations) -> list[str]:
    due = due_in(content.reviews, content.period)
    if not due:
        return [PHRASES["khong_den_moc"]] if content.reviews else []
    return _listed(PHRASES["den_moc"], [name_review(review, citations) for review in due])


def tell_coming_reviews(content: ReportContent, citations: Citations) -> list[str]:
    """Return the reviews whose anniversary falls into the next period, as tasks."""
    coming = content.period.next
    names = [name_review(review, citations) for review in due_in(content.reviews, coming)]
    return _listed(PHRASES["den_moc_sau"].format(period=coming.label), names) if names else []


def _listed(opening: str, names: list[str]) -> list[str]:
    """Return one sentence for one name, and a list of lines for several."""
    if len(names) == 1:
        return [f"{opening} {names[0]}."]
    lines = [f"- {name[0].upper()}{name[1:]};" for name in names]
    return [opening, *lines[:-1], f"{lines[-1][:-1]}."]


# What only one section has to say, besides its figures.
OWN_WORDS = {"muc_1": _studied, "muc_4": _due_reviews}
