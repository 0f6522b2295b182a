"""The words that the verbs of the terminal take, as argparse wants them; actions name their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final


def folder_or_address(text: str) -> Path | str:
    """Return what is named in the terminal as a path; what leads nowhere on this machine as it is."""
    return text if "://" in text else Path(text)


Options = dict[str, Any]  # of one argument, as argparse takes them
MASTERS: Final = (".xlsm", ".xlsx", ".xltm")
MASTER: Final[Options] = {"type": Path, "metavar": "MASTER", "help": "sổ .xlsm"}
DOCUMENT: Final[Options] = {
    "type": Path,
    "metavar": "TỆP",
    "help": "văn bản .docx, hoặc sổ .xlsm cùng --period",
}
PERIOD: Final[Options] = {"metavar": "KỲ", "help": "mã kỳ, ví dụ 2026-M03"}
OUT: Final[Options] = {
    "type": Path,
    "dest": "out",
    "metavar": "NƠI",
    "help": "nơi ghi (mặc định theo Cấu hình)",
}
KIND: Final[Options] = {"default": "", "help": "loại khác với loại thường làm"}
DRY_RUN: Final[Options] = {"action": "store_true", "help": "chỉ nói sẽ ra sao, không ghi gì cả"}
OPTIONS: Final[dict[str, Options]] = {
    "unit": {"default": "", "metavar": "ĐƠN-VỊ", "help": "mã đơn vị: số của đơn vị ấy đi vào những số nào"},
    "indicator": {"default": "", "metavar": "CHỈ-TIÊU", "help": "mã chỉ tiêu, ví dụ KG201"},
    "to-date": {"action": "store_true", "help": "truy vết số lũy kế thay cho số của kỳ"},
    "directive": {"default": "", "metavar": "VĂN-BẢN", "help": "số, ký hiệu văn bản được sơ kết, tổng kết"},
    "issue": {"default": "", "metavar": "MÃ", "help": "mã vấn đề nổi cộm, ví dụ VD001"},
    "day": {"default": "", "metavar": "NGÀY", "help": "ngày ghi trên văn bản (mặc định: hôm nay)"},
    "even-unfinished": {"action": "store_true", "help": "vẫn làm khi kỳ chưa hết hoặc còn chỗ phải hỏi lại"},
    "profile": {
        "default": "",
        "metavar": "KIỂU",
        "help": "kiểu thể thức: HD36, HD05 hoặc ND30 (mặc định: theo văn bản)",
    },
    "tone": {
        "default": "",
        "choices": ["ủy", "uỷ"],
        "help": "cách đặt dấu thanh (mặc định: như phần lớn từ)",
    },
    "fix": {"action": "store_true", "help": "ghi bản đã sửa những chỗ không đổi chữ nào, tên có «-da-sua»"},
    "yes": {"action": "store_true", "help": "đã xem danh sách (--dry-run) và đồng ý gửi"},
    "to-myself": {"action": "store_true", "help": "gửi mỗi thư một bản tới hộp thư của cơ quan để xem trước"},
    "store-password": {
        "action": "store_true",
        "help": "hỏi mật khẩu hộp thư, cất vào kho khóa của hệ điều hành, không làm gì khác",
    },
    "scheduler": {
        "default": "",
        "metavar": "ĐỊA-CHỈ",
        "help": "đọc tệp trên cụm máy Dask, ví dụ tcp://10.0.0.5:8786",
    },
    "report": {"type": Path, "metavar": "TỆP", "help": "báo cáo .docx: tính lại mọi số, in các chỗ khác"},
}
ALWAYS_OF_A_PERIOD: Final = {"scheduler"}  # options beside which a period is named all the same
TOLD: Final[dict[str, Options]] = {
    "by": {"default": "", "metavar": "AI", "help": "người làm việc này (mặc định theo Cấu hình)"},
    "reason": {"default": "", "metavar": "LÝ-DO", "help": "vì sao (mặc định theo Cấu hình)"},
}
AS_JSON: Final[Options] = {"action": "store_true", "help": "in kết quả thành một đối tượng JSON"}
SOURCES: Final[dict[str, Options]] = {
    "GUIDANCE": {
        "type": Path,
        "help": "văn bản hướng dẫn .docx, .txt, .pdf có chữ; .doc, .odt, .rtf khi máy có LibreOffice "
        "(mặc định theo Cấu hình)",
    },
    "INBOX": {
        "type": folder_or_address,
        "help": "thư mục chứa các tệp gửi về, hoặc địa chỉ kiểu s3://… (mặc định theo Cấu hình)",
    },
    "--form": {
        "type": Path,
        "metavar": "BIỂU",
        "help": "biểu .xlsx mà cấp trên gửi (mặc định: biểu ở thư mục theo Cấu hình)",
    },
}
