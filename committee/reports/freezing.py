"""Freezing a round: all languages are gathered in one view of the database, checked, and kept as they are."""

import dataclasses
import datetime
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from committee.history.actions import keep_changes, lock
from committee.history.models import HistoryEntry
from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.printing.building import TakenOver
from committee.printing.content import Report
from committee.printing.snapshot import spelled, to_json
from committee.report_checks.gaps import translations_of
from committee.reports.checking import Problem, problems_of
from committee.reports.gather import gather
from committee.reports.identifiers import identifier_of
from committee.reports.meeting_report import MeetingReport
from committee.reports.one_view import one_view
from committee.reports.rounds import ReportRound, RoundContent, TranslationWaiver
from committee.reports.telling import tell_in_review, tell_not_ready
from committee.rules import BrokenRule
from committee.rules.attempts import Attempt

State = ReportRound.State
MOST_ATTEMPTS = 3


def freeze(round_id: int) -> None:
    """Gather and check a round unless another worker does so already; leave it frozen, refused or failed.

    One that was stopped, or taken over by another worker, ends without a word.
    """
    if not _claim(round_id):
        return
    begun = ReportRound.objects.select_related("report__meeting__host", "asked_by__city").get(pk=round_id)
    fail = partial(_fail, begun)
    with Attempt(f"Freezing round {round_id}", fail=fail), suppress(TakenOver):
        try:
            _freeze(begun)
        except BrokenRule as rule:
            with override(begun.asked_by.language):
                fail(str(rule.message))


def _freeze(begun: ReportRound) -> None:
    with one_view() as beside:
        entering = partial(beside, _enter, begun)
        waivers = list(begun.report.waivers.select_related("by__city"))
        reports = gathered(begun.report, timezone.now(), entering)
        entering()
        problems = problems_of(reports, waivers)
        noted = with_notes(reports, begun.report, waivers)
    if problems:
        _refuse(begun, problems)
    else:
        _keep(begun, noted)


def gathered(
    report: MeetingReport, now: datetime.datetime, entering: Callable[[str, str], None]
) -> dict[str, Report]:
    """Return what the report says at this moment, by language code; called inside one view.

    Args:
        entering: called with a language and the dotted path of a section before that is asked.
    """
    today = timezone.localdate(now, report.meeting.host.zone)
    contents = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            content = gather(
                meeting_id=report.meeting_id,
                language=language,
                today=today,
                before_section=partial(entering, language),
            )
            identifier = identifier_of(report, language)
            contents[language] = dataclasses.replace(content, identifier=identifier)
    return contents


def with_notes(
    reports: Mapping[str, Report], report: MeetingReport, waivers: Sequence[TranslationWaiver]
) -> dict[str, Report]:
    """Return the contents with what is printed of the report itself: what it corrects, and what was waived.

    A waiver is printed as long as a text that it covers is wanting.
    """
    wanting = {gap.key for gap in translations_of(reports)} if waivers else set()
    texts = {waiver: len(wanting.intersection(waiver.covers)) for waiver in waivers}
    contents = {}
    for language, content in reports.items():
        with override(language):
            waived = (note for waiver, number in texts.items() if number for note in _waived(waiver, number))
            contents[language] = dataclasses.replace(content, notes=(*_correction(report), *waived))
    return contents


def take_up_silent_rounds(now: datetime.datetime) -> list[int]:
    """Ask again for rounds that have shown no sign of life; return those a worker should look at."""
    since = now - datetime.timedelta(seconds=settings.REPORT_SILENCE_SECONDS)
    silent = ReportRound.objects.under_way().filter(seen_alive_at__lt=since)
    for begun in silent.filter(attempt__gte=MOST_ATTEMPTS).select_related("asked_by"):
        with override(begun.asked_by.language):
            words = _("The work was broken off %(times)s times, each time without a word.")
            _write(begun, state=State.FAILED, failure=words % {"times": begun.attempt})
    found = list(silent.values_list("pk", flat=True))
    silent.filter(pk__in=found).update(state=State.ASKED, seen_alive_at=now)
    return found


