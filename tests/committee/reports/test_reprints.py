import datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError
from django.utils import timezone

from committee.models import ReportEdition, Reprint
from committee.reports.actions import NothingToCompare, build_to_compare
from committee.reports.build import build
from committee.reports.reprints import give_up_silent, reprint
from tests.factories.edition import EditionFactory, FailedEditionFactory, ReadyEditionFactory


@pytest.fixture
def edition(db, short_report) -> ReportEdition:
    edition = EditionFactory(meeting__ordinal=3)
    build(edition.pk)
    return ReportEdition.objects.get()


def compared(edition: ReportEdition, by) -> Reprint:
    begun = build_to_compare(by=by, edition=edition)
    reprint(begun.pk)
    return Reprint.objects.get(pk=begun.pk)


def test_built_again_an_edition_gives_the_same_bytes_and_is_not_changed(edition, secretary):
    before = ReportEdition.objects.values().get()

    again = compared(edition, secretary)

    assert (again.sha256, again.is_same, again.reasons) == (edition.sha256, True, [])
    assert ReportEdition.objects.values().get() == before


def test_another_file_says_what_was_another_when_it_was_built(edition, secretary):
    ReportEdition.objects.update(sha256="0" * 64, printed_with=edition.printed_with | {"WeasyPrint": "1.0"})

    again = compared(edition, secretary)

    assert not again.is_same
    assert [reason.startswith("WeasyPrint was 1.0 and is ") for reason in again.reasons] == [True]


def test_a_content_that_cannot_be_read_is_told(secretary):
    edition = ReadyEditionFactory(content={"format": 0})

    again = compared(edition, secretary)

    assert (again.failure, again.sha256) == ("UnknownFormat: 0", "")


def test_one_whose_worker_died_is_given_up(secretary):
    now = timezone.now()
    died = build_to_compare(by=secretary, edition=ReadyEditionFactory())
    Reprint.objects.update(asked_at=now - datetime.timedelta(hours=3))
    waits = build_to_compare(by=secretary, edition=died.edition)

    give_up_silent(now)

    died.refresh_from_db(), waits.refresh_from_db()
    assert (died.failure, waits.finished_at) == ("The work was broken off without a word.", None)


def test_what_has_no_file_is_not_compared(secretary):
    with pytest.raises(NothingToCompare):
        build_to_compare(by=secretary, edition=FailedEditionFactory())


def test_the_command_says_that_the_file_is_the_same(edition, capsys):
    call_command("rebuild_report", edition=edition.pk)

    assert capsys.readouterr().out == (
        f"stored:      {edition.sha256}\nbuilt again: {edition.sha256}\nThe same, byte for byte.\n"
    )


def test_the_command_fails_where_the_file_is_another(edition):
    ReportEdition.objects.update(sha256="0" * 64)

    with pytest.raises(CommandError, match="The files differ"):
        call_command("rebuild_report", edition=edition.pk)


def test_it_ends_with_a_file_or_a_failure(db):
    with pytest.raises(IntegrityError, match="reprint_finished_with_a_file_or_a_failure"):
        Reprint.objects.create(
            edition=ReadyEditionFactory(), asked_at=timezone.now(), finished_at=timezone.now()
        )
