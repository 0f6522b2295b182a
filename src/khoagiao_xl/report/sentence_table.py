"""The sentences of a periodic report as one visible table: which figure stands where, and in which words.

In a frame, {} is the figure with what it counts («05 hội nghị») and {n} the bare figure («05»). A part whose
figure nobody reported drops out of its sentence and is named at the end of the section instead.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One figure of a sentence. `plan`: the indicator that holds the plan of the year for it."""

    code: str
    frame: str
    compared: bool = False
    plan: str = ""
    called: str = ""  # its name where the frame does not make one

    def name(self, measure: str) -> str:
        """Return what the figure is, without the figure: «số hội nghị quán triệt»."""
        return self.called or self.frame.replace("{}", f"số {measure}").replace("{n}", "số")


@dataclass(frozen=True)
class Line:
    """One paragraph: an opening, the parts it joins, and the parts of the first one («trong đó»).

    otherwise: the opening where the first part has dropped out; empty keeps the opening.
    """

    opening: str
    parts: tuple[Part, ...]
    of_which: tuple[Part, ...] = ()
    otherwise: str = ""


TRAINING = "giáo dục và đào tạo, giáo dục nghề nghiệp"
SCIENCE = "khoa học và công nghệ, môi trường"


def _by_field(meetings: str, people: str, articles: str) -> Line:
    return Line(
        "Kết quả tuyên truyền:",
        (
            Part(meetings, "{} tuyên truyền", compared=True, called="số cuộc tuyên truyền"),
            Part(people, "{n} lượt người được tuyên truyền"),
            Part(articles, "{} được đăng, phát", called="số tin, bài"),
        ),
    )


