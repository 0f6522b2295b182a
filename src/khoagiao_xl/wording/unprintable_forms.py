"""Sentences about cells of the master that would damage every form, so that none is issued (HS-07, KT-11x)."""

SENTENCES: dict[str, str] = {
    "HS-07": "Chưa phát hành được biểu mẫu {period}, vì {place}: {told}{more}",
    "HS-08": " Còn {count} ô nữa như vậy; bấm «Kiểm tra kế hoạch» để xem từng ô ở trang «Lỗi».",
    "KT-110": "Quy tắc này không đưa được vào cột «Kiểm tra» của dòng {indicators}: {why} "
    "Viết thông báo ngắn lại, bớt quy tắc ở dòng đó hoặc tắt quy tắc này thì mới phát hành được biểu mẫu.",
    "KT-112": "có đoạn chữ dài quá 255 ký tự.",
    "KT-113": "công thức dài quá mức Excel nhận.",
    "KT-114": "quá nhiều quy tắc ở một dòng, Excel chỉ nhận 64 lớp lồng nhau.",
    "KT-115": "quá 255 ô trong một phép tính.",
    "KT-116": "Ô ở cột «{column}» có ký tự mà biểu mẫu không nhận ({letters}). Gõ lại ô này thì mới phát hành được biểu mẫu.",
    "KT-117": "Ô ở cột «{column}» dài {length} ký tự, biểu mẫu chỉ có chỗ cho {longest}. Viết ngắn lại thì mới phát hành được biểu mẫu.",
    "KT-118": "Mã chỉ tiêu «{found}» có dấu cách hoặc dấu khác. Chỉ dùng chữ cái, chữ số và dấu gạch dưới, ví dụ KG101.",
    "KT-119": "Mã chỉ tiêu «{found}» trùng tên một cột của trang «{sheet}». Đặt mã khác, ví dụ KG101.",
}
