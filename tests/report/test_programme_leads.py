"""Who leads what in a programme: the units their own reviews, a part of the office those of the whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.report.kind_documents import REVIEW, STAFF, TASK, office, review, words

UNITS = "Các đảng bộ, chi bộ cơ sở có liên quan"
OF_UNITS = {**TASK, "lead": UNITS}
OF_WHOLE = {"code": "NV02", "section": "III.1", "status": "nhận", "lead": STAFF, "directives": (),
            "text": "Chủ trì, phối hợp với Văn phòng chuẩn bị báo cáo sơ kết, tổng kết của toàn Khối"}  # fmt: skip
GIVEN = {**REVIEW, "lead": UNITS}
STEPS = [{"review": "ST01", "order": 1, "text": "Giao cơ quan chủ trì", "due": date(2024, 1, 25)},
         {"review": "ST01", "order": 2, "text": "Đơn vị gửi báo cáo", "due": date(2024, 4, 10)},
         {"review": "ST01", "order": 3, "text": "Gửi báo cáo cấp trên", "due": date(2024, 5, 17)}]  # fmt: skip
IN_BOTH = [STAFF, "Ở cấp mình: các đảng bộ, chi bộ cơ sở có liên quan"]


def of_reviews(**tables: Any) -> Any:
    return office(**{"tblKeHoach": [OF_UNITS, OF_WHOLE], "tblSoTongKet": [GIVEN], "tblBuoc": STEPS, **tables})


def behind(told: list[str], line: str) -> list[str]:
    at = told.index(line)
    return told[at + 1 : at + 3]


def test_the_review_of_the_whole_is_led_by_who_prepares_it_in_both_annexes() -> None:
    told = words("chuong_trinh", of_reviews())
    of_task = behind(told, "Sơ kết 5 năm thực hiện Kết luận số 49-KL/TW.")
    in_register = next(
        line for line in told if line.startswith("Sơ kết 05 năm thực hiện Kết luận số 49-KL/TW, ngày")
    )
    assert [of_task, behind(told, in_register)] == [IN_BOTH, IN_BOTH]
    assert "(dự kiến)" not in "".join(told)


def test_the_units_lead_the_step_that_is_theirs_and_a_draft_asks_which_they_are() -> None:
    told = words("chuong_trinh", of_reviews())
    assert behind(told, "- Đơn vị gửi báo cáo.")[0] == f"{UNITS} (bổ sung tên đơn vị)"
    assert behind(told, "- Gửi báo cáo cấp trên.")[0] == "17/5/2024"


def test_the_step_that_gives_the_review_is_done_by_the_programme_that_names_who_leads_it() -> None:
    told = words("chuong_trinh", of_reviews())
    assert "- Giao cơ quan chủ trì (giao tại Chương trình này)." in told
    assert "25/01/2024" not in told
    other = words("chuong_trinh", of_reviews(tblSoTongKet=[{**GIVEN, "lead": "Ban Tổ chức Đảng ủy Khối"}]))
    assert behind(other, "- Giao cơ quan chủ trì.")[0].startswith("25/01/2024")
    done = {**STEPS[0], "status": "xong"}
    assert not any("(giao tại" in line for line in words("chuong_trinh", of_reviews(tblBuoc=[done])))


@pytest.mark.parametrize("lead", ["Ban Tổ chức Đảng ủy Khối", ""])
def test_a_lead_that_the_office_has_chosen_for_a_review_stays(lead: str) -> None:
    told = words("chuong_trinh", of_reviews(tblSoTongKet=[{**GIVEN, "lead": lead}]))
    assert (f"{lead} (dự kiến)" in told) == bool(lead)
    assert told.count(STAFF) == len(["its own task", "the review among the tasks"])


def test_urging_the_units_to_their_reviews_prepares_none_of_the_whole() -> None:
    urging = {**OF_WHOLE, "text": "Đôn đốc các đơn vị sơ kết, tổng kết đúng hạn"}
    told = words("chuong_trinh", of_reviews(tblKeHoach=[OF_UNITS, urging]))
    assert "Ở cấp mình" not in "".join(told)


def test_the_review_itself_tells_both_levels_too() -> None:
    assert (
        "chủ trì sơ kết 05 năm thực hiện Kết luận số 49-KL/TW ở cấp mình (hạn 10/5/2024); Ban Tuyên giáo Đảng ủy Khối chủ "
        "trì, phối hợp với Văn phòng chuẩn bị báo cáo sơ kết, tổng kết của toàn Khối."
        in review(of_reviews()).replace("\u00a0", " ")
    )


def test_a_done_step_that_gives_a_choice_asks_which_it_was() -> None:
    choice = {**STEPS[1], "text": "Hội nghị hoặc báo cáo bằng văn bản", "status": "xong"}
    told = words("chuong_trinh", of_reviews(tblBuoc=[STEPS[0], choice]))
    assert "- Hội nghị hoặc báo cáo bằng văn bản (đã xong; bổ sung hình thức đã thực hiện, ngày)." in told
    known = {**choice, "done_on": date(2024, 1, 5)}
    assert "(gần nhất: hội nghị hoặc báo cáo bằng văn bản; bổ sung hình thức đã thực hiện);" in review(
        of_reviews(tblBuoc=[STEPS[0], known])
    )


def test_who_leads_a_task_receives_the_programme() -> None:
    led = [
        {**TASK, "code": f"NV1{at}", "lead": lead}
        for at, lead in enumerate(("Ủy ban Kiểm tra", "Các đoàn thể", UNITS))
    ]
    told = words("chuong_trinh", office(tblKeHoach=[*led, OF_WHOLE]))
    at = told.index("- Ủy ban Kiểm tra, các đoàn thể;")
    assert told[at + 1] == "- Các đảng bộ, chi bộ cơ sở;"
