"""What the file of the translation requests holds."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.pages.columns import Column, columns_of
from committee.translations.models import TranslationRequest

TRANSLATION_COLUMNS = columns_of(
    TranslationRequest,
    "city",
    Column(_("record"), attrgetter("record")),
    Column(_("text"), attrgetter("text_label")),
    "from_language",
    "to_language",
    "state",
    "asked_by",
    "due_on",
    "translated_by",
    "checked_by",
)
