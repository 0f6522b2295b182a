"""What stands around the user guide where it is a Word document of the office."""

from typing import Final

TITLE: Final = "HƯỚNG DẪN"
SUBJECT: Final = "sử dụng Sổ công tác khoa giáo"
PLACE_AND_DAY: Final = "{place}, ngày     tháng     năm 2026"  # a draft that nobody has signed
CLOSING: Final = "Trên đây là hướng dẫn sử dụng Sổ công tác khoa giáo. Quá trình sử dụng có gì vướng mắc, đề nghị phản ánh về {author}."
PICTURE: Final = "Hình {number}. {name}"
FILE_TITLE: Final = "Hướng dẫn sử dụng Sổ công tác khoa giáo"
