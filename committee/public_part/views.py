"""What everybody may read: agreements in force, meetings, published reports and documents."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from committee.agreements.versions import versions_of_agreement, versions_of_article
from committee.cities.models import City
from committee.documents.models import Document
from committee.meetings.models import GeneralMeeting
from committee.pages.visitors import open_to_visitors
from committee.public_part.reading import agreements_in_force
from committee.reports.downloads import answer_with_file, answer_with_page, answer_with_pdf
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import ReportEdition
from committee.reports.rounds import RoundContent
from committee.subcommittees.models import Subcommittee

SHOWN = 5
ROWS_A_PAGE = 50


@open_to_visitors
def public_part(request: HttpRequest) -> HttpResponse:
    """Show the newest of everything that is public, and the way to the rest."""
    agreements = agreements_in_force(timezone.now())
    context = {
        "cities": City.objects.all(),
        "subcommittees": Subcommittee.objects.all(),
        "agreements": agreements[:SHOWN],
        "agreement_count": agreements.count(),
        "meetings": _meetings()[:SHOWN],
        "reports": published_reports()[:SHOWN],
        "documents": _documents()[:SHOWN],
    }
    return render(request, "public_part/overview.html", context)


@open_to_visitors
def public_agreements(request: HttpRequest) -> HttpResponse:
    rows = _page(request, agreements_in_force(timezone.now()))
    return render(request, "public_part/agreements.html", {"rows": rows})


@open_to_visitors
def public_agreement(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Show the text of an agreement in force, without people of the tracker, commitments and history."""
    agreement = get_object_or_404(agreements_in_force(timezone.now()), pk=agreement_id)
    context = {
        "agreement": agreement,
        "versions": versions_of_agreement(agreement),
        "articles": [(each, versions_of_article(agreement, each)) for each in agreement.articles.all()],
        "signatures": agreement.signatures.select_related("city"),
        "documents": Document.objects.of(agreement).public(),
    }
    return render(request, "public_part/agreement.html", context)


@open_to_visitors
def public_meetings(request: HttpRequest) -> HttpResponse:
    return render(request, "public_part/meetings.html", {"rows": _page(request, _meetings())})


@open_to_visitors
def public_reports(request: HttpRequest) -> HttpResponse:
    rows = _page(request, published_reports())
    return render(request, "public_part/reports.html", {"rows": rows})


@open_to_visitors
def public_report(request: HttpRequest, edition_id: int) -> FileResponse:
    """Hand out the PDF of a published edition; whether it still is one is asked on every download."""
    return answer_with_pdf(get_object_or_404(ReportEdition.objects.public(), pk=edition_id))


@open_to_visitors
def public_report_file(request: HttpRequest, edition_id: int, kind: str) -> FileResponse:
    return answer_with_file(get_object_or_404(ReportEdition.objects.public(), pk=edition_id), kind)


@open_to_visitors
def public_report_web(request: HttpRequest, edition_id: int) -> HttpResponse:
    return answer_with_page(get_object_or_404(ReportEdition.objects.public(), pk=edition_id))


@open_to_visitors
def public_documents(request: HttpRequest) -> HttpResponse:
    return render(request, "public_part/documents.html", {"rows": _page(request, _documents())})


def published_reports() -> QuerySet[MeetingReport]:
    """Reports with their published editions; withdrawn and corrected ones are listed without a file."""
    editions = ReportEdition.objects.laid_open().order_by("pk").defer("content").prefetch_related("files")
    contents = RoundContent.objects.defer("text").prefetch_related(Prefetch("editions", editions))
    related = MeetingReport.objects.public().select_related("meeting", "corrected_by", "corrects")
    return related.prefetch_related(Prefetch("rounds__contents", contents))


def _meetings() -> QuerySet[GeneralMeeting]:
    return GeneralMeeting.objects.select_related("host")


def _documents() -> QuerySet[Document]:
    return Document.objects.public().in_library().select_related("city").order_by("-year", "-pk")


def _page(request: HttpRequest, records: QuerySet[Any]) -> Page[Any]:
    return Paginator(records, ROWS_A_PAGE).get_page(request.GET.get("page"))