def frozen_content(begun: ReportRound, language: str, report: Report) -> RoundContent:
    """Return what a round is to keep of a report in one language, not saved yet."""
    text = spelled(to_json(report))
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return RoundContent(
        round=begun, language=language, text=text, sha256=sha256, identifier=report.identifier
    )


def checksum(contents: Iterable[RoundContent]) -> str:
    """Return the checksum of a whole round: what both cities approve."""
    lines = sorted(f"{each.language} {each.sha256}\n" for each in contents)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def stop_round(begun: ReportRound) -> bool:
    """End the work at a round; False when it is over. Its worker sees it at the next section."""
    waiting = ReportRound.objects.under_way().filter(pk=begun.pk)
    return bool(waiting.update(state=State.STOPPED))


def _claim(round_id: int) -> bool:
    waiting = ReportRound.objects.filter(pk=round_id, state=State.ASKED)
    fields = {
        "state": State.FREEZING,
        "attempt": F("attempt") + 1,
        "seen_alive_at": timezone.now(),
        "section": "",
        "language": "",
        "steps_done": 0,
        # Each section in each language, then what is found in all of them.
        "steps_total": len(settings.REPORT_SECTIONS) * len(settings.LANGUAGES) + 1,
    }
    return bool(waiting.update(**fields))


def _enter(begun: ReportRound, language: str = "", section: str = "") -> None:
    """Show that the next step begins, as a sign of life.

    Raises:
        TakenOver: when the round is another worker's by now, or was stopped.
    """
    here = {"language": language, "section": section, "seen_alive_at": timezone.now()}
    if not _write(begun, steps_done=begun.steps_done, **here):
        raise TakenOver
    begun.steps_done += 1


def _write(begun: ReportRound, **fields: object) -> bool:
    """Write where the work is or how it ended, unless it was stopped or taken over by another worker."""
    mine = ReportRound.objects.under_way().filter(pk=begun.pk, attempt=begun.attempt)
    return bool(mine.update(**fields))


def _fail(begun: ReportRound, why: str) -> None:
    _write(begun, state=State.FAILED, failure=why)


@transaction.atomic
def _refuse(begun: ReportRound, problems: list[Problem]) -> None:
    if _write(begun, state=State.REFUSED, problems=[problem.as_kept() for problem in problems]):
        tell_not_ready(begun, sum(problem.reader == begun.asked_by.language for problem in problems))


@transaction.atomic
def _keep(begun: ReportRound, reports: dict[str, Report]) -> None:
    report = lock(begun.report)
    contents = [frozen_content(begun, language, content) for language, content in reports.items()]
    fields = {"state": State.FROZEN, "frozen_at": timezone.now(), "sha256": checksum(contents)}
    if not report.is_draft or not _write(begun, **fields):
        return
    RoundContent.objects.bulk_create(contents)
    in_review = keep_changes(
        by=begun.asked_by,
        record=report,
        changes={"state": MeetingReport.State.REVIEW},
        verb=HistoryEntry.Verb.SUBMITTED,
        rows={"rounds": [None, [str(begun.number)]]},
    )
    tell_in_review(in_review, begun)


def _correction(report: MeetingReport) -> list[str]:
    """Say what is corrected; called with the language switched on, as the next."""
    if report.corrects is None:
        return []
    words = _("This report takes the place of %(report)s. What is corrected:")
    return [words % {"report": report.corrects}, report.correction]


def _waived(waiver: TranslationWaiver, texts: int) -> list[str]:
    """Say who decided to print texts as they are; the reason in the language of whoever gave it."""
    words = ngettext(
        "In the edition in %(language)s %(texts)s text is missing or outdated. It is printed as it "
        "is by decision of %(person)s (%(city)s) of %(day)s, for this reason:",
        "In the edition in %(language)s %(texts)s texts are missing or outdated. They are printed as they "
        "are by decision of %(person)s (%(city)s) of %(day)s, for this reason:",
        texts,
    )
    decision = words % {
        "texts": texts,
        "language": waiver.get_language_display(),
        "person": waiver.by.name.plain,
        "city": waiver.by.city.name.plain,
        "day": date_format(timezone.localdate(waiver.at, waiver.by.city.zone)),
    }
    return [decision, Wording(waiver.reason, LANGUAGES[suffix_of(waiver.by.language)])]
