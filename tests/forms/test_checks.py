"""The check column of a form says what the intake will say: compared in a real office program."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from khoagiao_xl.books.package.opc import Package
from khoagiao_xl.books.package.recalculation import forget_results
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.forms.canvas import TOKENS
from khoagiao_xl.forms.draw_form import draw_template
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.stamping import Stamp
from khoagiao_xl.model.findings import Severity
from khoagiao_xl.model.indicators import Type
from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.model.records import Entry
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.rules.check_form import check_form
from khoagiao_xl.rules.form import Form
from khoagiao_xl.rules.rule import Rule

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.model.indicators import Indicator

SOFFICE = shutil.which("soffice")
PROFILE = load_profile("2024")
PERIOD = Period.parse("2024-Q1")
ASKED = [item for item in PROFILE.indicators if item.is_asked(Kind.QUARTER)]
# Besides the rules of the profile: one over each indicator of a kind, one of every function a form knows.
MORE = [
    {**PROFILE.rules[0], "code": "R98", "left": "CT_CONG", "right": "1000"},
    {
        **PROFILE.rules[0],
        "code": "R99",
        "left": "abs(round(KG107/KG001; 1)-1,5)",
        "right": "min(9; max(1; KG106))",
    },
]
RULES = [rule for rule in map(Rule.from_row, [*PROFILE.rules, *MORE]) if rule.applies_to(Kind.QUARTER)]
PERIOD_ENDS = date(2024, 3, 14)
FACTS = {name: f"<{name} & co>" for name in TOKENS}
# What only the intake can know: the days of documents, what earlier periods left over.
INTAKE_ONLY = {
    "R08",
    "R09",
    "R10",
    "R21",
    "R23",
    "R23-2",
    "R24-2",
    "R34",
    "R36",
    "R36-2",
    "R39",
    "R42",
    "R44",
}
# R23 is two things: the documents, which the intake alone reads, and a row of tblQuyTac.
IN_THE_FORM = next(rule.message for rule in RULES if rule.code == "R23")


@pytest.fixture(scope="module")
def form() -> bytes:
    return Stamp(draw_template(ASKED, RULES, ["45-NQ/TW", "25-CT/TW"])).form(FACTS)


def spoiled(seed: int) -> Answers:
    """Sound answers with a few cells changed at random."""
    chance = Random(seed)
    figures = figures_of(f"U{seed}", PERIOD, ASKED)
    for item in chance.sample(ASKED, seed % 6):
        if item.is_numeric and not item.formula:
            figures[item.code] = chance.choice([None, 0, 1, 7, 1500, -3, 2.5, "nhiều"])
        elif item.type is Type.YESNO:
            figures[item.code] = chance.choice([None, "Có", "Không", "không rõ"])
    explained = explanations_for(figures, PERIOD)
    return Answers(
        figures, explained if chance.random() < 0.7 else {}, {"KG603": "x"} if chance.random() < 0.5 else {}
    )


def recalculated(form: bytes, answers: list[Answers], folder: Path) -> list[dict[str, str]]:
    """Return what column «Kiểm tra» says, by code, after LibreOffice has worked the forms out."""
    return [checks_of(data) for data in worked_out(form, answers, folder)]


def worked_out(form: bytes, answers: list[Answers], folder: Path) -> list[bytes]:
    """Return the form filled in with each of the answers, worked out by LibreOffice."""
    filler, paths = Filler(form), []
    for at, answer in enumerate(answers):
        package = Package.parse(filler.fill_in(form, answer))
        # LibreOffice works out only what has no stored result, as when a person types.
        forget_results(package)
        paths.append(folder / f"{at}.xlsx")
        paths[-1].write_bytes(package.to_bytes())
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=600)
    return [(folder / "out" / path.name).read_bytes() for path in paths]


def checks_of(data: bytes) -> dict[str, str]:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Số liệu")
    return {
        str(line[0]): str(line[5])
        for line in sheet.to_python(skip_empty_area=False)
        if str(line[0]).startswith("KG")
    }


def judged(answers: Answers) -> set[str]:
    """Return the codes of the indicators at which the intake finds an error or a question."""
    entries = {
        item.code: Entry("U", str(PERIOD), item.code, value_of(item, answers), answers.figures.get(item.code),
                         "Số liệu", item.code, str(answers.explanations.get(item.code, "")))
        for item in ASKED
    }  # fmt: skip
    entries |= {code: Entry("U", str(PERIOD), code, str(text)) for code, text in answers.texts.items()}
    found = check_form(Form(entries, ASKED, PERIOD, PERIOD_ENDS), RULES)
    computed = {item.code for item in ASKED if item.formula}
    unread = {
        code for code, entry in entries.items() if entry.raw is not None and entry.value is None
    } - computed
    return {
        item.place.cell
        for item in found
        if (item.code not in INTAKE_ONLY or item.text == IN_THE_FORM) and item.severity is not Severity.NOTE
    } | unread


def value_of(item: Indicator, answers: Answers) -> float | int | str | None:
    value = answers.figures.get(item.code)
    if item.formula:
        above, below = (answers.figures.get(code) for code in item.formula.removesuffix("*100").split("/"))
        return (
            round(above / below * 100, 1)
            if isinstance(above, int) and isinstance(below, int) and below
            else None
        )
    if item.type is Type.YESNO:
        return value if value in ("Có", "Không") else None  # type: ignore[return-value]
    return value if isinstance(value, int | float) or not item.is_numeric else None  # type: ignore[return-value]


@pytest.mark.office
@pytest.mark.skipif(not SOFFICE, reason="no LibreOffice on this machine")
def test_the_form_and_the_intake_find_fault_with_the_same_lines(form: bytes, tmp_path: Path) -> None:
    answers = [spoiled(seed) for seed in range(50)]
    shown = recalculated(form, answers, tmp_path)
    for seed, (answer, checks) in enumerate(zip(answers, shown, strict=True)):
        assert {code for code, text in checks.items() if text} == judged(answer), f"seed {seed}"


# -- whether it may be sent -------------------------------------------------------------------------------


def status_of(data: bytes) -> str:
    """Return what «Bìa» says of the form."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    cover = book.get_sheet_by_name("Bìa").to_python(skip_empty_area=False)
    return str(cover[14][2])


