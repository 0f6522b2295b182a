"""What units write in «Việc cụ thể» in the sample: rows that agree with their figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from khoagiao_xl.demo.demo_figures import SCHEME_AT, chance_of, count_of, inspections_of
from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.vietnamese.day_texts import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from khoagiao_xl.books.base import Value
    from khoagiao_xl.model.periods import Period

    Figures = Mapping[str, Value]
    Row = dict[str, Value]  # heading -> what is typed under it
    Rows = dict[str, Row]  # code of a row -> the row

TEXT, CHOICE, DAY, FIRST, SECOND = "Nội dung việc", "Phân loại", "Ngày", "Số thứ nhất", "Số thứ hai"


@dataclass(frozen=True)
class SampleEvent:
    """A thing that a unit may tell of. counted: what it must count of; people: who came to all of those."""

    text: str
    theme: str
    counted: str
    people: str = ""


EDUCATION: Final = ("KG202", "KG206")  # meetings on a field -> who came
SOCIETY: Final = ("KG204", "KG208")
EVENTS: Final = (
    SampleEvent(
        "Nói chuyện chuyên đề phòng, chống bạo lực học đường tại hội trường cơ quan",
        "Phòng, chống bạo lực học đường",
        *EDUCATION,
    ),
    SampleEvent("Ra quân dọn vệ sinh, trồng cây xanh quanh trụ sở", "Môi trường, biến đổi khí hậu", "KG235"),
    SampleEvent(
        "Tọa đàm về bảo hiểm y tế, bảo hiểm xã hội cho người lao động",
        "Bảo hiểm y tế, bảo hiểm xã hội",
        *SOCIETY,
    ),
    SampleEvent(
        "Tuyên truyền phòng, chống ma túy trong đoàn viên, thanh niên",
        "Phòng, chống tệ nạn xã hội",
        *SOCIETY,
    ),
    SampleEvent(
        "Trao quà của quỹ khuyến học cho con cán bộ, người lao động",
        "Khuyến học, xây dựng xã hội học tập",
        "KG231",
    ),
    SampleEvent(
        "Tư vấn về dân số, mất cân bằng giới tính khi sinh",
        "Dân số, mất cân bằng giới tính khi sinh",
        *SOCIETY,
    ),
)
# What people speak of, and by months in turn who settled what of it and how; nothing where nobody has.
OPINIONS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        "Bảo hiểm y tế, bảo hiểm xã hội",
        (
            "Công đoàn cơ quan đã hỏi Bảo hiểm xã hội tỉnh, trả lời người lao động về mức hưởng bảo hiểm",
            "Bảo hiểm xã hội tỉnh đã hướng dẫn người lao động thủ tục chốt sổ bảo hiểm xã hội",
            "Công đoàn cơ quan đã đề nghị đổi thẻ bảo hiểm y tế in sai thông tin",
        ),
    ),
    (
        "Y tế, phòng bệnh, an toàn thực phẩm",
        (
            "Trung tâm Y tế thành phố đã kiểm tra bếp ăn theo phản ánh về bữa ăn ca",
            "Trạm Y tế phường đã phun thuốc diệt muỗi theo phản ánh về dịch sốt xuất huyết",
            "Trung tâm Y tế thành phố đã thông báo lịch tiêm chủng cho trẻ em theo đề nghị của người dân",
        ),
    ),
    (
        "Môi trường, biến đổi khí hậu",
        (
            "Ủy ban nhân dân phường đã thu gom rác thải tồn đọng theo phản ánh của người dân",
            "Ủy ban nhân dân phường đã nhắc nhở cơ sở gây ồn gần khu dân cư",
            "Công ty Môi trường đô thị đã nạo vét cống thoát nước ở nơi bị ngập",
        ),
    ),
    (
        "Nội dung khác về giáo dục",
        (
            "Chi bộ đã thông tin, giải thích tại sinh hoạt chi bộ về các khoản thu của trường học",
            "Nhà trường đã trả lời phụ huynh về lịch học thêm",
            "Sở Giáo dục và Đào tạo đã trả lời về tuyển sinh đầu cấp",
        ),
    ),
    ("Nội dung khác về giáo dục", ("",)),
)
TELLING: Final = 0.25  # of the units tell of something in a month
SCHEME: Final = "03-ĐA/TU"
INSPECTED: Final = ("Chi bộ trực thuộc số 1", "Chi bộ trực thuộc số 2", "Công đoàn cơ sở")


def details_of(unit: str, period: Period, figures: Figures, starts: date) -> Rows:
    """Return the rows of a unit; starts: the first day of the period's window.

    figures: its own of the period; a month's with those that only its quarter asks.
    """
    if period.kind is Kind.MONTH:
        events = _conference(unit, period, figures, starts) | _event(unit, period, figures, starts)
        return events | _opinion(unit, period, figures)
    if period.kind is Kind.QUARTER:
        return _inspections(figures) | _review(figures)
    return _review(figures)


def _conference(unit: str, period: Period, figures: Figures, starts: date) -> Rows:
    if not figures.get("KG106") or not figures.get("KG105"):
        return {}
    day = _day_in(f"hội nghị {unit} {period}", starts)
    row = {TEXT: figures["KG105"], DAY: day, FIRST: figures["KG107"], SECOND: figures["KG108"]}
    return {"QT001": row}


def _event(unit: str, period: Period, figures: Figures, starts: date) -> Rows:
    """Return a row for a part of the units: of what they count, with no more people than came to it."""
    chance = chance_of(f"việc nổi bật {unit} {period}")
    if chance.random() > TELLING:
        return {}
    event = _counted(chance.choice(EVENTS), figures)
    if event is None:
        return {}
    day = _day_in(f"ngày {unit} {period}", starts)
    people = _who_came(event, chance.randint(12, 70), figures)
    return {"NB001": {TEXT: event.text, CHOICE: event.theme, DAY: day, FIRST: people}}


def _counted(event: SampleEvent, figures: Figures) -> SampleEvent | None:
    """Return a thing that the unit's figures bear out: this one, else the next of them; None for none."""
    at = EVENTS.index(event)
    turned = [*EVENTS[at:], *EVENTS[:at]]
    for each in turned:
        if count_of(figures, each.counted):
            return each
    return None


