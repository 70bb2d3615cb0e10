"""Where a progress update stands, in words that stand alone: on pages, in the API and in print."""

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.cities.models import City

if TYPE_CHECKING:
    from committee.progress.models import ProgressUpdate


def printable_state(update: "ProgressUpdate") -> str:
    """Say who reported and what the other city answered; silence has its words as well.

    Reads `city`, `answering_city` and `answered_by`: select them with the update.
    """
    match update.state:
        case update.State.SUBMITTED:
            words = _("reported by %(reporter)s, not yet confirmed by %(answerer)s")
        case update.State.RETURNED:
            words = _("returned by %(answerer)s: %(comment)s")
        case update.State.CONFIRMED:
            words = _(
                "reported by %(reporter)s on %(reported)s, "
                "confirmed by %(answerer)s on %(confirmed)s (%(person)s)"
            )
        case _draft:
            words = _("draft of %(reporter)s, not yet reported")
    return words % (_cities(update) | _answer(update))


def whose_turn(update: "ProgressUpdate") -> str:
    """Say who can act on the update now, and why nobody else can change it."""
    match update.state:
        case update.State.SUBMITTED:
            words = _(
                "It is the turn of %(answerer)s: its co-lead of this subcommittee confirms or returns "
                "the update. Until then it is locked; %(reporter)s can withdraw it."
            )
        case update.State.RETURNED:
            words = _(
                "It is the turn of %(reporter)s: its co-lead or a contributor of this subcommittee "
                "mends the update and submits it again."
            )
        case update.State.CONFIRMED:
            words = _(
                "Both cities have spoken: a confirmed update never changes. %(reporter)s can write "
                "a correction, which %(answerer)s is asked to confirm again."
            )
        case _draft:
            words = _(
                "It is the turn of %(reporter)s: its co-lead or a contributor of this subcommittee "
                "finishes the draft and submits it. %(answerer)s does not see it before."
            )
    return words % _cities(update)


def _cities(update: "ProgressUpdate") -> dict[str, str]:
    return {"reporter": update.city.name.plain, "answerer": update.answering_city.name.plain}


def _answer(update: "ProgressUpdate") -> dict[str, str]:
    return {
        "reported": _day(update.submitted_at, update.city),
        "confirmed": _day(update.answered_at, update.answering_city),
        "person": update.answered_by.name.plain if update.answered_by else "—",
        "comment": update.return_comment,
    }


def _day(moment: datetime.datetime | None, city: City) -> str:
    return date_format(timezone.localdate(moment, city.zone)) if moment else "—"
