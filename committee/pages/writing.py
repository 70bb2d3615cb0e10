"""Pages that write: one form, one act; a broken rule comes back as a sentence with status 422."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from committee.history.actions import ChangedMeanwhile
from committee.history.deletion import parts_of
from committee.history.mending import mending
from committee.history.models import Deletion, Record
from committee.pages.forms import RecordForm
from committee.rules import BrokenRule

UNPROCESSABLE = 422

View = Callable[..., HttpResponse]


def by_button_of(page: str) -> Callable[[View], View]:
    """Let a view be posted to only; who comes otherwise is sent to `page`, where its button is.

    One comes otherwise by changing the language after a refusal, or by signing in again when the
    session had ended before the button was pressed.
    """

    def only_posted(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **record: int) -> HttpResponse:
            if request.method == "POST":
                return view(request, **record)
            return HttpResponseRedirect(reverse(page, kwargs=record))

        return answer

    return only_posted


def form_page(
    request: HttpRequest,
    form: RecordForm,
    act: Callable[[RecordForm], Record],
    *,
    heading: str,
    back: str,
    template: str = "pages/form.html",
    **context: Any,
) -> HttpResponse:
    """Show `form`; when it is sent and valid, do `act` and go to the record's page.

    Args:
        act: calls one action with `form.changes` and returns the record.
        heading: what the page is called.
        back: address of the page to go back to without saving.
    """
    if request.method == "POST" and not form.is_bound:
        form.is_bound, form.data = True, request.POST  # `POST or None` takes an empty form for none
    if request.method == "POST" and form.is_valid() and (record := _attempt(form, act)):
        messages.success(request, _("Saved."))
        return HttpResponseRedirect(record.get_absolute_url())  # type: ignore[attr-defined]
    status = UNPROCESSABLE if form.is_bound else 200
    return render(
        request, template, {"form": form, "heading": heading, "back": back, **context}, status=status
    )


def act_page(
    request: HttpRequest,
    act: Callable[[], Model],
    *,
    refuse: Callable[[BrokenRule], HttpResponse],
    done: str = "",
) -> HttpResponse:
    """Do `act`, which a button asked for, and go to the page of what it returns.

    Args:
        refuse: answers a broken rule, with status 422: the page as it stands now, with the rule's sentence.
        done: what is said on the next page; nothing where the change is seen by itself.
    """
    try:
        record = act()
    except BrokenRule as rule:
        return refuse(rule)
    if done:
        messages.success(request, done)
    return HttpResponseRedirect(record.get_absolute_url())  # type: ignore[attr-defined]


def delete_page(
    request: HttpRequest, record: Record, act: Callable[[], None], *, back: str, after: str
) -> HttpResponse:
    """Ask whether to delete `record`; when sent, do `act` and go to `after`."""
    refusal = ""
    if request.method == "POST":
        try:
            act()
        except BrokenRule as rule:
            refusal = str(rule.message)
        else:
            messages.success(request, _deleted(record))
            return HttpResponseRedirect(after)
    context = {"record": record, "parts": parts_of(record), "back": back, "refusal": refusal}
    return render(request, "pages/delete.html", context, status=UNPROCESSABLE if refusal else 200)


def _deleted(record: Record) -> str:
    """Say that a record is deleted, with the way back."""
    kind = ContentType.objects.get_for_model(record)
    deletion = Deletion.objects.of(kind, record.pk).latest("pk")
    return format_html('{} <a href="{}">{}</a>', _("Deleted."), deletion.get_absolute_url(), _("Undo"))


def _attempt(form: RecordForm, act: Callable[[RecordForm], Record]) -> Record | None:
    try:
        with mending(form.is_mending):
            return act(form)
    except ChangedMeanwhile as conflict:
        form.show_conflict(conflict)
        form.add_error(None, str(conflict.message))
    except BrokenRule as rule:
        form.add_error(rule.field if rule.field in form.fields else None, str(rule.message))
    except ValidationError as error:
        for name, problems in error.message_dict.items():
            form.add_error(name if name in form.fields and name != NON_FIELD_ERRORS else None, problems)
    return None
