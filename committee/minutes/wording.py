"""Where minutes stand, in words that stand alone: on pages, in the API and in print."""

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.languages.days import day_in_words
from committee.workdays.due import is_overdue

if TYPE_CHECKING:
    from committee.minutes.models import CityAnswer, Minutes, MinutesVersion


def printable_state(minutes: "Minutes") -> str:
    """Say who circulated the minutes and what each city answered; silence has its words as well.

    Reads what `in_brief` fetches.
    """
    version, host = minutes.latest, minutes.meeting.host
    if version is None:
        return _("being written by %(host)s, not circulated yet") % {"host": host.name.plain}
    if minutes.is_draft:
        words = _("taken back by %(host)s after version %(number)s, being revised")
        return words % {"host": host.name.plain, "number": version.number}
    return _("; ").join(
        [_circulated(version), *(_answer(version, answer) for answer in version.answers.all())]
    )


def whose_turn(minutes: "Minutes", open_remarks: int) -> str:
    """Say who can act on the minutes now, and why nobody else can change them."""
    host = {"host": minutes.meeting.host.name.plain}
    if minutes.is_draft:
        return _("It is the turn of %(host)s: its secretariat writes the minutes and circulates them.") % host
    if minutes.is_agreed:
        return _("Both cities have agreed: these minutes never change.")
    if open_remarks:
        words = _(
            "It is the turn of %(host)s: it answers each remark. Who accepts one revises the text, "
            "which is then circulated as a new version."
        )
        return words % host
    assert minutes.latest is not None, "circulated minutes have a version"
    waiting = [answer.city.name.plain for answer in minutes.latest.unanswered]
    return _(
        "It is the turn of %(cities)s: the secretariat agrees or remarks on a section. Until then the text "
        "is locked; %(host)s can take it back."
    ) % {**host, "cities": _(" and ").join(waiting)}


def _circulated(version: "MinutesVersion") -> str:
    circulated = version.circulated_by.city
    return _("version %(number)s circulated by %(city)s on %(day)s") % {
        "number": version.number,
        "city": circulated.name.plain,
        "day": _day(version.circulated_at, circulated),
    }


def _answer(version: "MinutesVersion", answer: "CityAnswer") -> str:
    city = answer.city
    if answer.member and answer.at:
        words = _("agreed by %(city)s on %(day)s (%(person)s)")
        return words % {
            "city": city.name.plain,
            "day": _day(answer.at, city),
            "person": answer.member.name.plain,
        }
    asked = {"city": city.name.plain, "day": day_in_words(version.answer_by)}
    if is_overdue(version.answer_by, timezone.localdate(timezone=city.zone)):
        return _("no answer of %(city)s by %(day)s") % asked
    return _("answer of %(city)s asked by %(day)s") % asked


def _day(moment: datetime.datetime, city: City) -> str:
    return day_in_words(timezone.localdate(moment, city.zone))
