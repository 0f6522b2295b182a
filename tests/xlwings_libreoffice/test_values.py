"""Values in and out, through every converter that an ordinary xlwings script uses."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

pytestmark = [pytest.mark.office, pytest.mark.slow]
MOMENT = datetime(2024, 1, 18, 16, 59, 58)  # noqa: DTZ001


def test_values_go_in_and_come_out(sheet: Any) -> None:
    sheet["B2"].value = [["Mã", "Số"], ["KG1", 2], [None, True], [MOMENT, "ễ"]]
    assert sheet["B2:C5"].value == [["Mã", "Số"], ["KG1", 2.0], [None, True], [MOMENT, "ễ"]]
    assert sheet["B3"].value == "KG1"
    assert sheet["C3"].options(numbers=int).value == 2
    assert sheet["D1:D2"].options(empty="").value == ["", ""]


def test_one_value_fills_a_range(sheet: Any) -> None:
    sheet["A1:B2"].value = 7
    assert sheet["A1:B2"].value == [[7.0, 7.0], [7.0, 7.0]]


def test_shapes_of_lists_are_as_asked_for(sheet: Any) -> None:
    sheet["A1"].value = [1, 2, 3]
    sheet["A2"].options(transpose=True).value = [4, 5]
    assert sheet["A1:C1"].value == [1.0, 2.0, 3.0]
    assert sheet["A1:C1"].options(ndim=2).value == [[1.0, 2.0, 3.0]]
    assert sheet["A1"].options(ndim=1).value == [1.0]
    assert sheet["A2:A3"].options(ndim=2, transpose=True).value == [[4.0, 5.0]]


def test_arrays_of_numpy_go_in_and_come_out(sheet: Any) -> None:
    import numpy as np

    sheet["A1"].value = np.arange(6).reshape(2, 3)
    back = sheet["A1"].options(np.array, expand="table", ndim=2).value
    assert back.tolist() == [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
    sheet["A5"].value = [
        np.int64(3),
        np.float32(1.5),
        np.bool_(True),
        np.datetime64("2024-03-01"),
        np.str_("s"),
    ]
    assert sheet["A5:E5"].value == [3.0, 1.5, True, datetime(2024, 3, 1), "s"]  # noqa: DTZ001


def test_a_data_frame_goes_in_and_comes_out(sheet: Any) -> None:
    import pandas as pd

    days = pd.to_datetime(["2024-01-02"] * 2)
    sheet["A1"].options(index=False).value = pd.DataFrame(
        {"ngày": days, "tên": ["a", None], "số": [1.5, None]}
    )
    back = sheet["A1"].options(pd.DataFrame, index=False, expand="table").value
    assert back.columns.tolist() == ["ngày", "tên", "số"]
    assert back.loc[0].tolist() == [pd.Timestamp("2024-01-02"), "a", 1.5]
    assert back["số"].isna().tolist() == [False, True]


def test_columns_of_every_kind_of_pandas_are_written(sheet: Any) -> None:
    import pandas as pd

    frame = pd.DataFrame({
        "loại": pd.Categorical(["u", "v"]),
        "nguyên": pd.array([1, None], dtype="Int64"),
        "giờ": pd.to_datetime(["2024-01-01", "NaT"]).tz_localize("Asia/Ho_Chi_Minh"),
        "đúng": [True, False],
    })  # fmt: skip
    sheet["A1"].options(index=False, header=False).value = frame
    assert sheet["A1:D2"].value == [["u", 1.0, datetime(2024, 1, 1), True], ["v", None, None, False]]  # noqa: DTZ001


def test_a_series_and_a_dict_go_in_and_come_out(sheet: Any) -> None:
    import pandas as pd

    sheet["A1"].value = pd.Series([1, 2.5], index=pd.Index(["x", "y"], name="mã"), name="số")
    back = sheet["A1"].options(pd.Series, expand="table").value
    assert (back.name, back.index.name, back.to_dict()) == ("số", "mã", {"x": 1.0, "y": 2.5})
    sheet["D1"].value = {"a": 1, "b": "chữ"}
    assert sheet["D1"].options(dict, expand="table").value == {"a": 1.0, "b": "chữ"}


def test_days_and_times_are_shown_as_such(sheet: Any) -> None:
    put = [date(2024, 2, 29), datetime(2024, 2, 29, 13, 14, 15, 123000), time(12, 30), timedelta(hours=30)]  # noqa: DTZ001
    sheet["A1"].value = put
    shown = ["dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss", "hh:mm:ss", "[h]:mm:ss"]
    assert [cell.number_format for cell in sheet["A1:D1"]] == shown
    noon, over = datetime(1899, 12, 30, 12, 30), datetime(1899, 12, 31, 6)  # noqa: DTZ001  # as Excel's COM
    assert sheet["A1:D1"].value == [datetime(2024, 2, 29), put[1], noon, over]  # noqa: DTZ001
    assert sheet["A1"].options(dates=date).value == date(2024, 2, 29)


def test_a_days_own_format_is_kept(sheet: Any) -> None:
    sheet["A1"].number_format = "yyyy-mm"
    sheet["A1"].value = date(2024, 2, 1)
    assert sheet["A1"].number_format == "yyyy-mm"


def test_a_number_over_a_truth_is_a_number_again(sheet: Any) -> None:
    sheet["A1"].value = [True, True, True]
    sheet["A1"].value = [3, 1, False]
    assert [(type(value), value) for value in sheet["A1:C1"].value] == [
        (float, 3.0),
        (float, 1.0),
        (bool, False),
    ]
