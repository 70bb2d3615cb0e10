"""Reports on their way; what they say is one paragraph, in each language."""

import datetime
from typing import Any

import factory
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils import timezone

from committee.members.models import Role
from committee.models import City, MeetingReport, Member, ReportEdition, ReportRound, RoundContent
from committee.printing.content import Column, Paragraph, Row, Table
from committee.reports import freezing, publication
from committee.reports.drafting import send_to_review
from committee.reports.pairs import editions_for, first_and_second
from committee.reviews.actions import approve, comment_on
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.report import small_report

TABLE = Table("Commitments", (Column("Commitment"),), (Row(("Hotline",)),))
KEY = "tests.committee.reports.sections.short"


class MeetingReportFactory(factory.django.DjangoModelFactory):
    """A draft."""

    class Meta:
        model = MeetingReport

    meeting = factory.SubFactory(MeetingFactory)


def secretary_of(city: City) -> Member:
    return member_with(Role.SECRETARIAT, city)


def frozen_round(
    report: MeetingReport, number: int = 1, text: str = "Cleaner air.", key: str = KEY
) -> ReportRound:
    """A round whose content was made by hand."""
    now = timezone.now()
    begun = ReportRound(
        report=report,
        number=number,
        state=ReportRound.State.FROZEN,
        asked_by=secretary_of(seoul()),
        asked_at=now,
        seen_alive_at=now,
        frozen_at=now,
    )
    reports = {
        language: small_report(
            language, Paragraph(text), TABLE, key=key, identifier=f"{report.pk}-{language}"
        )
        for language, _name in settings.LANGUAGES
    }
    contents = [freezing.frozen_content(begun, *each) for each in reports.items()]
    begun.sha256 = freezing.checksum(contents)
    begun.save()
    RoundContent.objects.bulk_create(contents)
    return begun


def report_in_review(**fields: Any) -> MeetingReport:
    seoul(), beijing()
    report = MeetingReportFactory(state=MeetingReport.State.REVIEW, **fields)
    frozen_round(report)
    return again(report)


def approved_for(city: City, report: MeetingReport) -> MeetingReport:
    begun = report.rounds.latest("number")
    return approve(by=secretary_of(city), report=report, seen=begun.sha256)


def approved_report(**fields: Any) -> MeetingReport:
    report = report_in_review(**fields)
    for city in (seoul(), beijing()):
        approved_for(city, report)
    return again(report)


def ready_editions(report: MeetingReport) -> None:
    """Editions of what was frozen last, whose files are none of a real build."""
    now = timezone.now()
    contents = {content.language: content for content in report.latest_frozen.contents.all()}
    for code, _name in editions_for(report.meeting):
        language, second = first_and_second(code)
        ReportEdition.objects.create(
            meeting=report.meeting,
            language=language,
            second_language=second,
            frozen=contents[language],
            state=ReportEdition.State.READY,
            requested_at=now,
            seen_alive_at=now,
            finished_at=now,
            pdf=ContentFile(b"%PDF-1.7 not a real one", name="report.pdf"),
            sha256="0" * 64,
            pages=3,
        )


def publishing_report(**failed: Any) -> MeetingReport:
    """A report being published: the Korean edition failed, or is what `failed` says; the others are ready."""
    report = publication.publish(by=secretary_of(seoul()), report=approved_report())
    queued = ReportEdition.objects.of_report(report)
    ready = {"pdf": "report.pdf", "sha256": "0" * 64, "pages": 3, "finished_at": timezone.now()}
    queued.exclude(language="ko", second_language="").update(state=ReportEdition.State.READY, **ready)
    fields = {"state": "failed", "failure": "The disk was full.", "finished_at": timezone.now()} | failed
    queued.filter(language="ko", second_language="").update(**fields)
    return again(report)


def published_report(at: datetime.datetime | None = None, **fields: Any) -> MeetingReport:
    report = approved_report(**fields)
    ready_editions(report)
    publication.publish(by=secretary_of(seoul()), report=report)
    if at:
        MeetingReport.objects.filter(pk=report.pk).update(published_at=at)
    return again(report)


def withdrawn_report(**fields: Any) -> MeetingReport:
    report = published_report(**fields)
    return publication.withdraw(by=secretary_of(seoul()), report=report, reason="A table was wrong.")


def comment_of(city: City, report: MeetingReport, text: str = "The figure of May is missing."):
    return comment_on(by=secretary_of(city), report=report, section=KEY, text=text)


def refused_report() -> MeetingReport:
    """A draft whose last attempt found a Korean text in the English edition."""
    report = MeetingReportFactory()
    begun = send_to_review(by=secretary_of(seoul()), report=report)
    problem = {"reader": "en", "language": "en", "heading": "Air", "words": "Hotline: Title", "key": "1"}
    ReportRound.objects.filter(pk=begun.pk).update(state=ReportRound.State.REFUSED, problems=[problem])
    return again(report)


def again(report: MeetingReport) -> MeetingReport:
    """The report as it stands in the database."""
    return MeetingReport.objects.in_brief().get(pk=report.pk)