@pytest.mark.office
@pytest.mark.skipif(not SOFFICE, reason="no LibreOffice on this machine")
def test_blank_cells_are_no_faults_and_a_form_with_both_tells_both(form: bytes, tmp_path: Path) -> None:
    sound = figures_of("U1", PERIOD, ASKED)
    wrong = {**sound, "KG201": -3}
    lacking = {**wrong, "KG302": None, "KG304": None}
    told = [status_of(data) for data in worked_out(form, list(map(Answers, (wrong, lacking))), tmp_path)]
    found = re.fullmatch(r"CÒN (\d+) CHỖ PHẢI SỬA; còn (\d+) ô chưa điền", told[1])
    assert re.fullmatch(r"CÒN \d+ CHỖ PHẢI SỬA", told[0])
    assert found
    assert found[2] == "2"


def test_an_empty_form_says_what_is_missing_before_any_program_has_worked_it_out(form: bytes) -> None:
    checks = checks_of(form)
    required = {
        item.code for item in ASKED if (item.is_numeric and not item.formula) or item.type is Type.YESNO
    }
    assert {code for code, text in checks.items() if text} == required
    assert status_of(form) == f"Còn {len(required) + 1} ô chưa điền"


def test_the_sections_are_numbered_one_after_the_other_whatever_the_period_leaves_out(form: bytes) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(form))
    rows = book.get_sheet_by_name("Số liệu").to_python(skip_empty_area=False)
    labels = [str(row[1]) for row in rows if not row[0] and row[1]]
    numbers = [int(label.split(".")[0]) for label in labels]
    assert numbers == list(range(1, len(numbers) + 1))
    assert "không liền số là đúng" in str(rows[2][0])


def test_a_form_asks_only_what_the_period_asks(form: bytes) -> None:
    assert "KG003" not in checks_of(form)
    assert "KG213" in checks_of(form)


def test_a_stamped_form_carries_its_facts_and_no_token_is_left(form: bytes) -> None:
    package = Package.parse(form)
    everything = b"".join(package.read(name) for name in package.names).decode()
    assert "{{" not in everything
    assert all(f"&lt;{name} &amp; co&gt;" in everything for name in TOKENS)


def test_a_form_has_no_macros_no_merges_no_password_and_only_functions_of_excel_2010(form: bytes) -> None:
    package = Package.parse(form)
    sheets = "".join(package.read(name).decode() for name in package.names if "worksheets/" in name)
    assert not [name for name in package.names if "vba" in name.lower()]
    assert "mergeCell" not in sheets
    assert not re.search(r'<sheetProtection[^>]*(password|hashValue)="[^"]', sheets)
    assert "_xlfn" not in sheets


def test_the_same_facts_give_the_same_bytes(form: bytes) -> None:
    assert Stamp(draw_template(ASKED, RULES, ["45-NQ/TW", "25-CT/TW"])).form(FACTS) == form
