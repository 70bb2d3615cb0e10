from committee.delegations.models import Delegate, Delegation
from committee.languages.searched import Searched

SEARCHED = [
    Searched(
        Delegation,
        is_named_by_words=True,
        related=("meeting__subcommittee", "city"),
        city="city",
        day="meeting__starts_on",
        visible_to=lambda member: Delegation.objects.visible_to(member),
    ),
    Searched(
        Delegate,
        title="name",
        texts=("title", "organisation"),
        related=("delegation__meeting__subcommittee", "delegation__city"),
        city="delegation__city",
        day="delegation__meeting__starts_on",
        visible_to=lambda member: Delegate.objects.visible_to(member),
    ),
]
