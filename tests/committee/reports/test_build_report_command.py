import io

import pytest
from django.core.management import CommandError, call_command

from committee.models import ReportEdition
from tests.factories.city import beijing, seoul
from tests.factories.edition import EditionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.meeting_report import report_in_review

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("short_report")]


def test_the_report_is_written_to_the_file(tmp_path):
    MeetingFactory(ordinal=3)
    told = io.StringIO()

    call_command("build_report", meeting=3, language=["ko"], output=tmp_path / "report.pdf", stdout=told)

    assert (tmp_path / "report.pdf").read_bytes()[:4] == b"%PDF"
    assert told.getvalue().startswith("ko: 3 pages in ")
    assert ReportEdition.objects.count() == 0


def test_without_a_file_the_editions_are_kept():
    MeetingFactory(ordinal=3)

    call_command("build_report", meeting=3, language=["ko", "en"], stdout=io.StringIO())

    editions = ReportEdition.objects.order_by("pk").values_list("language", "state")
    assert list(editions) == [("ko", "ready"), ("en", "ready")]


def test_one_in_two_languages_is_built_as_well():
    MeetingFactory(ordinal=3, host=seoul()), beijing()

    call_command("build_report", meeting=3, language=["ko_zh-hans"], stdout=io.StringIO())

    edition = ReportEdition.objects.get()
    assert (edition.code, edition.state) == ("ko_zh-hans", "ready")


def test_an_edition_that_the_report_has_not_is_named():
    MeetingFactory(ordinal=3)

    with pytest.raises(CommandError, match="--language fr: give ko, zh-hans, en"):
        call_command("build_report", meeting=3, language=["ko", "fr"])


def test_a_meeting_that_is_none_is_named():
    with pytest.raises(CommandError, match="no general meeting no"):
        call_command("build_report", meeting=7, language=["ko"])


def test_a_folder_that_is_none_is_named(tmp_path):
    MeetingFactory(ordinal=3)

    with pytest.raises(CommandError, match="There is no folder"):
        call_command("build_report", meeting=3, language=["ko"], output=tmp_path / "gone" / "report.pdf")


def test_one_file_is_for_one_language(tmp_path):
    MeetingFactory(ordinal=3)

    with pytest.raises(CommandError, match="--output is one file"):
        call_command("build_report", meeting=3, language=["all"], output=tmp_path / "report.pdf")


def test_an_edition_under_way_is_not_built_beside():
    EditionFactory(meeting__ordinal=3, language="ko")

    with pytest.raises(CommandError, match="being built already"):
        call_command("build_report", meeting=3, language=["ko"])


def test_today_s_records_are_built_beside_an_edition_of_a_round():
    report = report_in_review(meeting__ordinal=3)
    of_round = report.latest_frozen.contents.get(language="ko")
    EditionFactory(meeting=report.meeting, language="ko", frozen=of_round)

    call_command("build_report", meeting=3, language=["ko"], stdout=io.StringIO())

    assert ReportEdition.objects.get(frozen=None).state == "ready"
