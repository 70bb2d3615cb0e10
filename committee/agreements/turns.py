"""Whose turn it is at an agreement, in one rule: for its page, list, filter and files, and for the API."""

import datetime
from typing import Any

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from committee.agreements.models import Agreement, AgreementQuerySet, goes_on
from committee.agreements.reminders import latest_near

State = Agreement.State


class Turn(models.TextChoices):
    """What is waited for, and in which words it is said."""

    SIGNING = "signing", _("Waiting for both cities to sign it.")
    BEGINNING = "beginning", _("Waiting for a secretariat to record from which day it is in force.")
    OUTCOME = "outcome", _("Waiting for a secretariat to record what became of it: it was to end on %(day)s.")
    RENEWAL = "renewal", _("Waiting for both cities to renew it or let it end on %(day)s.")
    NOTHING = "nothing", _("Nobody: %(state)s.")


OF_BOTH_CITIES = (Turn.SIGNING, Turn.RENEWAL)
OF_A_SECRETARIAT = (Turn.BEGINNING, Turn.OUTCOME)


def with_turn(agreements: AgreementQuerySet, on: datetime.date) -> AgreementQuerySet:
    """Give each its `turn` on a day, in the one query."""
    ends = Q(state=State.IN_FORCE) & ~goes_on()
    rules = [
        When(state=State.DRAFT, then=Value(Turn.SIGNING)),
        When(state=State.SIGNED, in_force_from__isnull=True, then=Value(Turn.BEGINNING)),
        When(ends & Q(in_force_until__lt=on), then=Value(Turn.OUTCOME)),
        When(ends & Q(in_force_until__lte=latest_near(on)), then=Value(Turn.RENEWAL)),
    ]
    return agreements.annotate(
        turn=Case(*rules, default=Value(Turn.NOTHING), output_field=models.CharField())
    )


def whose_turn(agreement: Any) -> str:
    """Say who is waited for at an agreement that was read `with_turn`, and for what; or that nobody is."""
    last = agreement.in_force_until
    words = Turn(agreement.turn).label
    return words % {"state": agreement.get_state_display(), "day": date_format(last) if last else "—"}
