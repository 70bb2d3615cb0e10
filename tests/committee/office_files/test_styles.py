from typing import get_args, get_type_hints

from committee.office_files import docx_styles, hwpx_styles
from committee.office_files.looks import LOOKS
from committee.office_files.manuscript import Style
from committee.printing.content import Paragraph


def test_every_manner_of_a_paragraph_has_its_style_in_each_kind_of_file():
    manners = {Style(manner) for manner in get_args(get_type_hints(Paragraph)["manner"])}

    assert [manners - set(names) for names in (docx_styles.NAMES, hwpx_styles.NAMES, LOOKS)] == [set()] * 3