def _who_came(event: SampleEvent, thrown: int, figures: Figures) -> int:
    """Return as many as usually came where the unit counts who did."""
    if not event.people:
        return thrown
    people = count_of(figures, event.people)
    meetings = count_of(figures, event.counted)
    return people // meetings


def _opinion(unit: str, period: Period, figures: Figures) -> Rows:
    """Return a row for a part of the units that heard of anything; what nobody deals with is not settled."""
    heard = count_of(figures, "KG220")
    chance = chance_of(f"dư luận {unit} {period}")
    if not heard or chance.random() > TELLING:
        return {}
    topic, results = chance.choice(OPINIONS)
    result = results[period.index % len(results)]
    settled = heard if result else 0
    return {"DL001": {TEXT: result or None, CHOICE: topic, FIRST: heard, SECOND: settled}}


def _day_in(seed: str, starts: date) -> str:
    days = chance_of(seed).randint(0, 25)
    return day_text(starts + timedelta(days=days))


def _topics() -> list[str]:
    """Return what the form offers as topics of inspections, the scheme in its place among them."""
    offered = choices()["kgNoiDungKiemTra"]
    topics = [topic for topic in offered if SCHEME not in topic]
    for topic in offered:
        if SCHEME in topic:
            topics.insert(SCHEME_AT, topic)
    return topics


def _inspections(figures: Figures) -> Rows:
    """Return a row for each inspection that fits; the first tells all that was found."""
    count = inspections_of(figures)
    rows: Rows = {}
    for at, (whom, topic) in enumerate(zip(INSPECTED[:count], _topics(), strict=False), 1):
        code = f"KT{at:03}"
        rows[code] = {
            TEXT: whom,
            CHOICE: topic,
            FIRST: 0,
            SECOND: 0,
        }
    if rows:
        rows["KT001"] |= {FIRST: figures["KG306"], SECOND: figures["KG307"]}
    return rows


def _review(figures: Figures) -> Rows:
    if not figures.get("KG402"):
        return {}
    _, _, _, done = choices()["kgBuocSoKet"]
    return {"ST001": {CHOICE: done}}
