"""The verbs with which a guidance asks for something, and where a sentence uses them as such."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.running_text import canonical, plain

_LONG = (
    "ban hành|biên soạn|biểu dương|bám sát|báo cáo|bảo vệ|bảo đảm|bố trí|bồi dưỡng|bổ sung|cam kết|"
    "chia sẻ|chuyển đổi|chuẩn bị|chú trọng|chăm lo|chăm sóc|chấn chỉnh|chấp hành|chỉ đạo|"
    "chịu trách nhiệm|chủ trì|chủ động|cung cấp|có giải pháp|có kế hoạch|có trách nhiệm|căn cứ|cải cách|"
    "cải thiện|cải tiến|cấp phát|cập nhật|cụ thể hóa|củng cố|duy trì|dự thảo|giám sát|giáo dục|"
    "giải quyết|giới thiệu|giữ gìn|giữ vững|góp phần|gặp mặt|hoàn chỉnh|hoàn thiện|hoàn thành|huy động|"
    "hướng dẫn|hưởng ứng|học tập|hỗ trợ|khai thác|khen thưởng|khuyến khích|khơi dậy|khảo sát|khẩn trương|"
    "khắc phục|kiểm tra|kiện toàn|ký kết|kết nối|kịp thời|lan tỏa|liên hệ|làm rõ|làm tốt|lãnh đạo|lên án|"
    "lồng ghép|lựa chọn|mở rộng|nghiêm túc|nghiên cứu|ngăn chặn|nhân rộng|nhận diện|nhắc nhở|nâng cao|"
    "nêu gương|phát hiện|phát huy|phát hành|phát triển|phát động|phân công|phân cấp|phân loại|phê duyệt|"
    "phòng chống|phòng ngừa|phòng, chống|phản bác|phản ánh|phối hợp|phổ biến|phục vụ|quan tâm|quy hoạch|"
    "quán triệt|quản lý|rà soát|rút kinh nghiệm|siết chặt|sơ kết|sưu tầm|sắp xếp|sử dụng|tham dự|"
    "tham gia|tham mưu|theo dõi|thu hút|thành lập|tháo gỡ|thông báo|thông tin|thúc đẩy|thăm hỏi|"
    "thường xuyên|thẩm tra|thẩm định|thể chế hóa|thống kê|thống nhất|thực hiện|thực thi|tiến hành|"
    "tiếp nhận|tiếp thu|tiếp tục|tiết kiệm|trang bị|trao đổi|triển khai|truyền thông|trả lời|tu bổ|"
    "tuyên dương|tuyên truyền|tuyển chọn|tìm hiểu|tích cực|tôn trọng|tôn vinh|tăng cường|tăng thời lượng|"
    "tạo điều kiện|tập huấn|tập trung|tọa đàm|tổ chức|tổ chức thực hiện|tổng hợp|tổng kết|vinh danh|"
    "vận dụng|vận động|xem xét|xuất bản|xác định|xây dựng|xử lý|yêu cầu|áp dụng|đa dạng|điều tra|đào tạo|"
    "đánh giá|đánh giá, xếp loại|đôn đốc|đăng ký|đăng tải|đấu tranh|đầu tư|đẩy mạnh|đề cao|đề nghị|"
    "đề xuất|định hướng|định kỳ|đối chiếu|đổi mới|động viên|ủng hộ|ứng dụng|"
    "sinh hoạt|"
    "ra mắt|ra quân|khởi động|quảng bá|tư vấn|phụ trách|trao tặng|cổ vũ|bàn giao|tiêm chủng|trưng bày|"
    "niêm yết|kêu gọi|quyên góp|đảm nhiệm|đảm bảo|nắm bắt"
)
# Of one syllable: read as verbs only where a sentence begins, for inside it they may be half of another word.
_SHORT = (
    "bàn|bám|chuyển|chọn|chống|cần|cử|giao|giảm|giữ|gắn|gửi|họp|in|làm|lưu|lấy|lập|mời|mở|nghe|nhận|nâng|"
    "nêu|nắm|nộp|phải|soạn|trao|treo|trình|trồng|tăng|tạo|tự|viết|xét|xóa|đưa"
)
# «trường công lập», «dân lập», «độc lập» hold no verb.
_INSIDE = (
    r"(?<!công )(?<!dân )(?<!tư )(?<!độc )(?<!tự )lập|"
    r"cần|phải|gửi|nắm|làm|đưa|cử|mở|giữ|giao|bàn|trao|trình|nộp|xét|viết"
)
VERB = re.compile(rf"(?:{_LONG}|{_SHORT})(?![^\W\d_])")
_VERB_INSIDE = re.compile(rf"(?:{_LONG}|{_INSIDE})(?![^\W\d_])")
# Words that stand before a verb without making the sentence less of a request.
_SOFT = re.compile(
    r"(?:(?:hằng|hàng)\s+(?:năm|tháng|quý)|trong\s+(?:năm|quý|tháng)\s+[\divx]+(?:[/ ](?:năm\s+)?\d{4})?|"
    r"trên cơ sở[^,;.]*|(?:trước|chậm nhất|đến)(?:\s+là)?\s+ngày\s+[\d/.-]+|định kỳ[^,;.]*|căn "
    r"cứ[^,;.]*|quý\s+[ivx\d]+|"
    r"tháng\s+\d+(?:/\d{4})?|đồng thời|bên cạnh đó|ngoài ra|cùng với đó|nhân dịp[^,;.]*|để[^,;.]*|qua "
    r"đó|thông qua[^,;.]*)"
    r"\s*[,:]?\s*"
)
_NEAR = 24
# Nouns that look like verbs: «các tổ chức đảng», «cơ quan tham mưu, giúp việc», «công tác kiểm tra».
_NOUN_BEFORE = re.compile(
    r"(?:cơ quan|đơn vị|bộ phận|lực lượng|chương trình|kế hoạch|công tác|ban|hoạt động|đội ngũ|cán bộ|"
    r"công chức|"
    r"quy chế|hệ thống|các|những|một số|phương thức|trách nhiệm|địa)\s+$"
)
_NOUN_AFTER = re.compile(
    r"tổ chức\s+(?:cơ sở\s+)?(?:đảng|đoàn(?!\s+(?:kiểm|công tác|giám sát|khảo sát|đi))|"
    r"hội(?!\s+(?:nghị|thảo|thi|trại|diễn|chợ))|chính trị|quần chúng|liên quan|có liên quan)"
)


def is_verb(low: str, position: int) -> bool:
    """Say whether a verb of request stands at `position` of the lower-case text `low`."""
    if not _VERB_INSIDE.match(low, position):
        return False
    if _NOUN_AFTER.match(low, position):
        return False
    return not _NOUN_BEFORE.search(low[max(0, position - _NEAR) : position])


def opening_verb(text: str) -> str:
    """Return the verb with which `text` begins, after words of time and ground; "" where there is none."""
    low = plain(text).lstrip('“"( ')
    for _ in range(3):
        match, soft = VERB.match(low), _SOFT.match(low)
        # «Định kỳ hằng quý báo cáo»: what only says when gives way to the verb behind it.
        if match and not _NOUN_AFTER.match(low) and not (soft and VERB.match(low, soft.end())):
            return match[0]
        if not soft:
            return ""
        low = low[soft.end() :]
    match = VERB.match(low)
    return match[0] if match else ""


def after_opening_words(text: str) -> int:
    """Return where the sentence begins after words of time and ground: «Hằng quý, », «Căn cứ ..., »."""
    low, position = plain(text), 0
    while soft := _SOFT.match(low, position):
        position = soft.end()
    return position


def first_verb(text: str, start: int = 0) -> int:
    """Return where the first verb of request in small letters begins after `start`; the length where none."""
    same = canonical(text)
    for match in re.finditer(r"(?<![^\W_])[^\W\d_]", same[start:]):
        position = start + match.start()
        if same[position].islower() and is_verb(same, position):
            return position
    return len(text)
