"""Building a PDF: claim, gather, print chapter by chapter, bind. The row in the database is the job.

The queue only says “look at this row”; what counts is the row itself. A message that comes twice finds
the row claimed, a message that is lost leaves a silent row, which `take_up_silent` queues again.
"""

import datetime
import logging
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Generic, Self, cast

from django.conf import settings
from django.core.files.base import ContentFile
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.printing.built import Built, BuiltQuerySet, BuiltType
from committee.printing.content import Report
from committee.printing.pdf import Pdf
from committee.printing.press import Watch, leaves_of, print_report
from committee.printing.printed_with import printed_with
from committee.printing.snapshot import from_json, to_json
from committee.rules import BrokenRule
from committee.typesetting.attachments import Attachment
from committee.typesetting.workshop import NotLaidOut

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
SECONDS_BETWEEN_SIGNS = 1
LONGEST_SECTION = 200
State, Step = Built.State, Built.Step
# Beside the chapters, whose number is known when their content is: cover, contents and binding.
STEPS_AFTER_GATHERING = 3
STEPS_AFTER_LEAVES = 2  # contents and binding


class TakenOver(Exception):
    """Another worker has taken this build over, or somebody stopped it; this one ends without a word."""


def rows_of(kind: type[BuiltType]) -> BuiltQuerySet[BuiltType]:
    return cast("BuiltQuerySet[BuiltType]", kind._default_manager.all())


def claim(kind: type[Built], number: int, *, steps: int) -> bool:
    """Take a queued build of so many steps; False when it is no longer queued: one of two gets it."""
    taken = rows_of(kind).filter(pk=number, state=State.QUEUED)
    return bool(
        taken.update(
            state=State.BUILDING,
            attempt=F("attempt") + 1,
            steps_done=0,
            steps_total=steps,
            seen_alive_at=timezone.now(),
        )
    )


def lay_out(content: dict[str, Any]) -> Pdf:
    """Print a stored content: no live table is read, and the same content gives the same bytes."""
    report = from_json(content)
    return print_report(report, identifier=report.identifier)


def stop(row: Built, now: datetime.datetime) -> bool:
    """End a build that is under way; False when it is over. Its worker sees it within a second or two."""
    mine = rows_of(type(row)).filter(pk=row.pk).under_way()
    return bool(mine.update(state=State.STOPPED, finished_at=now))


def take_up_silent(kind: type[Built], now: datetime.datetime) -> list[int]:
    """Queue again what has shown no sign of life; return the rows a worker should look at.

    One whose worker died again and again is failed: it would take every worker down with it.
    """
    since = now - datetime.timedelta(seconds=settings.REPORT_SILENCE_SECONDS)
    silent = rows_of(kind).silent_since(since)
    for row in silent.filter(attempt__gte=MOST_ATTEMPTS).select_related("requested_by"):
        _fail(row, _broken_off(row))
    found = list(silent.values_list("pk", flat=True))
    silent.filter(pk__in=found).update(state=State.QUEUED, seen_alive_at=now)
    return found


class Building(Watch, Generic[BuiltType]):
    """One attempt at a build: shows where it is, and whatever ends it is written into its row.

    It is a context manager so that no error can pass without leaving its reason, and none is swallowed:
    the traceback goes on to the caller's log.
    """

    def __init__(self, row: BuiltType) -> None:
        self.row = row
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
            _fail(self.row, _reason(self.row, error))
        return False

    def enter(self, step: str, section: str = "") -> None:
        done = self.row.steps_done + 1 if self.row.step else 0
        self.keep(step=step, section=section, steps_done=done)

    def gathering(self, section: str) -> None:
        self.enter(Step.GATHER, section=section)

    def keep_content(self, report: Report) -> None:
        self.keep(content=to_json(report))

    def make_pdf(
        self,
        attachments: Sequence[Attachment] = (),
        identifier: str = "",
        beside: Callable[[], None] | None = None,
    ) -> None:
        """Make the PDF of the kept content, chapter by chapter; what was laid out before is taken.

        Args:
            beside: makes the other files of the same content, before the row is ready.
        """
        report = from_json(self.row.stored_content)
        gathered = self.row.steps_done
        self.keep(steps_total=gathered + len(leaves_of(report)) + STEPS_AFTER_LEAVES)
        pdf = print_report(report, attachments=attachments, identifier=identifier, watch=self)
        if beside:
            self.keep(step=Step.OFFICE, section="")
            beside()
        self.keep(step=Step.PDF, section="")
        self._finish(pdf)

    def print(self, make: Callable[[], Pdf]) -> None:
        """Print what is one part in one step, and keep the PDF."""
        self.enter(Step.LAYOUT)
        pdf = make()
        self.enter(Step.PDF)
        self._finish(pdf)

    def tell_page(self, number: int) -> None:
        if self._is_silent():
            self.keep(pages=number)

    def begins(self, part: str) -> None:
        self.keep(step=Step.LAYOUT, section=part[:LONGEST_SECTION])

    def ends(self, part: str) -> None:
        self.keep(steps_done=min(self.row.steps_done + 1, self.row.steps_total - 1))

    def looks(self) -> None:
        if self._is_silent():
            self.keep()

    def _is_silent(self) -> bool:
        return (timezone.now() - self._signed_at).total_seconds() >= SECONDS_BETWEEN_SIGNS

    def keep(self, **fields: Any) -> None:
        """Save fields of the row as a sign of life.

        Raises:
            TakenOver: when the build is another worker's by now, or was stopped.
        """
        self._signed_at = timezone.now()
        if not _save(self.row, seen_alive_at=self._signed_at, **fields):
            raise TakenOver

    def _finish(self, pdf: Pdf) -> None:
        row = self.row
        row.pdf.save(row.stored_name, ContentFile(pdf.file), save=False)
        self.keep(
            state=State.READY,
            pdf=row.pdf.name,
            sha256=pdf.sha256,
            pages=pdf.pages,
            finished_at=timezone.now(),
            steps_done=row.steps_total,
            printed_with=printed_with(),
        )


def _save(row: Built, **fields: Any) -> bool:
    for name, value in fields.items():
        setattr(row, name, value)
    mine = rows_of(type(row)).filter(pk=row.pk, attempt=row.attempt, state=State.BUILDING)
    return bool(mine.update(**fields))


def _fail(row: Built, reason: str) -> None:
    fields = {"failure": reason, "finished_at": timezone.now()}
    mine = rows_of(type(row)).filter(pk=row.pk, attempt=row.attempt)
    mine.under_way().update(state=State.FAILED, **fields)


def _reason(row: Built, error: Exception) -> str:
    """Say in the language of who asked for it what broke the build."""
    with override(row.requested_by.language if row.requested_by else row.language):
        if isinstance(error, BrokenRule):
            return str(error.message)
        if isinstance(error, NotLaidOut):
            return _("An error in the program: %(message)s") % {"message": str(error)[:500]}
        return _("An error in the program: %(kind)s – %(message)s") % {
            "kind": type(error).__name__,
            "message": str(error)[:500],
        }


def _broken_off(row: Built) -> str:
    with override(row.requested_by.language if row.requested_by else row.language):
        return _("The build was broken off %(times)s times, each time without a word.") % {
            "times": row.attempt
        }
