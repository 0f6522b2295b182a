"""What units write in words in the sample: most leave the page of words empty in a quiet month.

Nobody tells a deed that the unit's own figures deny.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.demo.demo_figures import chance_of, count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from khoagiao_xl.demo.demo_figures import Figures

STUDIED: Final = "45-NQ/TW"
CONFERENCE: Final = f"Tổ chức hội nghị quán triệt Nghị quyết số {STUDIED} đến toàn thể đảng viên."
TALK: Final = (
    "Phối hợp với ngành y tế tổ chức nói chuyện chuyên đề về bảo hiểm y tế và phòng, chống dịch bệnh."
)
CLEANING: Final = (
    "Ra quân dọn vệ sinh, trồng cây xanh quanh trụ sở; thay túi ni-lông bằng vật liệu thân thiện môi trường."
)
GRANTS: Final = "Trao học bổng của quỹ khuyến học cho con cán bộ, người lao động có thành tích học tập tốt."
FAR_AWAY: Final = "Đảng viên đi công tác địa bàn xa nên tỷ lệ dự học tập chưa cao."
STORIES: Final = (
    CONFERENCE,
    TALK,
    "Phát động phong trào sáng kiến cải tiến; đưa phần mềm quản lý văn bản vào sử dụng ở tất cả các phòng.",
    CLEANING,
    GRANTS,
    "Sinh hoạt chuyên đề về chuyển đổi số, gắn với việc thực hiện thủ tục hành chính trực tuyến.",
)
HARDSHIPS: Final = (
    "Một số buổi sinh hoạt lồng ghép nội dung chưa sâu do trùng đợt cao điểm chuyên môn.",
    FAR_AWAY,
)
PLANS: Final = ("Tiếp tục thực hiện kế hoạch công tác khoa giáo năm; chuẩn bị sơ kết theo hướng dẫn.",)
PROPOSALS: Final = ("Ban Tuyên giáo Tỉnh ủy: cung cấp thêm tài liệu tuyên truyền về y tế cơ sở.",)
SHARES: Final = {
    "KG602": (0.14, STORIES),
    "KG603": (0.05, HARDSHIPS),
    "KG604": (0.03, PLANS),
    "KG606": (0.03, PROPOSALS),
}


def words_of(unit: str, period: str, figures: Figures) -> dict[str, str]:
    """Return what a unit writes in a period, by indicator.

    figures: its own of the period; a month's with those that only its quarter asks.
    """
    chance = chance_of(f"lời văn {unit} {period}")
    said = {}
    for code, (share, texts) in SHARES.items():
        # The throw comes first: whoever writes nothing throws no second time.
        if chance.random() < share:
            text = chance.choice(texts)
            said[code] = _fitting(text, texts, figures)
    return said


def _fitting(text: str, texts: Sequence[str], figures: Figures) -> str:
    """Return a text that the figures bear out: this one, else the next; some say nothing of figures."""
    at = texts.index(text)
    turned = [*texts[at:], *texts[:at]]
    return next(each for each in turned if _is_borne_out(each, figures))


def _is_borne_out(text: str, figures: Figures) -> bool:
    holds = BORNE_OUT.get(text)
    return holds is None or holds(figures)


def _all_studied(figures: Figures) -> bool:
    studied = str(figures.get("KG105") or "").split("; ")
    called = count_of(figures, "KG107")
    came = count_of(figures, "KG108")
    return STUDIED in studied and 0 < called == came


def _some_were_away(figures: Figures) -> bool:
    return count_of(figures, "KG108") < count_of(figures, "KG107")


BORNE_OUT: Final[dict[str, Callable[[Figures], bool]]] = {
    CONFERENCE: _all_studied,
    TALK: lambda figures: count_of(figures, "KG204") > 0,
    CLEANING: lambda figures: count_of(figures, "KG235") > 0,
    GRANTS: lambda figures: count_of(figures, "KG231") > 0,
    FAR_AWAY: _some_were_away,
}