FRAMES: dict[str, tuple[Line, ...]] = {
    "dac_diem": (
        Line(
            "Đến thời điểm báo cáo, {whole} có",
            (
                Part("KG001", "{n} đảng viên"),
                Part("KG003", "{n} chi bộ trực thuộc"),
                Part("KG002", "{n} cán bộ, công chức, viên chức, người lao động"),
            ),
        ),
    ),
    "muc_1": (
        Line(
            "Cấp ủy các đơn vị đã ban hành",
            (Part("KG101", "{} lãnh đạo, chỉ đạo về khoa giáo", compared=True),),
            (
                Part("KG102", "{n} nghị quyết, chương trình hành động, đề án"),
                Part("KG103", "{n} kế hoạch"),
                Part("KG104", "{n} công văn, hướng dẫn và văn bản khác"),
            ),
        ),
        Line(
            "Về quán triệt, triển khai:",
            (
                Part("KG106", "tổ chức {}", compared=True, called="số hội nghị quán triệt, triển khai"),
                Part("KG108", "{n} lượt đảng viên tham dự"),
                Part(
                    "KG109",
                    "tỷ lệ tham dự đạt {} số được triệu tập",
                    called="tỷ lệ đảng viên tham dự học tập, quán triệt",
                ),
                Part("KG110", "{n} lượt quần chúng, người lao động tham dự"),
            ),
        ),
        Line(
            "Về thực hiện các nghị quyết, chỉ thị cụ thể:",
            (
                Part("KG111", "{} đã có chương trình, kế hoạch thực hiện Nghị quyết số 45-NQ/TW",
                     called="việc ban hành chương trình, kế hoạch thực hiện Nghị quyết số 45-NQ/TW"),
                Part("KG112", "{} đã triển khai Chỉ thị số 25-CT/TW",
                     called="việc triển khai Chỉ thị số 25-CT/TW"),
                Part("KG113", "{} đã có kế hoạch tiếp tục thực hiện Nghị quyết số 29-NQ/TW",
                     called="việc lập kế hoạch tiếp tục thực hiện Nghị quyết số 29-NQ/TW"),
            ),
        ),
        Line(
            "Về đội ngũ trí thức:",
            (
                Part("KG115", "{} có trình độ đại học trở lên"),
                Part("KG116", "{n} trí thức, chuyên gia được thu hút, tôn vinh, khen thưởng"),
                Part("KG114", "{} nêu khó khăn, kiến nghị về cơ chế, chính sách"),
            ),
        ),
    ),
    "muc_2": (
        Line(
            "Toàn {whole} đã thực hiện",
            (
                Part("KG201", "{} tuyên truyền về khoa giáo", compared=True),
                Part("KG205", "{n} lượt người được tuyên truyền", compared=True),
                Part("KG209", "{} được đăng, phát trên các phương tiện", compared=True,
                     called="tổng số tin, bài"),
            ),
            otherwise="Kết quả chung:",
        ),
        Line(
            "Các hình thức khác gồm",
            (
                Part("KG213", "{} sinh hoạt chi bộ lồng ghép nội dung khoa giáo"),
                Part("KG214", "{} là pa nô, băng rôn, tài liệu, tờ rơi"),
                Part("KG215", "{n} gương điển hình, mô hình hay được giới thiệu"),
            ),
        ),
    ),
    "muc_2_1": (
        _by_field("KG202", "KG206", "KG210"),
        Line(
            "Công tác khuyến học, đào tạo, bồi dưỡng:",
            (
                Part("KG230", "huy động {} cho quỹ khuyến học", called="số tiền quỹ khuyến học"),
                Part("KG231", "{n} học sinh, sinh viên là con cán bộ, người lao động được hỗ trợ"),
                Part("KG232", "{n} lượt cán bộ, người lao động được đào tạo, bồi dưỡng"),
            ),
        ),
    ),
    "muc_2_2": (
        _by_field("KG203", "KG207", "KG211"),
        Line(
            "Kết quả cụ thể:",
            (
                Part("KG233", "{} được công nhận"),
                Part("KG234", "{} ứng dụng khoa học và công nghệ, chuyển đổi số"),
                Part("KG235", "{} bảo vệ môi trường"),
            ),
        ),
    ),
    "muc_2_3": (
        _by_field("KG204", "KG208", "KG212"),
        Line(
            "Về y tế, chăm sóc sức khỏe:",
            (
                Part("KG223", "{} tham gia bảo hiểm y tế"),
                Part("KG224", "tỷ lệ tham gia bảo hiểm y tế đạt {}", called="tỷ lệ tham gia bảo hiểm y tế"),
                Part("KG225", "{} được khám sức khỏe định kỳ"),
                Part("KG226", "{} ngộ độc thực phẩm tại đơn vị"),
            ),
        ),
        Line(
            "Về thể dục, thể thao, dân số, gia đình:",
            (
                Part("KG227", "tỷ lệ người tập luyện thường xuyên đạt {}",
                     called="tỷ lệ người tập luyện thể dục, thể thao thường xuyên"),
                Part("KG228", "{}, hội thao được tổ chức hoặc tham gia"),
                Part("KG229", "{} vi phạm chính sách dân số, tảo hôn"),
            ),
        ),
    ),
    "muc_2_4": (
        Line(
            "Về dư luận xã hội, có",
            (
                Part("KG220", "{} dư luận xã hội về khoa giáo"),
                Part("KG221", "{} nổi cộm, bức xúc phát sinh"),
                Part("KG222", "{} đã được giải quyết"),
            ),
        ),
        Line(
            "Về đấu tranh, phản bác quan điểm sai trái:",
            (
                Part("KG216", "{} đấu tranh, phản bác", compared=True),
                Part("KG217", "{n} lượt chia sẻ, bình luận lan tỏa thông tin tích cực"),
                Part("KG218", "{} xấu, độc được phát hiện, báo cáo"),
                Part("KG219", "{} đã được xử lý, gỡ bỏ"),
            ),
        ),
    ),
    "muc_3": (
        Line(
            "Các cấp ủy đã thực hiện",
            (
                Part("KG302", "{} kiểm tra về khoa giáo", compared=True, plan="KG301"),
                Part("KG304", "{} giám sát", compared=True, plan="KG303",
                     called="số cuộc giám sát về khoa giáo"),
                Part("KG305", "{n} lượt tổ chức đảng được kiểm tra, giám sát"),
            ),
            otherwise="Kết quả kiểm tra, giám sát:",
        ),
        Line(
            "Qua kiểm tra, giám sát:",
            (
                Part("KG306", "phát hiện {n} hạn chế, thiếu sót", called="số hạn chế, thiếu sót phát hiện"),
                Part("KG307", "đã khắc phục {n} nội dung", called="số hạn chế, thiếu sót đã khắc phục"),
                Part("KG308", "{} đã kiểm tra tiến độ thực hiện Đề án số 03-ĐA/TU",
                     called="việc kiểm tra tiến độ Đề án số 03-ĐA/TU"),
            ),
        ),
    ),
    "muc_4": (
        Line(
            "Các đơn vị đã hoàn thành",
            (
                Part("KG402", "{} sơ kết, tổng kết có báo cáo"),
                Part("KG401", "cả năm phải thực hiện {}", called="số cuộc sơ kết, tổng kết của cả năm"),
            ),
            otherwise="Theo báo cáo của các đơn vị,",
        ),
    ),
    "muc_5": (
        Line(
            "Các đơn vị đã thực hiện",
            (
                Part("KG501", "{} phối hợp theo Quyết định số 238-QĐ/TW"),
                Part("KG502", "{n} lần cung cấp thông tin, phản ánh nhanh về Ban Tuyên giáo"),
            ),
        ),
        Line(
            "Về kế hoạch năm:",
            (Part("KG601", "{} đã ban hành kế hoạch công tác khoa giáo năm",
                  called="việc ban hành kế hoạch công tác khoa giáo năm"),),
        ),
    ),
}  # fmt: skip

# What a code that no frame knows (the office added it to tblChiTieu) falls under, by its hundreds.
SECTION_OF_HUNDRED = {
    "0": "dac_diem",
    "1": "muc_1",
    "2": "muc_2",
    "3": "muc_3",
    "4": "muc_4",
    "5": "muc_5",
    "6": "muc_5",
}

# Said elsewhere: the denominator of a rate, the plans behind a share, the directives, the units' words.
NOT_IN_SENTENCES = frozenset({"KG107", "KG301", "KG303", "KG105", "KG602", "KG603", "KG604"})
