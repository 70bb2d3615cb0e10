"""What the page of a report shows to one reader."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from committee.cities.models import City
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.printing.contents import chapter_numbers
from committee.reports.completion import editions_of_rounds, held_up_by
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import ReportEdition
from committee.reports.pairs import editions_for
from committee.reports.permissions import (
    may_build,
    may_delete_report,
    may_return_to_draft,
    may_send_to_review,
    may_stop_gathering,
    may_work_on_reports,
)
from committee.reviews.models import CityApproval
from committee.reviews.permissions import approves_for, may_correct, may_publish, may_withdraw
from committee.reviews.sections import content_in, round_with
from committee.reviews.wording import way_of, whose_turn


@dataclass(frozen=True)
class ShownSection:
    """A section of what is in review by its printed number, with how many comments it has.

    One that was commented on and is no longer part of it has no number.
    """

    key: str
    number: str
    heading: str
    comments: int
    open_comments: int
    is_gone: bool = False


@dataclass(frozen=True)
class Wanting:
    """The texts that stand in the way of a review, because one language lacks them; they can be waived."""

    language: str
    name: str
    texts: list[dict[str, Any]]


def shown_to(reader: Member, report: MeetingReport) -> dict[str, Any]:
    comments = list(report.comments.values_list("section", "settled_at"))
    open_comments = sum(settled_at is None for _section, settled_at in comments)
    approvals = _approvals(report)
    editions = editions_of_rounds(report)
    in_the_way = held_up_by(report, editions)
    return {
        "report": report,
        "way": way_of(report),
        "turn": whose_turn(report, open_comments, _waiting(report, approvals), in_the_way),
        "open_comments": open_comments,
        # Read only where it is shown: the part that a moving page asks for every two seconds has none.
        "sections": SimpleLazyObject(lambda: _sections(report, comments)),
        "wanting": _wanting(report),
        "errors": _errors(report),
        "waivers": report.waivers.select_related("by__city"),
        "approvals": approvals,
        "editions": editions,
        "held_up_by": in_the_way,
        "is_moving": _is_moving(report, editions),
        "languages": editions_for(report.meeting),
        "history": HistoryEntry.objects.about(report),
        **_rights(reader, report),
    }


def _rights(reader: Member, report: MeetingReport) -> dict[str, bool]:
    return {
        "may_build": may_build(reader),
        "may_work": may_work_on_reports(reader),
        "may_send": may_send_to_review(reader, report),
        "may_stop": may_stop_gathering(reader, report),
        "may_return": may_return_to_draft(reader, report),
        "may_delete": may_delete_report(reader, report),
        "may_approve": approves_for(reader, report),
        "may_publish": may_publish(reader, report),
        "may_withdraw": may_withdraw(reader, report),
        "may_correct": may_correct(reader, report),
    }


def _approvals(report: MeetingReport) -> list[CityApproval]:
    found = CityApproval.objects.filter(round__report=report)
    return list(found.select_related("city", "member", "round"))


def _waiting(report: MeetingReport, approvals: Iterable[CityApproval]) -> list[City]:
    given = {each.city_id for each in approvals if each.round == report.latest_frozen}
    return [city for city in City.objects.all() if city.pk not in given]


def _sections(report: MeetingReport, comments: list[tuple[str, Any]]) -> list[ShownSection]:
    if report.latest_frozen is None:
        return []
    language = get_language() or settings.LANGUAGE_CODE
    all_of = Counter(section for section, _settled_at in comments)
    open_of = Counter(section for section, settled_at in comments if settled_at is None)
    content = content_in(report.latest_frozen, language)
    shown = [
        ShownSection(each.key, number, each.heading, all_of[each.key], open_of[each.key])
        for each, number in zip(content.sections, chapter_numbers(content), strict=True)
    ]
    for key in sorted(all_of.keys() - {each.key for each in content.sections}):
        if found := round_with(key, report, language):
            heading = next(each.heading for each in found[1].sections if each.key == key)
            shown.append(ShownSection(key, "", heading, all_of[key], open_of[key], is_gone=True))
    return shown


def _wanting(report: MeetingReport) -> list[Wanting]:
    """Group by language the texts the last attempt found wanting, without what was waived since."""
    waived = {key for waiver in report.waivers.all() for key in waiver.covers}
    left = [each for each in _problems(report) if each["key"] and each["key"] not in waived]
    return [
        Wanting(code, str(name), texts)
        for code, name in settings.LANGUAGES
        if (texts := [each for each in left if each["language"] == code])
    ]


def _errors(report: MeetingReport) -> list[dict[str, Any]]:
    """Return the errors in the figures that the last attempt found."""
    return [each for each in _problems(report) if not each["key"]]


def _problems(report: MeetingReport) -> list[dict[str, Any]]:
    """Return what the last attempt found, in the reader's words."""
    problems = report.latest.problems if report.is_draft and report.latest else []
    return [each for each in problems if each["reader"] == get_language()]


def _is_moving(report: MeetingReport, editions: Iterable[ReportEdition]) -> bool:
    """Whether a worker is about to change what the page shows."""
    gathering = report.latest is not None and report.latest.is_under_way
    return gathering or any(edition.is_under_way for edition in editions)
