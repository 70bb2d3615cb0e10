"""Where a progress update stands, in words that stand alone: on pages, in the API and in print."""

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.languages.days import day_in_words

if TYPE_CHECKING:
    from committee.progress.models import ProgressUpdate


def printable_state(update: "ProgressUpdate") -> str:
    """Say who reported and what the other city answered; silence has its words as well.

    Reads `city`, `answering_city` and `answered_by`: select them with the update.
    """
    match update.state:
        case update.State.SUBMITTED:
            words = _("reported by %(reporter)s, not yet confirmed by %(answerer)s")
        case update.State.ONE_SIDED:
            words = _(
                "reported by %(reporter)s, not yet confirmed by %(answerer)s: one-sided since %(one_sided)s"
            )
        case update.State.DIFFERING:
            words = _(
                "reported by %(reporter)s on %(reported)s, seen differently by %(answerer)s: "
                "its statement stands beside"
            )
        case update.State.RETURNED:
            words = _("returned by %(answerer)s: %(comment)s")
        case update.State.CONFIRMED if update.mended_at:
            words = _(
                "reported by %(reporter)s on %(reported)s, confirmed by %(answerer)s on %(confirmed)s "
                "(%(person)s), wording corrected on %(mended)s"
            )
        case update.State.CONFIRMED:
            words = _(
                "reported by %(reporter)s on %(reported)s, "
                "confirmed by %(answerer)s on %(confirmed)s (%(person)s)"
            )
        case _draft:
            words = _("draft of %(reporter)s, not yet reported")
    return words % (_cities(update) | _answer(update))


def entered_by(update: "ProgressUpdate") -> str:
    """Say for whom somebody else entered it; nothing where the author reports for himself or herself."""
    if update.on_behalf_of is None:
        return ""
    words = _("entered by %(author)s on behalf of %(lead)s")
    return words % {"author": update.author.name.plain, "lead": update.on_behalf_of.name.plain}


def whose_turn(update: "ProgressUpdate") -> str:
    """Say who is asked to act on the update, since when, and why nobody else can change it."""
    match update.state:
        case update.State.SUBMITTED:
            words = _(
                "The co-lead of %(answerer)s has been asked since %(reported)s to confirm or return it. "
                "Until then it is locked; %(reporter)s can withdraw it."
            )
        case update.State.ONE_SIDED:
            words = _(
                "The co-lead of %(answerer)s was asked on %(reported)s and has not answered; confirming and "
                "returning remain possible. Until then it is locked; %(reporter)s can withdraw it."
            )
        case update.State.DIFFERING:
            words = _of_two_statements(update)
        case update.State.RETURNED:
            words = _(
                "Since %(confirmed)s it has been the turn of %(reporter)s: its co-lead or a contributor of "
                "this subcommittee mends the update and submits it again."
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
    return words % (_cities(update) | _answer(update))


def awaited(update: "ProgressUpdate") -> str:
    """Say in one sentence that is read away from the update what is waited for; '' where nothing is."""
    match update.state:
        case update.State.SUBMITTED | update.State.ONE_SIDED:
            words = _("Waiting for %(city)s to confirm the update of %(period)s.")
        case update.State.RETURNED:
            words = _("Waiting for %(city)s to mend the returned update of %(period)s.")
        case update.State.DIFFERING if update.is_open_on_both_sides:
            words = _("Waiting for %(city)s to read the other statement on %(period)s.")
        case _nobody_outside_waits:
            return ""
    city = update.city_to_act
    assert city is not None, "what is waited for is waited for from a city"
    return words % {"city": city.name.plain, "period": _period(update)}


def _period(update: "ProgressUpdate") -> str:
    return f"{day_in_words(update.period_from)} – {day_in_words(update.period_until)}"


def _of_two_statements(update: "ProgressUpdate") -> str:
    if update.closed_at is not None:
        return _("Both cities have left it at two statements, which no longer change.")
    if update.city_to_act == update.city:
        return _(
            "It is the turn of %(reporter)s to read the statement of %(answerer)s: its co-lead closes, or "
            "the report is changed. %(answerer)s can change its own statement, or confirm after all."
        )
    return _(
        "It is the turn of %(answerer)s to read the changed report of %(reporter)s: its co-lead closes, "
        "confirms after all, or changes the statement of %(answerer)s."
    )


def _cities(update: "ProgressUpdate") -> dict[str, str]:
    return {"reporter": update.city.name.plain, "answerer": update.answering_city.name.plain}


def _answer(update: "ProgressUpdate") -> dict[str, str]:
    return {
        "reported": _day(update.submitted_at, update.city),
        "one_sided": _day(update.one_sided_at, update.answering_city),
        "mended": _day(update.mended_at, update.city),
        "confirmed": _day(update.answered_at, update.answering_city),
        "person": update.answered_by.name.plain if update.answered_by else "—",
        "comment": update.return_comment,
    }


def _day(moment: datetime.datetime | None, city: City) -> str:
    return day_in_words(timezone.localdate(moment, city.zone)) if moment else "—"
