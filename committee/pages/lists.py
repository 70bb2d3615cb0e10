"""Every list of records: what may be seen, filtered, searched and shown by the page."""

from collections.abc import Sequence
from functools import partial
from typing import Any, cast

import django_filters
from django import forms
from django.core.paginator import Page, Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters.widgets import BooleanWidget

from committee.filters.actions import note_used
from committee.filters.models import filter_in
from committee.filters.wording import in_words
from committee.languages.models import containing
from committee.pages.choices import NEWEST, offer
from committee.pages.columns import Column, cells, headings
from committee.pages.looks import dress
from committee.pages.partials import page_or_part
from committee.pages.spreadsheets import ANSWERS
from committee.pages.totals import total_of
from committee.pages.writing import UNPROCESSABLE

ROWS_A_PAGE = 25
FORMATS = list(ANSWERS)


class RecordPages(Paginator[Any]):
    """Pages of records; of several pages, what is shown beside a record is asked of those on one alone.

    Otherwise a database that has to sort the records first counts and joins for each of them; it may do so
    as well where the page is chosen within the same statement.
    """

    def page(self, number: int | str) -> Page[Any]:
        page = super().page(number)
        if self.num_pages > 1:
            records, chosen = cast("models.QuerySet[Any]", self.object_list), cast(Any, page.object_list)
            page.object_list = _in_order(records, list(chosen.values_list("pk", flat=True)))
        return page


def _in_order(records: models.QuerySet[Any], keys: list[int]) -> list[Any]:
    """Read the records with these keys; one that was deleted meanwhile is left out."""
    # In what order is known: said to the database, it would be worked out once more.
    found = {record.pk: record for record in records.filter(pk__in=keys).order_by()}
    return [found[key] for key in keys if key in found]


class ManyRecordPages(RecordPages):
    """Pages of records that grow by thousands a year: see `total_of`."""

    @cached_property
    def count(self) -> int:
        return total_of(cast("models.QuerySet[Any]", self.object_list))


class YesOrNo(BooleanWidget):
    """Chooses between all, yes and no in a filter."""

    def __init__(self) -> None:
        super().__init__()
        self.choices = [("", _("All")), ("true", _("Yes")), ("false", _("No"))]


class RecordFilter(django_filters.FilterSet):
    """Search box plus the filters of one list; `searched` names the trilingual texts that are searched."""

    q = django_filters.CharFilter(method="search", label=_("Search"))
    searched: tuple[str, ...] = ("title",)
    # Records that may be many: a link leads to the list of one of them, none is offered to choose.
    only_by_link: tuple[str, ...] = ()
    # Records that grow many, the newest first: those alone are offered to choose, and what was chosen.
    newest: tuple[str, ...] = ()
    pages: type[RecordPages] = RecordPages

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.only_by_link:
            self._offer_what_was_chosen(name)
        dress(self.form)
        for name, field in self.form.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                offer(field, NEWEST if name in self.newest else None, chosen=self.form[name].data)

    def _offer_what_was_chosen(self, name: str) -> None:
        chosen = self.data.get(name, "") if self.data else ""
        if not chosen:
            del self.form.fields[name]
            return
        field: Any = self.form.fields[name]
        known = field.queryset.filter(pk=chosen) if chosen.isdecimal() else field.queryset.none()
        field.queryset = known

    def search(self, records: models.QuerySet[Any], _name: str, words: str) -> models.QuerySet[Any]:
        return records.filter(containing(words.strip(), *self.searched))


def list_page(
    request: HttpRequest,
    template: str,
    records: models.QuerySet[Any],
    filters: type[RecordFilter],
    columns: Sequence[Column],
    **context: Any,
) -> HttpResponse:
    """Show the records the filters leave, `ROWS_A_PAGE` at a time; HTMX gets the rows alone.

    With `?format=` all of them are answered, as a file with `columns`.
    """
    chosen = filters(request.GET, queryset=records, request=request)
    if file := file_if_asked(request, chosen, columns):
        return file
    remember_filter(request, chosen.form)
    rows = chosen.pages(chosen.qs, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context |= {"filters": chosen, "rows": rows, "formats": FORMATS}
    status = UNPROCESSABLE if "format" in request.GET else 200
    return page_or_part(request, template, f"{template}#rows", context, status)


def file_if_asked(
    request: HttpRequest, chosen: RecordFilter, columns: Sequence[Column]
) -> HttpResponse | None:
    """Answer with all that the filters leave as a file, named in the reader's language, if `?format=` is one.

    A filter that is not valid gives no file: it would hold what was not asked for.
    """
    asked = request.GET.get("format")
    if asked not in ANSWERS or not chosen.is_valid():
        return None
    reader: Any = request.user  # Members stand above the pages; the middleware lets nobody else come here.
    day, model = reader.today, chosen.qs.model._meta
    return ANSWERS[asked](
        headings(columns),
        cells(chosen.qs, columns, reader.city.zone),
        f"{model.verbose_name_plural} {day}",
        f"{model.model_name} {day}",
    )


def remember_filter(request: HttpRequest, form: forms.BaseForm) -> None:
    """Keep what a member narrowed a list down to, where it was; the list of one record has none kept."""
    list_shown = request.resolver_match
    if request.user.is_authenticated and list_shown and not list_shown.kwargs and form.is_valid():
        note_used(
            by=request.user,
            page=list_shown.view_name,
            query=filter_in(request.GET),
            words=partial(in_words, form),
            now=timezone.now(),
        )
