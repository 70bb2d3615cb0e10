"""What the file of the machine accounts holds; no key is in it."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.pages.columns import Column, columns_of
from environment.exchange.models import MachineAccount

MACHINE_ACCOUNT_COLUMNS = columns_of(
    MachineAccount,
    "name",
    "city",
    "revoked_at",
    Column(_("Last used"), attrgetter("keys.last_used_at")),
    "webhook_url",
)
