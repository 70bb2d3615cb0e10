from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from committee.languages.wording import LANGUAGES as TAGS
from committee.languages.wording import suffix_of
from environment.threads.models import ThreadMessage

# The column suffixes of the languages, with the names by which readers know them.
LANGUAGES = [(suffix_of(code), name) for code, name in settings.LANGUAGES]


class MessageTranslation(Record):
    """A message in a language in which its author did not write it, and who translated it."""

    part_of = "message"

    message = models.ForeignKey(
        ThreadMessage,
        on_delete=models.CASCADE,
        related_name="translations",
        verbose_name=_("message of an alert thread"),
    )
    language = models.CharField(_("language"), max_length=10, choices=LANGUAGES)
    text = models.TextField(_("text"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="message_translations",
        verbose_name=_("translated by"),
    )
    at = models.DateTimeField(_("translated"))

    class Meta:
        ordering = ["message", "language"]
        verbose_name = _("translation of a message")
        verbose_name_plural = _("translations of messages")
        constraints = [
            models.UniqueConstraint(fields=["message", "language"], name="message_translated_once"),
            models.CheckConstraint(condition=~Q(text=""), name="translation_has_a_text"),
        ]

    def __str__(self) -> str:
        return f"{self.get_language_display()}, {self.at:%Y-%m-%d %H:%M %Z}"

    def get_absolute_url(self) -> str:
        return self.message.get_absolute_url()

    @property
    def tag(self) -> str:
        """The language as it is written into `lang`."""
        return TAGS[self.language]
