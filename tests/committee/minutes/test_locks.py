"""Whoever writes a section locks in one order; two orders would wait for each other for ever."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from committee.minutes.actions import edit_section
from committee.models import MinutesSection
from committee.translations.actions import check_translation
from committee.translations.models import fingerprint
from tests.factories.minutes import MinutesSectionFactory
from tests.factories.translation import translated_request

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite locks the whole file at once"),
]


def locked_by(act):
    """Return the tables in which `act` locks rows, in its order, each once."""
    with CaptureQueriesContext(
        connection,
    ) as context:
        act()
    locking = (query["sql"] for query in context.captured_queries if "FOR UPDATE" in query["sql"])
    return list(dict.fromkeys(re.search(r'FROM "(\w+)"', sql)[1] for sql in locking))


def test_checking_a_translation_locks_as_editing_does(secretary):
    section = MinutesSectionFactory(text_en="Both agree.", text_ko="")
    request = translated_request(
        record=section, name="text", from_language="en", to_language="ko", asked_by=secretary
    )

    checking = locked_by(
        lambda: check_translation(by=secretary, request=request, seen=fingerprint(request.text))
    )
    section = MinutesSection.objects.get()
    editing = locked_by(lambda: edit_section(by=secretary, section=section, text_en="Both agree on it."))

    assert checking == ["committee_minutes", "committee_minutessection", "committee_translationrequest"]
    assert editing == checking[:2]
