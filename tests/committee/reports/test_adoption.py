"""What becomes of editions that were published before reports had a way of their own."""

import importlib

import pytest
from django.apps import apps
from django.utils import timezone

from committee.models import MeetingReport, ReportEdition
from tests.factories.city import beijing, seoul
from tests.factories.edition import ReadyEditionFactory
from tests.factories.meeting import MeetingFactory

adoption = importlib.import_module("committee.migrations.0051_published_editions_get_their_report")


@pytest.fixture
def published(secretary) -> list[ReportEdition]:
    """Two Korean editions, one after the other, and one in English."""
    meeting = MeetingFactory(ordinal=3, host=seoul())
    beijing()
    fields = {"meeting": meeting, "published_by": secretary, "published_at": timezone.now()}
    return [ReadyEditionFactory(language=language, **fields) for language in ("ko", "ko", "en")]


def test_the_last_published_edition_of_each_language_gets_its_identifier(published):
    adoption.adopt(apps, None)

    report = MeetingReport.objects.get()
    identifiers = ReportEdition.objects.order_by("pk").values_list("identifier", flat=True)
    assert list(identifiers) == ["", "SBJC-3-2018-ko-1", "SBJC-3-2018-en-1"]
    assert (report.state, report.approved_sha256) == ("published", report.latest_frozen.sha256)
    assert all(content.is_intact for content in report.latest_frozen.contents.all())


def test_the_way_back_leaves_the_editions_as_they_were(published):
    before = list(ReportEdition.objects.order_by("pk").values())
    adoption.adopt(apps, None)

    adoption.give_up(apps, None)

    assert list(ReportEdition.objects.order_by("pk").values()) == before
    assert not MeetingReport.objects.exists()
