"""The one catalogue of what the office reads: a code, and the Vietnamese sentence that belongs to it.

Each family of sentences is a file beside this one. A sentence says what is wrong and what to do;
the place (file, sheet, cell) is a field of the finding and is composed in front of it once.
"""

from collections.abc import Mapping

from khoagiao_xl.vietnamese.figures import fact_text
from khoagiao_xl.wording import (
    checks,
    closing_periods,
    covering_mail,
    differences,
    drafted_letters,
    fetched_mail,
    forms,
    intake,
    issue_texts,
    issued_documents,
    laid_documents,
    laid_words,
    last_years,
    letter_texts,
    machine_checks,
    master,
    new_masters,
    office_installing,
    open_workbooks,
    outlook_mail,
    plan,
    report,
    report_templates,
    report_words,
    restored_masters,
    returned_forms,
    rules,
    secret_files,
    sent_letters,
    steps,
    stored_files,
    told_kinds,
    traced_figures,
    typed_cells,
    unprintable_forms,
    upward,
    urging_mail,
)

FAMILIES = [
    stored_files,
    master,
    new_masters,
    last_years,
    office_installing,
    open_workbooks,
    plan,
    checks,
    unprintable_forms,
    forms,
    intake,
    differences,
    secret_files,
    typed_cells,
    returned_forms,
    restored_masters,
    rules,
    issue_texts,
    report,
    report_templates,
    report_words,
    urging_mail,
    covering_mail,
    drafted_letters,
    fetched_mail,
    letter_texts,
    sent_letters,
    outlook_mail,
    traced_figures,
    closing_periods,
    steps,
    upward,
    laid_documents,
    laid_words,
    issued_documents,
    told_kinds,
    machine_checks,
]


def _collect() -> dict[str, str]:
    sentences: dict[str, str] = {}
    for family in FAMILIES:
        twice = sentences.keys() & family.SENTENCES.keys()
        if twice:
            raise ValueError(f"codes defined twice: {sorted(twice)}")
        sentences |= family.SENTENCES
    return sentences


SENTENCES: Mapping[str, str] = _collect()


class _Unknown(dict[str, str]):
    """Facts that answer «?» for a missing name: reporting a failure must not fail itself."""

    def __missing__(self, key: str) -> str:
        return "?"


def sentence(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence of `code` with `facts` filled in, each as the office writes it.

    An unknown code is shown as it is.
    """
    written = _Unknown()
    for name, value in facts.items():
        written[name] = fact_text(value)
    pattern = SENTENCES.get(code, code)
    return pattern.format_map(written)
