"""Amendments and renewals: which agreement goes on from which."""

from collections.abc import Mapping

from committee.agreements.models import Agreement
from committee.agreements.rules import FollowsItself, SignedBeforeTheEarlier


def chain_of(agreement: Agreement) -> list[Agreement]:
    """Return all agreements that amend, renew or replace one another with this one, itself included.

    The last signed stands last; an agreement without a chain has none. Two queries.
    """
    linked = Agreement.objects.exclude(earlier=None).order_by()
    steps = [set(pair) for pair in linked.values_list("pk", "earlier_id")]
    found, before = {agreement.pk}, 0
    while len(found) > before:
        before = len(found)
        found = found.union(*(step for step in steps if step & found))
    if len(found) == 1:
        return []
    members = Agreement.objects.filter(pk__in=found).select_related("earlier")
    return sorted(members, key=lambda each: (each.signed_on is None, each.signed_on, each.pk))


def refuse_impossible_chain(agreement: Agreement) -> None:
    """Hold the link to an earlier agreement against all others; locks them, or two could make a circle.

    Raises:
        FollowsItself: when the earlier one goes on from this one.
        SignedBeforeTheEarlier: when this one was signed first.
    """
    if agreement.earlier is None:
        return
    locked = Agreement.objects.select_for_update().order_by("pk")
    earlier: Mapping[int, int | None] = dict(locked.values_list("pk", "earlier_id"))
    step: int | None = agreement.earlier_id
    while step is not None:
        if step == agreement.pk:
            raise FollowsItself
        step = earlier[step]
    signed = agreement.earlier.signed_on
    if agreement.signed_on and (signed is None or signed > agreement.signed_on):
        raise SignedBeforeTheEarlier
