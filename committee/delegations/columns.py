"""What the files of the delegations and of their people hold."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.delegations.models import Delegate, Delegation
from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of

DELEGATION_COLUMNS = columns_of(
    Delegation,
    "meeting",
    "city",
    "announced_at",
    Column(_("Head of the delegation"), attrgetter("head")),
    Column(_("People"), lambda delegation: len(delegation.delegates.all())),
)

DELEGATE_COLUMNS = columns_of(
    Delegate,
    Column(_("Meeting"), attrgetter("delegation.meeting")),
    Column(_("City"), attrgetter("delegation.city")),
    "is_head",
    *columns("name", "title", "organisation"),
    "attendance",
    *columns("substitute"),
)
