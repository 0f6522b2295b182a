"""ACTIONS: everything the tool can do, once; buttons, macros, verbs and the guide read this table."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    Step = Callable[..., Any]
Groups = dict[str, tuple[str, ...]]  # name of a group -> the ids of its actions


@dataclass(frozen=True)
class Action:
    """One thing the office can ask for.

    id: the name of the button and, in CamelCase behind «KG_», of its macro. verb: the word in the terminal.
    step: «module:function», imported only when the action runs.
    source, out: names of the two paths in the terminal, empty where the action takes none; the settings
    of tblCauHinh say where they lie when a button is clicked.
    kinds: the words that `--kind` takes in the terminal, besides what is done without it.
    options: further words of the terminal that it takes: OPTIONS of doors.verb_options.
    sheets: the sheets that carry its button too, for what it does with the cell that is chosen there.
    by_file: like `step`, a function of the job alone, for a Word file in the place of a master.
    trial: like `step`, a function that says what the action would do and changes nothing; blank for none.
    told: what the terminal may add in words, of «by» and «reason»; a click takes them from tblCauHinh.
    whole_file: the action replaces the master as a file instead of writing its tables.
    group, icon, keytip: where it stands on dashboard and ribbon, and how it looks and is reached there.
    """

    id: str
    label: str
    verb: str
    step: str
    help: str
    group: str
    icon: str  # a name of Office's own pictures (imageMso)
    keytip: str
    needs_period: bool = False
    source: str = ""
    source_setting: str = ""
    out: str = ""
    out_setting: str = ""
    whole_file: bool = False
    kinds: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    trial: str = ""
    by_file: str = ""
    told: tuple[str, ...] = ()

    @property
    def macro(self) -> str:
        """The name of the VBA Sub behind the button: «KG_TiepNhan»."""
        name = self.id.title()
        bare = name.replace("_", "")
        return f"KG_{bare}"

    def load(self) -> Step:
        """Import and return the step's function."""
        return _imported(self.step)

    def load_by_file(self) -> Step:
        """Import and return the function for a Word file in the master's place."""
        return _imported(self.by_file)

    def load_trial(self) -> Step:
        """Import and return the function that only says what would be done."""
        return _imported(self.trial)


def _imported(step: str) -> Step:
    name, function = step.split(":")
    path = f"khoagiao_xl.steps.{name}"
    module = importlib.import_module(path)
    found: Step = getattr(module, function)
    return found


