"""What members are told of, in the order they choose it: code → (what they read, how it comes unless chosen).

Named here and not in the rooms, so that `notices` knows no room above it; the ways are those of
`committee.notices.models.Way`.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOTICE_KINDS: dict[str, tuple[Promise, str]] = {
    "alert": (_("Messages in alert threads"), "at_once"),
    "gap": (_("Gaps in the promised hours"), "at_once"),
    "delivery": (_("Deliveries that are held"), "at_once"),
    "pull": (_("Interfaces that do not answer"), "at_once"),
}
