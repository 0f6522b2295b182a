"""The rules of the official layout, each with the function that looks for departures from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout import (
    appendix_rules,
    clause_rules,
    font_rules,
    head_lines,
    head_rules,
    number_rules,
    page_number_rules,
    page_rules,
    recipient_rules,
    running_text_rules,
    signature_rules,
    title_rules,
)

if TYPE_CHECKING:
    from khoagiao_xl.layout.rule_in_hand import Check

# What each asks for stands in data/layout_rules.csv, its words in wording/layout_rules.py. TT35 to TT38 are
# rules of the words (text_rules.py); TT59, seal and digital signature, no document shows before it is signed.
RULES: Final[dict[str, Check]] = {
    # the page
    "TT01": page_rules.paper,
    "TT02": page_rules.landscape,
    "TT03": page_rules.margins_above_and_below,
    "TT04": page_rules.margins_beside,
    "TT05": page_rules.two_sided,
    "TT06": page_number_rules.page_number_place,
    "TT07": page_number_rules.page_number_format,
    "TT08": page_number_rules.first_page,
    "TT09": page_number_rules.appendix_numbers,
    "TT10": font_rules.letters,
    # the head
    "TT11": head_rules.head_table,
    "TT12": head_rules.national_title,
    "TT13": head_lines.line_under_title,
    "TT14": head_rules.superior,
    "TT15": head_rules.issuer,
    "TT16": head_rules.star,
    "TT17": number_rules.number,
    "TT18": number_rules.small_number,
    "TT19": number_rules.running_number,
    "TT20": number_rules.place_and_day,
    "TT21": title_rules.kind,
    "TT22": title_rules.subject,
    "TT23": title_rules.rule_under_subject,
    "TT24": title_rules.subject_of_letter,
    # the text
    "TT25": running_text_rules.size,
    "TT26": running_text_rules.alignment,
    "TT27": running_text_rules.first_line,
    "TT28": running_text_rules.room,
    "TT29": running_text_rules.lines,
    "TT30": clause_rules.end_of_text,
    "TT31": clause_rules.grounds_of,
    "TT32": clause_rules.parts,
    "TT33": clause_rules.sections,
    "TT34": clause_rules.articles,
    # the end
    "TT39": signature_rules.layout,
    "TT40": signature_rules.authority,
    "TT41": signature_rules.position,
    "TT42": signature_rules.words_of_position,
    "TT43": signature_rules.signer,
    "TT44": signature_rules.name,
    "TT45": recipient_rules.recipients_word,
    "TT46": recipient_rules.recipients,
    "TT47": recipient_rules.archive,
    "TT48": recipient_rules.as_above,
    "TT49": title_rules.appeal,
    # marks
    "TT50": number_rules.urgency,
    "TT51": number_rules.secrecy,
    "TT52": number_rules.circulation,
    "TT53": number_rules.draft,
    "TT54": recipient_rules.drafter,
    "TT55": recipient_rules.contact,
    # appendices and tables
    "TT56": appendix_rules.appendices,
    "TT57": appendix_rules.tables,
    "TT58": signature_rules.room_to_sign,
}