# What `--kind` takes besides the report of the period: the ids of KINDS in report/kinds/kinds_table.py.
DOCUMENT_KINDS: Final = ("so_ket", "tong_ket", "tin_nhanh", "thong_bao", "cong_van", "chuong_trinh")
# What `--kind` takes of the letters of a period, all of them when it is left out.
LETTER_KINDS: Final = ("forms", "returns", "receipts", "report", "notice")
_ALL = (
    Action("nap_huong_dan", "Nạp văn bản hướng dẫn", "plan", "import_guidance:work",
           "Đọc văn bản hướng dẫn (.docx, .pdf có chữ, .txt; .doc, .rtf, .odt khi máy có LibreOffice) "
           "thành văn bản viện dẫn, nhiệm vụ, cuộc sơ kết, tổng kết.",
           group="Chuẩn bị", icon="FileOpen", keytip="N",
           source="GUIDANCE", source_setting="thu_muc_huong_dan"),
    Action("nhan_de_xuat", "Nhận đề xuất", "accept", "accept_proposals:work",
           "Nhận mọi dòng đọc chắc chắn còn ở «đề xuất»; dòng chọn «nhận nội dung mới» lấy theo văn bản.",
           group="Chuẩn bị", icon="ReviewAcceptChange", keytip="X"),
    Action("kiem_tra_ke_hoach", "Kiểm tra kế hoạch", "check", "check_master:work",
           "Soát mọi ô đã nhập trong sổ: tô màu ô sai, liệt kê từng ô với cách sửa.",
           group="Chuẩn bị", icon="DataValidation", keytip="K"),
    Action("phat_bieu_mau", "Phát hành biểu mẫu", "forms", "issue_forms:work",
           "Tạo biểu mẫu của kỳ, mỗi đơn vị phải nộp một tệp.",
           group="Chuẩn bị", icon="FileNew", keytip="P",
           needs_period=True, out="--out", out_setting="thu_muc_bieu_mau"),
    Action("lay_thu", "Lấy thư", "fetch", "fetch_mail:work",
           "Lấy thư mới từ máy chủ thư vào hộp thư đến của kỳ; chỉ đọc, không đánh dấu, không chuyển thư.",
           group="Thu nhận", icon="ImportSavedImports", keytip="L",
           needs_period=True, out="--out", out_setting="thu_muc_hop_thu", options=("store-password",),
           trial="fetch_mail:try_out"),
    Action("tiep_nhan", "Tiếp nhận báo cáo", "collect", "take_in:work",
           "Đọc mọi tệp trong hộp thư đến: nhận, hỏi lại hoặc trả lại từng tệp.",
           group="Thu nhận", icon="ImportExcel", keytip="T",
           needs_period=True, source="INBOX", source_setting="thu_muc_hop_thu",
           out="--returned", out_setting="thu_muc_tra_lai", options=("scheduler",),
           trial="take_in:try_out"),
    Action("tong_hop", "Tổng hợp", "consolidate", "consolidate:work",
           "Cộng số liệu đã nhận thành số của toàn đảng bộ.",
           group="Tổng hợp, báo cáo", icon="AutoSum", keytip="H", needs_period=True),
    Action("xuat_bao_cao", "Xuất báo cáo", "report", "write_report:work",
           "Viết báo cáo Word theo thể thức của Đảng.",
           group="Tổng hợp, báo cáo", icon="CreateReport", keytip="B",
           needs_period=True, out="--out", out_setting="thu_muc_bao_cao",
           kinds=DOCUMENT_KINDS, options=("directive", "issue", "even-unfinished")),
    Action("cap_so", "Cấp số văn bản", "number", "number_document:work",
           "Cấp số tiếp theo cho báo cáo của kỳ, ghi vào «Văn bản đi», viết lại báo cáo có số, ngày.",
           group="Tổng hợp, báo cáo", icon="NumberingRestart", keytip="S",
           needs_period=True, out="--out", out_setting="thu_muc_bao_cao",
           kinds=DOCUMENT_KINDS, options=("directive", "issue", "day", "even-unfinished")),
    Action("truy_vet", "Truy vết số liệu", "trace", "trace:work",
           "Ở một ô của «Tổng hợp», «Số liệu»: số ấy từ đơn vị, tệp, ô nào. Ở chỗ khác: soát báo cáo kỳ.",
           group="Tổng hợp, báo cáo", icon="TracePrecedents", keytip="V", needs_period=True,
           source_setting="thu_muc_bao_cao", options=("unit", "indicator", "to-date", "report"),
           sheets=("Tổng hợp", "Số liệu")),
    Action("kiem_tra_the_thuc", "Kiểm tra thể thức", "format-check", "check_layout:work",
           "Soát thể thức, lời văn của các văn bản Word của kỳ, ghi chú tại từng chỗ trong một bản sao.",
           group="Tổng hợp, báo cáo", icon="Spelling", keytip="F", needs_period=True,
           source_setting="thu_muc_bao_cao", out="--out", options=("profile", "tone", "fix"),
           by_file="check_layout:by_file"),
    Action("soan_thu", "Soạn thư", "mail", "draft_mail:work",
           "Soạn thư nháp của kỳ: gửi biểu mẫu, trả lại để sửa, giấy nhận, báo cáo, thông báo.",
           group="Thư", icon="EnvelopesAndLabelsDialog", keytip="O",
           needs_period=True, out="--out", out_setting="thu_muc_thu_nhap", kinds=LETTER_KINDS),
    Action("don_doc", "Đôn đốc", "remind", "draft_reminders:work",
           "Soạn cho mỗi đơn vị một thư nháp ghi mọi việc còn nợ, kèm công văn đôn đốc.",
           group="Thư", icon="CalendarInsert", keytip="D",
           needs_period=True, out="--out", out_setting="thu_muc_thu_nhap"),
    Action("gui_thu", "Gửi thư", "send", "send_mail:work",
           "Gửi các thư nháp đang chờ theo cách chọn ở Cấu hình, sau khi người gửi xem danh sách và đồng ý.",
           group="Thư", icon="FileSendAsAttachment", keytip="U",
           needs_period=True, out_setting="thu_muc_thu_nhap", trial="send_mail:try_out",
           options=("yes", "to-myself", "store-password")),
    Action("gui_cap_tren", "Biểu gửi cấp trên", "upward", "send_upward:work",
           "Điền số tổng hợp vào biểu mà cấp trên gửi, mỗi số kèm số đơn vị có báo cáo.",
           group="Tổng hợp, báo cáo", icon="ExportExcel", keytip="G",
           needs_period=True, source="--form", source_setting="thu_muc_bieu_cap_tren",
           out="--out", out_setting="thu_muc_gui_cap_tren"),
    Action("chot_ky", "Chốt kỳ", "close", "close_period:work",
           "Chốt số liệu, báo cáo của kỳ như đang có; sửa đổi về sau được ghi riêng.",
           group="Tổng hợp, báo cáo", icon="FileMarkAsFinal", keytip="C",
           needs_period=True, out_setting="thu_muc_bao_cao", told=("by",)),
    Action("mo_ky", "Mở lại kỳ", "reopen", "reopen_period:work",
           "Mở lại kỳ đã chốt: ghi ai mở, vì sao; bản chốt cũ vẫn giữ.",
           group="Sửa sai", icon="SheetProtect", keytip="M", needs_period=True, told=("by", "reason")),
    Action("khoi_phuc", "Khôi phục bản trước", "restore", "restore:work",
           "Trở về bản sao giữ lại trước thao tác gần nhất.",
           group="Sửa sai", icon="Undo", keytip="R", whole_file=True),
)  # fmt: skip
ACTIONS: Final = {action.id: action for action in _ALL}


def _grouped() -> Groups:
    groups: Groups = {}
    for action in _ALL:
        group = action.group
        earlier = groups.get(group, ())
        groups[group] = (*earlier, action.id)
    return groups


# The day's work from left to right: the groups of the dashboard and of the ribbon.
GROUPS: Final = _grouped()
