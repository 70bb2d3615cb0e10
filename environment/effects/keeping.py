"""Computes what is due and keeps it. One of several workers gets a link; one that is killed loses nothing.

Nothing is written while it is computed, so that no lock is held; what a worker found counts only while its
claim is the last one.
"""

import datetime
from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from committee.rules.attempts import Attempt
from environment.effects.computing import Found, find
from environment.effects.findings import AirFinding, DaysAbove, Estimate, MonthOfAir
from environment.effects.models import AirEffect
from environment.project_links.models import ProjectAirLink

# Many times what a computation takes.
SILENCE = datetime.timedelta(minutes=5)
MOST_BROKEN_OFF = 3
State = AirEffect.State


def compute(link_id: int, now: datetime.datetime) -> None:
    """Compute one link unless it does not wait, or another worker has it."""
    effect = _claimed(link_id, now)
    if effect is None:
        return
    with Attempt(f"The air of link {link_id}", partial(_fail, effect)):
        link = ProjectAirLink.objects.with_places().get(pk=link_id)
        _keep(effect, link, find(link))


def take_up_silent(now: datetime.datetime) -> None:
    """Let what has shown no sign of life wait again; what broke off again and again fails."""
    silent = AirEffect.objects.silent_since(now - SILENCE)
    silent.filter(broken_off__gte=MOST_BROKEN_OFF).update(
        state=State.FAILED, failure=f"The work broke off {MOST_BROKEN_OFF + 1} times."
    )
    silent.update(state=State.WAITING, due_at=now, broken_off=F("broken_off") + 1)


def _fail(effect: AirEffect, failure: str) -> None:
    mine = AirEffect.objects.filter(pk=effect.pk, claims=effect.claims, state=State.COMPUTING)
    mine.update(state=State.FAILED, failure=failure)


def _claimed(link_id: int, now: datetime.datetime) -> AirEffect | None:
    waiting = AirEffect.objects.due(now).filter(pk=link_id)
    if not waiting.update(state=State.COMPUTING, claims=F("claims") + 1, seen_alive_at=now):
        return None
    return AirEffect.objects.get(pk=link_id)


@transaction.atomic
def _keep(effect: AirEffect, link: ProjectAirLink, found: Found) -> None:
    mine = AirEffect.objects.select_for_update().filter(pk=effect.pk, claims=effect.claims)
    if not mine.filter(state=State.COMPUTING).exists():
        return
    known = AirFinding.objects.filter(link=link, fingerprint=found.finding.fingerprint).first()
    finding = known or _kept(found, link.version, effect.asked_change)
    AirEffect.objects.filter(pk=effect.pk).update(
        state=State.DONE if found.is_enough else State.NOT_ENOUGH,
        finding=finding,
        found_change=effect.asked_change,
        broken_off=0,
    )


def _kept(found: Found, link_version: int, air_change: int) -> AirFinding:
    finding = found.finding
    finding.link_version, finding.air_change = link_version, air_change
    finding.computed_at = timezone.now()
    finding.save(force_insert=True)
    finding.controls.set(found.controls)
    rows: list[Estimate | DaysAbove | MonthOfAir] = [*found.estimates, *found.days_above, *found.months]
    for row in rows:
        row.finding = finding
    Estimate.objects.bulk_create(found.estimates)
    DaysAbove.objects.bulk_create(found.days_above)
    MonthOfAir.objects.bulk_create(found.months, batch_size=200)
    return finding
