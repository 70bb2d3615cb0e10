from typing import get_args, get_type_hints

from committee.office_files import docx_styles, hwpx_styles
from committee.office_files.looks import LOOKS, MARGIN_ABOVE_MM
from committee.office_files.manuscript import Style
from committee.printing.content import Paragraph


def test_every_manner_of_a_paragraph_has_its_style_in_each_kind_of_file():
    manners = {Style(manner) for manner in get_args(get_type_hints(Paragraph)["manner"])}

    assert [manners - set(names) for names in (docx_styles.NAMES, hwpx_styles.NAMES, LOOKS)] == [set()] * 3


def test_the_cover_of_a_draft_in_two_languages_stands_on_one_page():
    paragraphs = [Style.COMMITTEE, Style.CITY, Style.CITY, Style.TITLE, *[Style.PERIOD] * 3]
    # The title and the period may take a second line; each of five facts is said twice.
    lines = [*paragraphs, Style.TITLE, Style.PERIOD, *[Style.CELL] * 10]

    height = sum(LOOKS[each].points * 1.2 for each in lines)
    height += sum(LOOKS[each].before + LOOKS[each].after for each in paragraphs)

    assert height < (297 - 2 * MARGIN_ABOVE_MM) * 72 / 25.4
