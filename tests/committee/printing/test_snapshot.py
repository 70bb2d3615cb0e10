import datetime
import json

import pytest

from committee.printing.checked import Claim, Covered, Day, Mention
from committee.printing.content import Row
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


def test_what_was_stored_by_name_is_read_wherever_its_class_stands_now():
    mention = {"$": "Mention", "record": "commitment-7", "state": "kept"}
    claim = {"$": "Claim", "subject": "commitments:kept", "number": 1}
    day = {"$": "Day", "day": {"$": "date", "day": "2018-03-19"}, "may_be_earlier": True}
    row = {"$": "Row", "cells": ["Hotline"], "mention": mention, "claims": [claim], "days": [day]}
    covered = {"$": "Covered", "start": None, "end": {"$": "date", "day": "2018-03-19"}}
    stored = to_json(small_report())
    table = {"$": "Table", "caption": "All", "columns": [{"$": "Column", "heading": "What"}], "rows": [row]}
    stored["report"]["sections"][0]["blocks"] = [table]

    read = from_json({**stored, "report": stored["report"] | {"covered": covered}})

    last = datetime.date(2018, 3, 19)
    assert read.covered == Covered(None, last)
    assert read.sections[0].blocks[0].rows == (
        Row(
            ("Hotline",),
            mention=Mention("commitment-7", "kept"),
            claims=(Claim("commitments:kept", 1),),
            days=(Day(last, may_be_earlier=True),),
        ),
    )


def test_content_of_another_format_is_refused():
    with pytest.raises(UnknownFormat):
        from_json({"format": 0, "report": {}})


def test_every_value_of_a_report_is_walked_through():
    report = small_report("en", *every_kind_of_block())

    assert "Fine dust hotline" in list(walk(report))
