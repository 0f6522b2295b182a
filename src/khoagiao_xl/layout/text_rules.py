"""The rules of a document's words, in one table: id, gravity, what finds its slips."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout import (
    citation_rules,
    dash_rules,
    day_rules,
    figure_rules,
    leftover_rules,
    letter_rules,
    line_end_rules,
    name_rules,
    outline_rules,
    quote_rules,
    repeat_rules,
    room_rules,
    spacing_rules,
    table_page_rules,
    tone_rules,
)
from khoagiao_xl.layout.departures import Gravity

if TYPE_CHECKING:
    from khoagiao_xl.layout.text_slips import Finder

_ERROR, _WARNING, _NOTE = Gravity.ERROR, Gravity.WARNING, Gravity.NOTE


@dataclass(frozen=True)
class TextRule:
    """A rule. is_one: all its slips are told as one departure, at the first of them."""

    id: str
    weight: Gravity
    find: Finder
    is_one: bool = False


# What each says in Vietnamese stands in wording/laid_words.py under its id.
TEXT_RULES: Final = (
    # letters
    TextRule("LV01", _ERROR, letter_rules.find_decomposed, is_one=True),
    TextRule("LV02", _WARNING, letter_rules.find_unseen),
    TextRule("LV03", _WARNING, letter_rules.find_odd_spaces, is_one=True),
    TextRule("LV04", _WARNING, letter_rules.find_wide_letters),
    TextRule("LV05", _NOTE, letter_rules.find_special_hyphens, is_one=True),
    TextRule("LV06", _ERROR, letter_rules.find_lost),
    TextRule("LV07", _WARNING, letter_rules.find_false_d),
    TextRule("LV08", _WARNING, letter_rules.find_foreign_letters),
    TextRule("LV09", _ERROR, letter_rules.find_old_fonts),
    TextRule("LV10", _ERROR, letter_rules.find_old_codes),
    TextRule("LV11", _WARNING, letter_rules.find_no_syllables),
    TextRule("LV12", _WARNING, tone_rules.find_mixed_tones, is_one=True),
    TextRule("LV13", _WARNING, tone_rules.find_tones_after_q),
    TextRule("LV14", _NOTE, tone_rules.find_mixed_i_and_y),
    # spaces
    TextRule("LV21", _WARNING, spacing_rules.find_doubled),
    TextRule("LV22", _WARNING, spacing_rules.find_before_sign),
    TextRule("LV23", _WARNING, spacing_rules.find_behind_bracket),
    TextRule("LV24", _WARNING, spacing_rules.find_missing_behind_sign),
    TextRule("LV25", _WARNING, spacing_rules.find_missing_before_bracket),
    TextRule("LV26", _NOTE, spacing_rules.find_at_ends, is_one=True),
    # dashes and numbers of documents
    TextRule("LV31", _WARNING, dash_rules.find_one_sided),
    TextRule("LV32", _NOTE, dash_rules.find_mixed_dashes, is_one=True),
    TextRule("LV33", _NOTE, dash_rules.find_mixed_bullets, is_one=True),
    TextRule("LV34", _WARNING, dash_rules.find_spaced_symbols),
    TextRule("LV35", _WARNING, dash_rules.find_misshapen_symbols),
    TextRule("LV36", _WARNING, dash_rules.find_long_dash_in_symbol),
    TextRule("LV37", _WARNING, dash_rules.find_broken_heads),
    # figures
    TextRule("LV41", _WARNING, figure_rules.find_decimal_points),
    TextRule("LV42", _WARNING, figure_rules.find_thousands_commas),
    TextRule("LV43", _NOTE, figure_rules.find_ungrouped),
    TextRule("LV44", _WARNING, figure_rules.find_torn_decimals),
    TextRule("LV45", _WARNING, figure_rules.find_signs_after_direction),
    TextRule("LV46", _NOTE, figure_rules.find_mixed_percent, is_one=True),
    TextRule("LV47", _WARNING, figure_rules.find_parts_like_days),
    TextRule("LV48", _NOTE, figure_rules.find_mixed_zeros, is_one=True),
    # days
    TextRule("LV51", _ERROR, day_rules.find_impossible),
    TextRule("LV52", _WARNING, day_rules.find_unpadded_words),
    TextRule("LV53", _NOTE, day_rules.find_unpadded_figures),
    TextRule("LV54", _NOTE, day_rules.find_padded_months),
    TextRule("LV55", _ERROR, day_rules.find_wrong_weekdays),
    TextRule("LV56", _ERROR, day_rules.find_reversed_spans),
    TextRule("LV57", _NOTE, day_rules.find_mixed_days, is_one=True),
    TextRule("LV58", _ERROR, day_rules.find_odd_years),
    # citations
    TextRule("TT37", _WARNING, citation_rules.find_short_first),
    TextRule("LV61", _NOTE, citation_rules.find_long_later),
    TextRule("LV62", _ERROR, citation_rules.find_two_days),
    TextRule("LV63", _ERROR, citation_rules.find_younger),
    TextRule("LV64", _ERROR, citation_rules.find_other_kind),
    TextRule("LV65", _WARNING, citation_rules.find_no_kind),
    TextRule("LV66", _WARNING, citation_rules.find_short_kinds),
    # names and words
    TextRule("TT38", _NOTE, name_rules.find_unintroduced),
    TextRule("LV71", _WARNING, name_rules.find_wrong_capitals),
    TextRule("LV72", _WARNING, name_rules.find_doubled_words),
    TextRule("LV73", _WARNING, repeat_rules.find_repeated_paragraphs),
    TextRule("LV74", _NOTE, repeat_rules.find_repeated_sentences),
    TextRule("LV75", _WARNING, repeat_rules.find_repeated_headings),
    # numbering, lists, ends of lines
    TextRule("LV81", _WARNING, outline_rules.find_wrong_order),
    TextRule("TT35", _WARNING, outline_rules.find_foreign_alphabet),
    TextRule("LV82", _WARNING, outline_rules.find_other_parent),
    TextRule("TT36", _NOTE, outline_rules.find_mixed_marks, is_one=True),
    TextRule("LV84", _NOTE, line_end_rules.find_item_ends),
    TextRule("LV85", _NOTE, line_end_rules.find_missing_stops),
    TextRule("LV86", _WARNING, line_end_rules.find_doubled_signs),
    TextRule("LV87", _NOTE, line_end_rules.find_small_after_stop),
    TextRule("LV88", _NOTE, line_end_rules.find_small_beginnings),
    TextRule("LV89", _NOTE, quote_rules.find_mixed_quotes, is_one=True),
    TextRule("LV90", _WARNING, quote_rules.find_unbalanced),
    # left over from the making
    TextRule("LV91", _ERROR, leftover_rules.find_tags),
    TextRule("LV92", _ERROR, leftover_rules.find_left_words),
    TextRule("LV99", _WARNING, leftover_rules.find_instructions),
    TextRule("LV93", _WARNING, leftover_rules.find_dotted_blanks),
    TextRule("LV94", _ERROR, leftover_rules.find_changes),
    TextRule("LV95", _WARNING, leftover_rules.find_comments),
    TextRule("LV96", _WARNING, leftover_rules.find_hidden),
    TextRule("LV97", _WARNING, leftover_rules.find_highlighted),
    TextRule("LV98", _WARNING, leftover_rules.find_struck),
    # room and pages
    TextRule("LV101", _NOTE, room_rules.find_gaps),
    TextRule("LV102", _NOTE, room_rules.find_empty_paragraphs, is_one=True),
    TextRule("LV103", _NOTE, room_rules.find_typed_indents, is_one=True),
    TextRule("LV104", _NOTE, room_rules.find_broken_lines),
    TextRule("LV105", _NOTE, room_rules.find_lone_headings),
    TextRule("LV109", _WARNING, table_page_rules.find_wide_tables),
)
