from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from committee.languages.wording import choose

# How many of those that have no name are kept of each list.
RECENT = 5
LONGEST_QUERY = 1000
# What a list's address says besides its filter.
NO_FILTER = ("page", "format")


class FilterQuerySet(models.QuerySet["ListFilter"]):
    def of(self, member: Any, page: str) -> "FilterQuerySet":
        """Those of a member on one list, the last used first."""
        return self.filter(member=member, page=page).order_by("-used_at", "-pk")

    def named(self) -> "FilterQuerySet":
        return self.exclude(name="")

    def recent(self) -> "FilterQuerySet":
        """Those that were used and have no name."""
        return self.filter(name="")


class ListFilter(models.Model):
    """What a member narrowed a list down to: one of the last that were used, or kept under a name."""

    member = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="list_filters"
    )
    # The name of the list's address: `meeting_list`.
    page = models.CharField(max_length=100)
    query = models.CharField(max_length=LONGEST_QUERY)
    # The filter in the words of the page when it was used, by column suffix of the language.
    said = models.JSONField(default=dict)
    # Of earlier releases, in the language in which it was used; goes with the next one.
    words = models.CharField(max_length=300, blank=True)
    name = models.CharField(_("name"), max_length=100, blank=True)
    used_at = models.DateTimeField()

    objects = FilterQuerySet.as_manager()

    class Meta:
        verbose_name = _("filter")
        verbose_name_plural = _("filters")
        constraints = [
            models.UniqueConstraint(fields=["member", "page", "query"], name="filter_kept_once"),
            models.UniqueConstraint(
                fields=["member", "page", "name"], condition=~Q(name=""), name="filter_name_once_a_list"
            ),
            models.CheckConstraint(condition=~Q(query=""), name="filter_narrows_something_down"),
        ]

    def __str__(self) -> str:
        said = choose(self.said, get_language() or settings.LANGUAGE_CODE)
        return self.name or said.plain or self.words or self.query

    def get_absolute_url(self) -> str:
        """The list, narrowed down."""
        return f"{reverse(self.page)}?{self.query}"


def filter_in(parameters: QueryDict) -> str:
    """Return the query string of what a list is narrowed down to; '' where it shows everything."""
    given = [
        (name, value)
        for name, values in sorted(parameters.lists())
        for value in values
        if value.strip() and name not in NO_FILTER
    ]
    query = urlencode(given)
    return query if len(query) <= LONGEST_QUERY else ""
