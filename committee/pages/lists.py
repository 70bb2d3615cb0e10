"""Every list of records: what may be seen, filtered, searched and shown by the page."""

from typing import Any

import django_filters
from django import forms
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django_filters.widgets import BooleanWidget

from committee.languages.models import containing
from committee.pages.partials import page_or_part

ROWS_A_PAGE = 50


class YesOrNo(BooleanWidget):
    """Chooses between all, yes and no in a filter."""

    def __init__(self) -> None:
        super().__init__()
        self.choices = [("", _("All")), ("true", _("Yes")), ("false", _("No"))]


class RecordFilter(django_filters.FilterSet):
    """Search box plus the filters of one list; `searched` names the trilingual texts that are searched."""

    q = django_filters.CharFilter(method="search", label=_("Search"))
    searched: tuple[str, ...] = ("title",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.form.fields.values():
            is_choice = isinstance(field.widget, forms.Select)
            field.widget.attrs["class"] = "form-select" if is_choice else "form-control"

    def search(self, records: models.QuerySet[Any], _name: str, words: str) -> models.QuerySet[Any]:
        return records.filter(containing(words.strip(), *self.searched))


def list_page(
    request: HttpRequest,
    template: str,
    records: models.QuerySet[Any],
    filters: type[RecordFilter],
    **context: Any,
) -> HttpResponse:
    """Show the records the filters leave, `ROWS_A_PAGE` at a time; HTMX gets the rows alone."""
    chosen = filters(request.GET, queryset=records, request=request)
    rows = Paginator(chosen.qs, ROWS_A_PAGE).get_page(request.GET.get("page"))
    return page_or_part(request, template, f"{template}#rows", {"filters": chosen, "rows": rows, **context})
