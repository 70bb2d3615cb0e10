"""Building one edition: claim, gather, draw, lay out, write. The row in the database is the job.

The queue only says “look at this row”; what counts is the row itself. A message that comes twice finds
the row claimed, a message that is lost leaves a silent row, which `take_up_silent` queues again.
"""

import datetime
import logging
from types import TracebackType
from typing import Any, Self

from django.conf import settings
from django.core.files.base import ContentFile
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.reports.content import Report
from committee.reports.gather import gather
from committee.reports.layout import draw_charts, report_html
from committee.reports.mentions import keep_mentions
from committee.reports.models import ReportEdition
from committee.reports.pdf import STYLESHEET, Pdf, write_pdf
from committee.reports.snapshot import from_json, to_json
from committee.rules import BrokenRule

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
SECONDS_BETWEEN_SIGNS = 2
State, Step = ReportEdition.State, ReportEdition.Step


class TakenOver(Exception):
    """Another worker has taken this build over; this one stops without a word."""


def build(edition_id: int) -> None:
    """Build the edition unless another worker does so already; leave it ready, or failed with its reason.

    Raises:
        Exception: what broke the build, after it was recorded, so that the caller's log has the traceback.
    """
    edition = claim(edition_id)
    if edition is None:
        return
    with Building(edition) as building, override(edition.language):
        report = gather(
            meeting_id=edition.meeting_id,
            language=edition.language,
            today=timezone.localdate(edition.requested_at, edition.meeting.host.zone),
            before_section=lambda path: building.enter(Step.GATHER, section=path),
        )
        building.keep(content=to_json(report))
        keep_mentions(edition, report)
        building.enter(Step.CHARTS)
        draw_charts(report)
        building.enter(Step.LAYOUT)
        pdf = lay_out(edition.content, on_page=building.tell_page)
        building.enter(Step.PDF)
        building.finish(pdf)


def claim(edition_id: int) -> ReportEdition | None:
    """Take a queued edition, or return None when it is no longer queued: one of two workers gets it."""
    taken = ReportEdition.objects.filter(pk=edition_id, state=State.QUEUED).update(
        state=State.BUILDING,
        attempt=F("attempt") + 1,
        steps_done=0,
        steps_total=len(settings.REPORT_SECTIONS) + len([Step.CHARTS, Step.LAYOUT, Step.PDF]),
        seen_alive_at=timezone.now(),
    )
    if not taken:
        return None
    return ReportEdition.objects.select_related("meeting__host", "requested_by").get(pk=edition_id)


def lay_out(content: dict[str, Any], on_page: Any = lambda number: None) -> Pdf:
    """Print a stored content: no live table is read, and the same content gives the same bytes."""
    report: Report = from_json(content)
    html = report_html(report, stylesheet=STYLESHEET)
    return write_pdf(html, on_page=on_page)


def take_up_silent(now: datetime.datetime) -> list[int]:
    """Queue again what has shown no sign of life; return the editions a worker should look at.

    One whose worker died again and again is failed: it would take every worker down with it.
    """
    since = now - datetime.timedelta(seconds=settings.REPORT_SILENCE_SECONDS)
    silent = ReportEdition.objects.silent_since(since)
    for edition in silent.filter(attempt__gte=MOST_ATTEMPTS).select_related("requested_by"):
        _fail(edition, _broken_off(edition))
    found = list(silent.values_list("pk", flat=True))
    silent.filter(pk__in=found).update(state=State.QUEUED, seen_alive_at=now)
    return found


class Building:
    """One attempt at an edition: shows where it is, and whatever ends it is written into its row.

    It is a context manager so that no error can pass without leaving its reason, and none is swallowed:
    the traceback goes on to the caller's log.
    """

    def __init__(self, edition: ReportEdition) -> None:
        self.edition = edition
        self._signed_at = timezone.now()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, TakenOver):
            return True
        # Not for SystemExit: a worker that is told to stop leaves the build to be taken up by the next.
        if isinstance(error, Exception):
            _fail(self.edition, _reason(self.edition, error))
        return False

    def enter(self, step: str, section: str = "") -> None:
        done = self.edition.steps_done + 1 if self.edition.step else 0
        self.keep(step=step, section=section, steps_done=done)

    def tell_page(self, number: int) -> None:
        now = timezone.now()
        if (now - self._signed_at).total_seconds() >= SECONDS_BETWEEN_SIGNS:
            self.keep(pages=number)

    def finish(self, pdf: Pdf) -> None:
        edition = self.edition
        name = f"report-{edition.meeting.ordinal}-{edition.language}-{edition.pk}.pdf"
        edition.pdf.save(name, ContentFile(pdf.file), save=False)
        self.keep(
            state=State.READY,
            pdf=edition.pdf.name,
            sha256=pdf.sha256,
            pages=pdf.pages,
            finished_at=timezone.now(),
            steps_done=edition.steps_total,
        )

    def keep(self, **fields: Any) -> None:
        """Save fields of the edition as a sign of life.

        Raises:
            TakenOver: when the edition is another worker's by now.
        """
        self._signed_at = timezone.now()
        if not _save(self.edition, seen_alive_at=self._signed_at, **fields):
            raise TakenOver


def _save(edition: ReportEdition, **fields: Any) -> bool:
    for name, value in fields.items():
        setattr(edition, name, value)
    mine = ReportEdition.objects.filter(pk=edition.pk, attempt=edition.attempt, state=State.BUILDING)
    return bool(mine.update(**fields))


def _fail(edition: ReportEdition, reason: str) -> None:
    fields = {"failure": reason, "finished_at": timezone.now()}
    ReportEdition.objects.filter(pk=edition.pk, attempt=edition.attempt).under_way().update(
        state=State.FAILED, **fields
    )


def _reason(edition: ReportEdition, error: Exception) -> str:
    """Say in the language of who asked for it what broke the build."""
    with override(edition.requested_by.language if edition.requested_by else edition.language):
        if isinstance(error, BrokenRule):
            return str(error.message)
        return _("An error in the program: %(kind)s – %(message)s") % {
            "kind": type(error).__name__,
            "message": str(error)[:500],
        }


def _broken_off(edition: ReportEdition) -> str:
    with override(edition.requested_by.language if edition.requested_by else edition.language):
        return _("The build was broken off %(times)s times, each time without a word.") % {
            "times": edition.attempt
        }
