from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.filters import actions
from committee.filters.forms import SavedFilterForm
from committee.filters.models import ListFilter, filter_in
from committee.rules import BrokenRule

UNPROCESSABLE = 422


def filter_page(request: HttpRequest, list_name: str) -> HttpResponse:
    """Show the filters kept of the list named by `list_name`, and keep the one that the address tells."""
    page, query = _known(list_name), filter_in(request.GET)
    form = SavedFilterForm(request.POST if request.method == "POST" else None)
    if query and form.is_valid() and _save(request, form, page, query):
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(f"{reverse(page)}?{query}")
    kept = ListFilter.objects.of(request.user, page)
    context = {
        "form": form,
        "list_address": reverse(page),
        "query": query,
        "saved": kept.named().order_by("name"),
        "recent": kept.recent(),
    }
    template = "filters/filters.html#kept" if request.headers.get("HX-Request") else "filters/filters.html"
    return render(request, template, context, status=UNPROCESSABLE if form.is_bound else 200)


def filter_forget(request: HttpRequest, filter_id: int) -> HttpResponse:
    """Drop a filter of one's own; only a button does."""
    kept = get_object_or_404(ListFilter, pk=filter_id, member=request.user)
    if request.method == "POST":
        actions.forget_filter(by=request.user, kept=kept)
    return HttpResponseRedirect(reverse("filters", args=[kept.page]))


def _save(request: HttpRequest, form: SavedFilterForm, page: str, query: str) -> bool:
    name = form.cleaned_data["name"]
    try:
        actions.save_filter(by=request.user, page=page, query=query, name=name, now=timezone.now())
    except BrokenRule as rule:
        form.add_error(rule.field, str(rule.message))
    return form.is_valid()


def _known(list_name: str) -> str:
    """Return the name of a list as it is; not found where there is none of that name."""
    if not (list_name.endswith("_list") or list_name in settings.FURTHER_LISTS):
        raise Http404
    try:
        reverse(list_name)
    except NoReverseMatch as error:
        raise Http404 from error
    return list_name
