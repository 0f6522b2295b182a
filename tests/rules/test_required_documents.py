"""data/required_documents.csv: the answers that must name a document."""

from __future__ import annotations

import pytest

from khoagiao_xl.model.indicators import Type
from khoagiao_xl.office.profiles import load_profile, profile_names
from khoagiao_xl.rules.required_documents import Required, codes_requiring

TYPES = {
    Required.ON_YES: {Type.YESNO},
    Required.EACH: {Type.COUNT},
    Required.WORDS_ON_NO: {Type.YESNO},
}


@pytest.mark.parametrize("profile", profile_names())
@pytest.mark.parametrize("when", Required)
def test_each_is_an_indicator_that_is_answered_so(profile: str, when: Required) -> None:
    types = {item.code: item.type for item in load_profile(profile).indicators}
    assert {types[code] for code in codes_requiring(when)} == TYPES[when]
