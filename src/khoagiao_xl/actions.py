"""ACTIONS: everything the tool can do, once. Buttons, macros, terminal verbs and the manual read this table."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Action:
    """One thing the office can ask for.

    id: the name of the button and, in CamelCase behind «KG_», of its macro. verb: the word in the terminal.
    step: «module:function», imported only when the action runs. needs: the arguments besides the master.
    """

    id: str
    label: str
    verb: str
    step: str
    help: str
    needs: tuple[str, ...] = ()

    @property
    def macro(self) -> str:
        """The name of the VBA Sub behind the button: «KG_TiepNhan»."""
        return "KG_" + "".join(part.capitalize() for part in self.id.split("_"))

    def load(self) -> Callable[..., Any]:
        """Import and return the step's function."""
        module, function = self.step.split(":")
        loaded: Callable[..., Any] = getattr(importlib.import_module(f"khoagiao_xl.steps.{module}"), function)
        return loaded


_ALL = (
    Action("nap_huong_dan", "Nạp văn bản hướng dẫn", "plan", "import_guidance:run",
           "Đọc văn bản hướng dẫn (.docx, .txt) thành văn bản viện dẫn, nhiệm vụ, cuộc sơ kết, tổng kết.", ("guidance",)),
    Action("phat_bieu_mau", "Phát hành biểu mẫu", "forms", "issue_forms:run",
           "Tạo biểu mẫu của kỳ, mỗi đơn vị phải nộp một tệp.", ("period", "out")),
    Action("tiep_nhan", "Tiếp nhận báo cáo", "collect", "take_in:run",
           "Đọc mọi tệp trong hộp thư đến: nhận, hỏi lại hoặc trả lại từng tệp.", ("inbox", "period")),
    Action("tong_hop", "Tổng hợp", "consolidate", "consolidate:run",
           "Cộng số liệu đã nhận thành số của toàn đảng bộ.", ("period",)),
    Action("xuat_bao_cao", "Xuất báo cáo", "report", "write_report:run",
           "Viết báo cáo Word theo thể thức của Đảng.", ("period", "out")),
    Action("don_doc", "Đôn đốc", "remind", "draft_mail:run",
           "Soạn thư nháp gửi các đơn vị còn nợ, ghi rõ nợ gì.", ("period", "out")),
    Action("khoi_phuc", "Khôi phục bản trước", "restore", "restore:run",
           "Trở về bản sao giữ lại trước thao tác gần nhất."),
)  # fmt: skip
ACTIONS: Final = {action.id: action for action in _ALL}
