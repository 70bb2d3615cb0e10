"""What the files of the archive hold: what was deleted, and the history of one record."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.history.models import Deletion
from committee.pages.columns import Column, columns_of

DELETION_COLUMNS = columns_of(
    Deletion,
    Column(_("Kind"), attrgetter("entry.kind")),
    Column(_("Record"), attrgetter("entry.title")),
    Column(_("Deleted by"), attrgetter("entry.by")),
    Column(pgettext_lazy("when a record was", "Deleted"), attrgetter("entry.at")),
)
HISTORY_HEADINGS = [
    _("When"),
    _("Who"),
    _("City"),
    _("Act"),
    _("Kind"),
    _("Record"),
    _("Field"),
    _("Before"),
    _("After"),
    _("Comment"),
]
