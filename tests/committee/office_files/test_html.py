from typing import get_args

import pytest

from committee.office_files.html_file import html_of
from committee.office_files.setting import _Setting
from committee.printing.content import Block
from tests.committee.office_files.reports import hostile_report, whole_report


def test_the_file_needs_no_other():
    page = html_of(whole_report("ko")).decode()

    assert '<html lang="ko">' in page
    assert '<link rel="stylesheet"' not in page
    assert "@media (min-width: 62rem)" in page
    assert "<svg" in page


def test_each_table_scrolls_by_itself_under_its_name():
    page = html_of(whole_report()).decode()

    assert '<div class="scrolls" tabindex="0" role="group" aria-label="Means by year"><table' in page


def test_hostile_texts_stay_texts():
    page = html_of(hostile_report()).decode()

    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("kind", get_args(Block), ids=lambda kind: kind.__name__)
def test_every_kind_of_content_has_its_place_in_an_office_file(kind):
    ways = vars(_Setting)["_block"].dispatcher

    assert ways.dispatch(kind) is not ways.dispatch(object)
