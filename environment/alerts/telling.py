"""Opens the officers' thread about an alert, and says there what becomes of it.

The thread tells the liaison officers of both cities, on their page and by mail. Alerts that were over long
ago are computed like all others, and nobody is told of them.
"""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from committee.languages.sentences import in_a_row
from environment.alerts.models import Episode, Grammar
from environment.alerts.wording import value_in_words
from environment.naming.standards import name_of_stage
from environment.threads.actions import open_thread, tell_of_alert
from environment.threads.models import AlertThread

# Late and corrected values come within days as a rule; what is older is history, and told by the report.
TOLD_FOR_HOURS = 72
State = Episode.State


def is_recent(episode: Episode, now: datetime.datetime) -> bool:
    return int(now.timestamp()) // 3600 - episode.until_hour <= TOLD_FOR_HOURS


def tell_raised(episode: Episode, now: datetime.datetime) -> None:
    """Open the thread of a recent alert."""
    if is_recent(episode, now):
        open_thread_of(episode, now)


def open_thread_of(episode: Episode, at: datetime.datetime) -> AlertThread:
    """Open the thread of an alert; both cities are told."""
    episode.thread = open_thread(
        city=episode.city,
        title=lambda: _("%(city)s: %(stage)s for %(subject)s since %(start)s") % _first_words(episode),
        text=lambda: in_a_row([_course(episode), *_news(episode, "")]),
        opened_at=at,
    )
    episode.save(update_fields=["thread"])
    return episode.thread


def tell_change(episode: Episode, before: Mapping[str, Any], now: datetime.datetime) -> None:
    """Say what became of a recent alert since it was as `before` says."""
    if not is_recent(episode, now):
        return
    if episode.thread is None:
        if episode.state != State.WITHDRAWN:
            tell_raised(episode, now)
        return
    rise = _new_rise(episode, before)
    if rise:
        _say(episode, lambda: _risen(episode, rise), to_acknowledge=True)
    if episode.state != before["state"]:
        is_on_again = episode.state == State.IN_FORCE
        _say(episode, lambda: in_a_row(_news(episode, before["state"])), to_acknowledge=is_on_again)


def _say(episode: Episode, sentence: Callable[[], str], *, to_acknowledge: bool) -> None:
    assert episode.thread is not None
    tell_of_alert(
        thread=episode.thread,
        text=lambda: f"{sentence()} {_course(episode)}",
        to_acknowledge=to_acknowledge,
    )


def _new_rise(episode: Episode, before: Mapping[str, Any]) -> str:
    """Return the stage to which an alert rose since, empty where it did not, or to one known already."""
    if episode.state == State.WITHDRAWN:
        return ""
    known = {each["stage"] for each in before["decisions"]}
    rises = [each["stage"] for each in episode.decisions if each["act"] == "upgraded"]
    return next((stage for stage in reversed(rises) if stage not in known), "")


def _risen(episode: Episode, stage: str) -> str:
    return _("Upgraded to %(stage)s.") % {"stage": name_of_stage(stage)}


def _news(episode: Episode, state_before: str) -> list[str]:
    """Say in a sentence what state an alert came into, nothing of one that was just raised."""
    if episode.state == State.WITHDRAWN:
        return [_("Withdrawn: values were corrected, and no longer bear the alert out.")]
    if episode.state == State.WITHOUT_DATA:
        return [_("Ended, because no values come any more.")]
    if episode.state == State.ENDED:
        return [_("Ended: %(until)s.") % {"until": episode.until}]
    return [_("In force again, by values that came late.")] if state_before else []


def _course(episode: Episode) -> str:
    """Say since when an alert is on and how high it went."""
    told = _("On since %(start)s; highest stage: %(stage)s; highest value: %(peak)s.") % {
        "start": episode.start,
        "stage": episode.highest_stage_in_words,
        "peak": value_in_words(episode.peak_value, episode.unit),
    }
    if episode.grammar == Grammar.DAYS:
        told += " " + _("Levels are computed after the fact, from days measured.")
    return told


def _first_words(episode: Episode) -> dict[str, str]:
    return {
        "city": str(episode.city),
        "subject": episode.subject,
        "stage": name_of_stage(episode.stages[0]),
        "start": episode.start,
    }
