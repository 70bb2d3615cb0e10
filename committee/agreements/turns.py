"""Whose turn it is at an agreement, in one rule: for its page, the list, its files and the API."""

import datetime
from typing import Any

from django.db.models import DateField, Value
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.agreements.models import Agreement, AgreementQuerySet
from committee.agreements.reminders import months_reached

State, Relation = Agreement.State, Agreement.Relation


def with_turn(agreements: AgreementQuerySet, on: datetime.date) -> AgreementQuerySet:
    """Read along what `whose_turn` asks of each agreement."""
    return agreements.annotate(asked_on=Value(on, output_field=DateField())).prefetch_related("later")


def whose_turn(agreement: Any) -> str:
    """Say who is waited for at an agreement that was read `with_turn`, and for what; or that nobody is."""
    on, last = agreement.asked_on, agreement.in_force_until
    days = {"state": agreement.get_state_display(), "day": date_format(last) if last else "—"}
    match agreement.state:
        case State.DRAFT:
            words = _("Waiting for both cities to sign it.")
        case State.SIGNED if agreement.in_force_from is None:
            words = _("Waiting for a secretariat to record from which day it is in force.")
        case State.IN_FORCE if last and last < on and not _goes_on(agreement):
            words = _("Waiting for a secretariat to record what became of it: it was to end on %(day)s.")
        case State.IN_FORCE if last and months_reached(last, on) and not _goes_on(agreement):
            words = _("Waiting for both cities to renew it or let it end on %(day)s.")
        case _nothing_is_asked:
            words = _("Nobody: %(state)s.")
    return words % days


def _goes_on(agreement: Agreement) -> bool:
    """Whether it renews itself, or something signed renews or replaces it."""
    following = [each for each in agreement.later.all() if each.state != State.DRAFT]
    is_followed = any(each.relation in (Relation.RENEWS, Relation.REPLACES) for each in following)
    return agreement.renewal == Agreement.Renewal.AUTOMATIC or is_followed
