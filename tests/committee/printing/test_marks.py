"""The mark of what was invented, which stands on one line with the word before it."""

import re

import pytest
from django.utils.translation import override

from committee.languages.both import Both
from committee.languages.wording import Wording
from committee.printing.layout import chapter_html
from committee.printing.template_words import marked
from tests.factories.report import every_kind_of_block, small_report


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Set up a hotline", "hotline"),
        ("关于建立热线的协议", "协议"),
        ("Hotline", "ne"),
        (Wording("Two hotlines ring", "en"), "ring"),
        (Both(Wording("핫라인", "ko"), Wording("建立热线", "zh-Hans")), "热线"),
        ("", ""),
    ],
)
def test_a_mark_is_tied_to_the_end_of_the_text(text, tied):
    with override("en"):
        html = marked(text, "row_mark")

    [inside] = re.findall(r'<span class="tied">(.*)<span class="row-mark">&nbsp;◇</span></span>', html)
    assert re.sub("<[^>]+>", "", inside) == tied


def test_an_invented_row_carries_its_mark_tied():
    html = chapter_html(small_report("en", *every_kind_of_block()), 1)

    assert 'Fine dust <span class="tied">hotline<span class="row-mark">&nbsp;◇</span></span>' in html
