"""Finds the links whose figures do not stand on the present values, and asks for them to be computed.

Each city has a row that says up to which change of its air was worked through, see
`environment.measurements.changes`. A change that touches a link's pollutant and days asks for the link, and
so does a new version of the link or of the method, and weather that changed. Asking again for what waits
changes nothing.
"""

import datetime

from django.db import transaction
from django.db.models import Max

from committee.cities.models import City
from environment.effects.findings import METHOD
from environment.effects.models import AirEffect, AirFollowed
from environment.measurements.models import AirChangeQuerySet
from environment.project_links.models import ProjectAirLink
from environment.weather.queries import last_change

# Values of a running evaluation come every hour; its figures are computed once in so much time.
BETWEEN_COMPUTATIONS = datetime.timedelta(days=1)
State = AirEffect.State


def bring_up_to_date(now: datetime.datetime) -> None:
    """Ask for every link whose values, terms or method became other ones since it was asked for."""
    for city in City.objects.all():
        _follow(city, now)


@transaction.atomic
def _follow(city: City, now: datetime.datetime) -> None:
    followed = AirFollowed.locked(city)
    changes = followed.later
    last = changes.aggregate(last=Max("pk"))["last"] or followed.last_change
    has_changed, weather = last > followed.last_change, last_change(city)
    for link in ProjectAirLink.objects.filter(city=city).select_related("city"):
        if _is_outdated(link, weather) or (has_changed and _touching(link, changes).exists()):
            ask(link, now, change=last)
    followed.note(last)


@transaction.atomic
def ask(link: ProjectAirLink, now: datetime.datetime, change: int) -> AirEffect:
    """Have a link computed; a computation under way for it will find that it was overtaken.

    Args:
        change: the id of the last change of the air that is to be taken in.
    """
    effect = AirEffect.objects.select_for_update().filter(link=link).first() or AirEffect(link=link)
    effect.state, effect.failure, effect.broken_off = State.WAITING, "", 0
    effect.asked_version, effect.asked_change, effect.asked_at = link.version, change, now
    effect.asked_weather = last_change(link.city)
    effect.due_at = _due(effect, now)
    effect.save()
    return effect


def due(now: datetime.datetime) -> list[int]:
    return list(AirEffect.objects.due(now).order_by("due_at", "pk").values_list("pk", flat=True))


def _touching(link: ProjectAirLink, changes: AirChangeQuerySet) -> AirChangeQuerySet:
    return changes.filter(
        pollutant=link.pollutant, first_day__lte=link.evaluation_until, last_day__gte=link.baseline_from
    )


def _is_outdated(link: ProjectAirLink, weather: datetime.datetime | None) -> bool:
    effect = AirEffect.objects.select_related("finding").filter(link=link).first()
    if effect is None or (effect.asked_version, effect.asked_weather) != (link.version, weather):
        return True
    # What waits or failed was not computed by an earlier method just now.
    has_ended = effect.state in (State.DONE, State.NOT_ENOUGH)
    return has_ended and effect.finding is not None and effect.finding.method != METHOD


def _due(effect: AirEffect, now: datetime.datetime) -> datetime.datetime:
    link, finding = effect.link, effect.finding
    is_over = link.evaluation_until < now.astimezone(link.city.zone).date()
    if is_over or finding is None or (finding.link_version, finding.method) != (link.version, METHOD):
        return now
    return max(now, finding.computed_at + BETWEEN_COMPUTATIONS)
