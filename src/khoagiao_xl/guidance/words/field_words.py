"""The field of khoa giáo work that a piece of text belongs to: exactly one of five."""

from __future__ import annotations

import re

from khoagiao_xl.vietnamese.running_text import plain

SCHOLARS = "Trí thức"
EDUCATION = "Giáo dục và đào tạo, giáo dục nghề nghiệp"
SCIENCE = "Khoa học, công nghệ và môi trường"
SOCIETY = "Xã hội"
GENERAL = "Chung"
FIELDS = (SCHOLARS, EDUCATION, SCIENCE, SOCIETY, GENERAL)

# Words of each field; every one of them counts once for its field, however often it stands in the text.
_WORDS: dict[str, str] = {
    SCHOLARS: r"trí thức|chuyên gia đầu ngành|nhà khoa học|văn nghệ sĩ|nhân tài",
    EDUCATION: r"giáo dục nghề nghiệp|giáo dục và đào tạo|giáo dục & đào tạo|giáo dục đào tạo|giáo "
    r"dục,? đào tạo|nhà giáo|"
    r"khuyến học|khuyến tài|học sinh|sinh viên|sách giáo khoa|trường học|học đường|xã hội học tập|đào "
    r"tạo nghề|dạy nghề|"
    r"phổ cập giáo dục|"
    r"tay nghề|đào tạo nhân lực|phổ thông|mầm non|đại học|cán bộ quản lý giáo dục|dạy và học|học tập "
    r"suốt đời|xóa mù chữ|"
    r"đào tạo nguồn nhân lực|khai giảng|năm học|kỳ thi|tuyển sinh|giáo viên",
    SCIENCE: r"khoa học và công nghệ|khoa học,? công nghệ|khoa học & công nghệ|khoa học - công nghệ|"
    r"khoa học, kỹ thuật|"
    r"công nghệ thông tin|môi trường|khí hậu|thiên tai|chuyển đổi số|đổi mới sáng tạo|tài nguyên|đa "
    r"dạng sinh học|"
    r"công nghệ sinh học|sở hữu trí tuệ|năng lượng nguyên tử|sáng kiến|công nghệ|"
    r"(?:nghiên cứu|phổ biến|thành tựu|kiến thức|tri thức) khoa học|khoa học và (?:kỹ thuật|đời sống)|"
    r"trí tuệ nhân tạo|tiến bộ kỹ thuật|an toàn thông tin|an ninh mạng|dữ liệu số|"
    r"rác thải|chất thải|bảo vệ thực vật",
    SOCIETY: r"y tế|bảo hiểm|dân số|gia đình|trẻ em|thể dục|thể thao|an sinh xã hội|dịch bệnh|sức khỏe|"
    r"thực phẩm|"
    r"lao động,? việc làm|tệ nạn|ma túy|hiv|người cao tuổi|người khuyết tật|bình đẳng giới|giảm nghèo|"
    r"bạo lực gia đình|y đức|thầy thuốc|"
    r"phát triển văn hóa|đời sống văn hóa|bản sắc văn hóa|di sản|"
    r"tiêm chủng|vắc xin|phòng bệnh|khám,? chữa bệnh|người có công|hôn nhân|hiến máu|nhà ở xã hội",
}
_PATTERNS = {name: re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])") for name, words in _WORDS.items()}
# What a heading or a label such as «Về lĩnh vực ...:» says outright.
_LABELS: list[tuple[str, str]] = [
    (
        (
            r"(?<!dư luận )(?<!mạng )(?<!tế - )(?<!tế-)(?<!nghĩa )xã hội(?! (?:học tập|chủ nghĩa|hóa))|"
            r"y tế|dân số|thể thao|gia đình|trẻ em|an sinh"
        ),
        SOCIETY,
    ),
    (r"khoa học|công nghệ|môi trường", SCIENCE),
    (r"giáo dục|đào tạo|khuyến học", EDUCATION),
    (r"trí thức", SCHOLARS),
]


_SPEAKS = re.compile(r"(?<![^\W_])(?:sở|phòng|ngành|bộ|trường|bệnh viện)\s")


def field_of_label(label: str) -> str:
    """Return the one field that a heading or label names; "" where it names none or several."""
    low = plain(label)
    found = {name for words, name in _LABELS if re.search(rf"(?<![^\W_])(?:{words})(?![^\W_])", low)}
    return found.pop() if len(found) == 1 else ""


def field_of_work(
    words: str, lead: str, names: tuple[str, ...], above: tuple[str, ...], subjects: str
) -> str:
    """Return the field of a task: of its words without `names` of organs, of what it cites, of its lead."""
    bare = words
    for name in names:
        bare = bare.replace(name, " ")
    # «Sở Y tế biên soạn tài liệu» is about health; «Trung tâm Văn hóa, Thể thao» need not be about sports.
    speaking = lead if _SPEAKS.search(plain(lead)) else ""
    for text in (bare, f"{bare} {subjects}", speaking):
        if (found := field_of(text, above)) != GENERAL:
            return found
    return GENERAL


def field_of(text: str, above: tuple[str, ...] = ()) -> str:
    """Return the field of `text`: what the nearest heading names, else the field with clearly most words."""
    for heading in reversed(above):
        if named := field_of_label(heading):
            return named
    low = plain(text)
    counts = {name: len(set(pattern.findall(low))) for name, pattern in _PATTERNS.items()}
    # «đội ngũ trí thức khoa học» is about the people, not about science.
    counts[SCHOLARS] *= 2
    if sum(count > 0 for count in counts.values()) > 2:
        return GENERAL
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    (best, most), (_, second) = ranked[:2]
    return best if most > 0 and most >= 2 * second and most > second else GENERAL
