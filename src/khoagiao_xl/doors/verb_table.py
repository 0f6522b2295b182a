"""OTHER_VERBS: the verbs of the terminal that have no button, each with what it does and its options."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.doors import other_verbs as does
from khoagiao_xl.doors.verb_options import MASTER, Options

if TYPE_CHECKING:
    import argparse

    from khoagiao_xl.model.results import Outcome


@dataclass(frozen=True)
class Verb:
    """A verb of the terminal that has no button: it makes a master, or only looks into one."""

    name: str
    help: str
    run: Callable[[argparse.Namespace], Outcome]
    arguments: dict[str, Options]


GUIDANCE_HELP: Final = "văn bản hướng dẫn của cơ quan"
OTHER_VERBS: Final = (
    Verb("new", "Tạo sổ mới", does.make_new, {
        "master": {"type": Path, "metavar": "MASTER", "nargs": "?", "default": None,
                   "help": "tên sổ sẽ tạo, đuôi .xlsm (mặc định: KhoaGiao-NĂM.xlsm)"},
        "--year": {"type": int, "default": None, "metavar": "NĂM",
                   "help": "năm của sổ (mặc định: năm nay, từ tháng 10 là năm sau; có --from: năm kế tiếp)"},
        "--profile": {"default": "", "metavar": "HỒ-SƠ",
                      "help": "hồ sơ cơ quan, ví dụ 2026 (mặc định: hồ sơ của năm đó); tên không có thì "
                              "chương trình kể các tên có"},
        "--units": {"type": Path, "default": None, "metavar": "TỆP",
                    "help": "danh sách đơn vị của cơ quan, Excel hoặc CSV (mặc định: danh sách mẫu)"},
        "--from": {"type": Path, "default": None, "metavar": "SỔ-CŨ", "dest": "last",
                   "help": "sổ của năm trước: lấy đơn vị, văn bản, cuộc sơ kết, tổng kết chưa xong, quy tắc, "
                           "chỉ tiêu, cấu hình; năm mặc định là năm sau của sổ đó"},
        "--office": {"default": "excel", "choices": ["excel", "libreoffice"], "help": "dùng với"},
    }),
    Verb("upgrade", "Chuyển sổ làm theo bố cục cũ sang bố cục hiện nay, giữ lại bản cũ", does.upgrade_master,
         {"master": MASTER}),
    Verb("rules", "Xem quy tắc kiểm tra, thử trên các báo cáo đã nhận", does.show_rules, {
        "master": {"type": Path, "metavar": "MASTER", "help": "sổ .xlsm"},
        "--trial": {"action": "store_true", "help": "đếm báo cáo đã nhận mà từng quy tắc sẽ bắt lỗi"},
    }),
    Verb("check-form", "Xem một biểu sẽ ra sao nếu tiếp nhận, không ghi gì cả", does.check_form, {
        "form": {"type": Path, "metavar": "TỆP", "help": "biểu .xlsx đơn vị gửi về"},
        "--master": {"type": Path, "default": None, "metavar": "MASTER",
                     "help": "sổ phát hành biểu (không có: chỉ kiểm tra những gì biết được từ biểu)"},
    }),
    Verb("open", "Mở sổ trong Excel hoặc LibreOffice", does.open_it, {"master": MASTER}),
    Verb("window", "Cửa sổ nhỏ có đủ các nút, dùng khi Excel không được phép gọi chương trình", does.window,
         {"master": MASTER}),
    Verb("shortcut", "Đặt lối tắt tới cửa sổ nhỏ lên màn hình nền", does.shortcut, {
        "master": MASTER,
        "--out": {"type": Path, "default": None, "metavar": "THƯ-MỤC", "help": "mặc định: màn hình nền"},
    }),
    Verb("doctor", "Xem máy đã sẵn sàng chưa, cái gì hỏng, phải làm gì", does.doctor, {
        "master": {"type": Path, "metavar": "MASTER", "nargs": "?", "default": None,
                   "help": "sổ .xlsm (không có: chỉ xem máy và thư mục đang đứng)"},
        "--mail": {"action": "store_true", "help": "thử nối máy chủ thư; không gửi thư nào"},
    }),
    Verb("setup", "Chuẩn bị máy của cán bộ: thư mục, sổ năm nay, lối tắt, rồi xem như doctor", does.setup, {
        "out": {"type": Path, "metavar": "THƯ-MỤC", "nargs": "?", "default": None,
                   "help": "nơi đặt sổ (mặc định: nơi đã cài chương trình, không thì C:\\KhoaGiao)"},
        "--desktop": {"type": Path, "default": None, "metavar": "THƯ-MỤC",
                      "help": "nơi đặt lối tắt (mặc định: màn hình nền)"},
    }),
    Verb("bundle", "Làm gói cài đặt .zip cho máy Windows không có Python, không có quyền quản trị",
         does.bundle, {
        "--out": {"type": Path, "required": True, "dest": "bundle", "metavar": "TỆP.zip",
                  "help": "gói cài đặt sẽ ghi"},
        "--python": {"type": Path, "default": None, "metavar": "THƯ-MỤC",
                     "help": "Python 3.12 cho Windows đã giải nén (không có: cai-dat.cmd tải từ python.org)"},
    }),
    Verb("demo", "Sống thử quý I của một cơ quan trên tệp mẫu", does.demo, {
        "--long": {"action": "store_true", "help": "sống tiếp đến hết 6 tháng đầu năm"},
        "--out": {"type": Path, "default": Path("out/demo"), "metavar": "THƯ-MỤC", "help": "nơi ghi"},
        "--guidance": {"type": Path, "default": None, "metavar": "TỆP", "help": GUIDANCE_HELP},
        "--year": {"type": int, "default": None, "metavar": "NĂM", "help": "năm (mặc định: năm mẫu)"},
        "--profile": {"default": "", "metavar": "HỒ-SƠ", "help": "hồ sơ cơ quan (mặc định: hồ sơ mẫu)"},
    }),
)  # fmt: skip
