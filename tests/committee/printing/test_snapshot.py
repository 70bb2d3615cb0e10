import json

import pytest

from committee.printing.snapshot import UnknownFormat, from_json, to_json, walk
from tests.factories.report import every_kind_of_block, small_report


def test_a_report_comes_back_from_json_as_it_was():
    report = small_report("en", *every_kind_of_block())

    returned = from_json(json.loads(json.dumps(to_json(report))))

    assert returned == report


def test_a_text_remembers_its_language_through_json():
    report = small_report("en", *every_kind_of_block())

    lead = from_json(json.loads(json.dumps(to_json(report)))).sections[0].blocks[0]

    assert lead.text.language == "ko"


def test_content_of_another_format_is_refused():
    with pytest.raises(UnknownFormat):
        from_json({"format": 0, "report": {}})


def test_every_value_of_a_report_is_walked_through():
    report = small_report("en", *every_kind_of_block())

    assert "Fine dust hotline" in list(walk(report))
