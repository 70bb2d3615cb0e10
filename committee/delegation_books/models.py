from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from committee.delegation_books.chapters import CHAPTERS
from committee.delegations.models import Delegation
from committee.members.models import Member
from committee.printing.built import FAILED_SAYS_WHY, READY_HAS_ITS_PDF, UNDER_WAY, Built, BuiltQuerySet


class BookQuerySet(BuiltQuerySet["DelegationBook"]):
    def visible_to(self, member: Member) -> "BookQuerySet":
        """Those of the own city: a book holds what the city keeps to itself."""
        return self.filter(delegation__city=member.city_id)

    def for_pages(self) -> "BookQuerySet":
        """With what names a book, without the stored content, which may be large."""
        related = self.select_related(
            "delegation__meeting__host", "delegation__meeting__subcommittee", "delegation__city"
        )
        return related.select_related("requested_by__city").defer("content")


class DelegationBook(Built):
    """All that a delegation takes along to a meeting, in one language: its build, its content, its PDF."""

    delegation = models.ForeignKey(
        Delegation, on_delete=models.PROTECT, related_name="books", verbose_name=_("delegation")
    )

    objects = BookQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-pk"]
        verbose_name = _("delegation book")
        verbose_name_plural = _("delegation books")
        constraints = [
            models.UniqueConstraint(
                fields=["delegation", "language"], condition=UNDER_WAY, name="book_built_once_at_a_time"
            ),
            models.CheckConstraint(condition=READY_HAS_ITS_PDF, name="book_ready_has_its_pdf"),
            models.CheckConstraint(condition=FAILED_SAYS_WHY, name="book_failed_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.delegation} · {self.get_language_display()}"

    def get_absolute_url(self) -> str:
        return f"{reverse('delegation_books', args=[self.delegation_id])}#book-{self.pk}"

    @property
    def stored_name(self) -> str:
        return f"delegation-book-{self.delegation_id}-{self.language}-{self.pk}.pdf"

    @property
    def section_title(self) -> str:
        return next((str(chapter.title) for chapter in CHAPTERS if chapter.code == self.section), "")

    @property
    def file_name(self) -> str:
        """The name of the downloaded file, in the language of the book."""
        with override(self.language):
            named = gettext("Delegation book: %(delegation)s") % {"delegation": self.delegation}
            return f"{named}.pdf".replace("/", "-")
