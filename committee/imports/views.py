"""A list comes in: handed in, shown row by row, taken over."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import ngettext

from committee.imports import actions
from committee.imports.actions import Preview
from committee.imports.forms import ListForm
from committee.imports.kinds import KINDS, Kind, ListKind
from committee.imports.meaning import NUMBER, Meanings
from committee.imports.models import ImportedList
from committee.imports.outcomes import Verdict
from committee.imports.reading import MOST_ROWS
from committee.imports.worksheet import headings, lines_of
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.permissions import require
from committee.pages.spreadsheets import xlsx_answer
from committee.pages.writing import UNPROCESSABLE, by_button_of
from committee.rules import BrokenRule


def import_new(request: MemberRequest, kind: str) -> HttpResponse:
    importable = _kind(request.user, kind)
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form.is_bound = True
        if form.is_valid() and (handed_in := _handed_in(request, kind, form)):
            return HttpResponseRedirect(handed_in.get_absolute_url())
    context = {
        "form": form,
        "kind": kind,
        "kind_name": ImportedList.Kind(kind).label,
        "most_rows": MOST_ROWS,
        "back": reverse(importable.list_page),
        "headings": _headings(request.user, importable),
    }
    return render(request, "imports/new.html", context, status=UNPROCESSABLE if form.is_bound else 200)


def import_template(request: MemberRequest, kind: str) -> HttpResponse:
    importable = _kind(request.user, kind)
    names, rows = importable.model._meta, [] if isinstance(importable, ListKind) else lines_of(request.user)
    return xlsx_answer(
        _headings(request.user, importable),
        rows,
        f"{names.verbose_name_plural} {request.user.today}",
        str(names.model_name),
    )


def import_preview(request: MemberRequest, list_id: int) -> HttpResponse:
    handed_in = _own(request, list_id)
    return _show(request, handed_in, actions.preview(by=request.user, handed_in=handed_in))


@by_button_of("import_preview")
def import_take_over(request: MemberRequest, list_id: int) -> HttpResponse:
    handed_in = _own(request, list_id)
    fingerprint = request.POST.get("fingerprint", "")
    try:
        done = actions.take_over(by=request.user, handed_in=handed_in, fingerprint=fingerprint)
    except BrokenRule as rule:
        now = actions.preview(by=request.user, handed_in=handed_in)
        return _show(request, handed_in, now, str(rule.message))
    total = len(done.having(Verdict.MADE)) + len(done.having(Verdict.CHANGED))
    said = ngettext("%(total)s record was made or changed.", "%(total)s records were made or changed.", total)
    messages.success(request, said % {"total": total})
    return HttpResponseRedirect(reverse(KINDS[handed_in.kind].list_page))


def _kind(reader: Member, kind: str) -> Kind:
    if kind not in KINDS:
        raise Http404
    require(KINDS[kind].may(reader))
    return KINDS[kind]


def _headings(reader: Member, kind: Kind) -> list[str]:
    if not isinstance(kind, ListKind):
        return headings()
    fields = Meanings(kind.form(by=reader)).fields.values()
    return [NUMBER, *(str(field.label) for field in fields)]


def _handed_in(request: MemberRequest, kind: str, form: ListForm) -> ImportedList | None:
    file = form.cleaned_data["file"]
    try:
        return actions.hand_in(by=request.user, kind=kind, name=file.name, content=file.read())
    except BrokenRule as rule:
        form.add_error("file", str(rule.message))
    return None


def _own(request: MemberRequest, list_id: int) -> ImportedList:
    """A list may hold people's addresses: only who handed it in sees it, and only until it is taken over."""
    return get_object_or_404(ImportedList.objects.of(request.user).waiting(), pk=list_id)


def _show(request: MemberRequest, handed_in: ImportedList, shown: Preview, refusal: str = "") -> HttpResponse:
    context: dict[str, Any] = {
        "handed_in": handed_in,
        "preview": shown,
        "counts": [(verdict, len(shown.having(verdict))) for verdict in Verdict],
        "rows": [outcome for outcome in shown.outcomes if outcome.verdict != Verdict.UNCHANGED],
        "refusal": refusal,
    }
    return render(request, "imports/preview.html", context, status=UNPROCESSABLE if refusal else 200)
