"""What units write in words in the sample: most leave the page of words empty in a quiet month."""

from __future__ import annotations

from typing import Final

from khoagiao_xl.demo.demo_figures import chance_of

STORIES: Final = (
    "Tổ chức hội nghị quán triệt Nghị quyết số 45-NQ/TW đến toàn thể đảng viên, người lao động.",
    "Phối hợp với ngành y tế tổ chức nói chuyện chuyên đề về bảo hiểm y tế và phòng, chống dịch bệnh.",
    "Phát động phong trào sáng kiến cải tiến; đưa phần mềm quản lý văn bản vào sử dụng ở tất cả các phòng.",
    "Ra quân dọn vệ sinh, trồng cây xanh quanh trụ sở; thay túi ni-lông bằng vật liệu thân thiện môi trường.",
    "Trao học bổng của quỹ khuyến học cho con cán bộ, người lao động có thành tích học tập tốt.",
    "Sinh hoạt chuyên đề về chuyển đổi số, gắn với việc thực hiện thủ tục hành chính trực tuyến.",
)
HARDSHIPS: Final = (
    "Một số buổi sinh hoạt lồng ghép nội dung chưa sâu do trùng đợt cao điểm chuyên môn.",
    "Đảng viên đi công tác địa bàn xa nên tỷ lệ dự học tập chưa cao.",
)
PLANS: Final = ("Tiếp tục thực hiện kế hoạch công tác khoa giáo năm; chuẩn bị sơ kết theo hướng dẫn.",)
PROPOSALS: Final = ("Ban Tuyên giáo Tỉnh ủy: cung cấp thêm tài liệu tuyên truyền về y tế cơ sở.",)
SHARES: Final = {
    "KG602": (0.14, STORIES),
    "KG603": (0.05, HARDSHIPS),
    "KG604": (0.03, PLANS),
    "KG606": (0.03, PROPOSALS),
}


def words_of(unit: str, period: str) -> dict[str, str]:
    """Return what a unit writes in a period, by indicator."""
    chance = chance_of(f"lời văn {unit} {period}")
    said = {}
    for code, (share, texts) in SHARES.items():
        # The throw comes first: whoever writes nothing throws no second time.
        if chance.random() < share:
            said[code] = chance.choice(texts)
    return said
