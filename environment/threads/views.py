"""Alert threads: who still has to acknowledge, what was said and done, how it was closed."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of, form_page
from environment.threads import actions
from environment.threads.columns import THREAD_COLUMNS
from environment.threads.forms import (
    DatesForm,
    MeasureForm,
    MessageForm,
    SeenForm,
    ThreadFilter,
    TranslationForm,
)
from environment.threads.measures import MeasureTaken
from environment.threads.models import AlertThread, ThreadMessage
from environment.threads.permissions import may_change_dates, may_write
from environment.threads.reading import thread_shown, versions_of
from environment.threads.translations import LANGUAGES, MessageTranslation

FORM = "threads/form.html"


def thread_list(request: MemberRequest) -> HttpResponse:
    threads = AlertThread.objects.open_first().with_messages()
    return list_page(request, "threads/list.html", threads, ThreadFilter, THREAD_COLUMNS)


def thread_page(request: MemberRequest, thread_id: int) -> HttpResponse:
    return render(request, "threads/detail.html", _about(request, _thread(thread_id)))


@by_button_of("thread")
def thread_acknowledge(request: MemberRequest, thread_id: int) -> HttpResponse:
    """Take note of what stood on the page whose button was pressed, and of nothing that came since."""
    thread = _thread(thread_id)
    require(may_write(request.user))
    form = SeenForm(request.POST)
    if not form.is_valid():
        refusal = _("Please open this page again: it is not known which messages you saw.")
        context = _about(request, thread) | {"refusal": refusal}
        return render(request, "threads/detail.html", context, status=UNPROCESSABLE)
    count = actions.acknowledge(by=request.user, thread=thread, seen_message=form.cleaned_data["seen"])
    told = ngettext("%(count)d message acknowledged.", "%(count)d messages acknowledged.", count)
    messages.success(request, told % {"count": count})
    return HttpResponseRedirect(thread.get_absolute_url())


def thread_write(request: MemberRequest, thread_id: int) -> HttpResponse:
    thread = _thread(thread_id)
    require(may_write(request.user))
    return form_page(
        request,
        MessageForm(request.POST or None),
        lambda form: actions.send_message(by=request.user, thread=thread, **form.changes),
        heading=_("Write a message"),
        button=_("Send"),
        **_answering(thread),
    )


def thread_measure(request: MemberRequest, thread_id: int) -> HttpResponse:
    thread = _thread(thread_id)
    require(may_write(request.user))
    return form_page(
        request,
        MeasureForm(request.POST or None, initial={"taken_from": request.user.today}),
        lambda form: actions.record_measure(by=request.user, thread=thread, **form.changes),
        heading=_("Record a measure of your city"),
        button=_("Record a measure"),
        **_answering(thread),
    )


def thread_close(request: MemberRequest, thread_id: int) -> HttpResponse:
    thread = _thread(thread_id)
    require(may_write(request.user))
    return form_page(
        request,
        MessageForm(request.POST or None),
        lambda form: actions.close_thread(by=request.user, thread=thread, **form.changes),
        heading=_("Close the thread with a note"),
        button=_("Close the thread"),
        **_answering(thread),
    )


def message_translate(request: MemberRequest, message_id: int, language: str) -> HttpResponse:
    """Show the form for one language of a message; those that the author wrote have none."""
    message = get_object_or_404(ThreadMessage.objects.select_related("thread", "city"), pk=message_id)
    names = {suffix: name for suffix, name in LANGUAGES if suffix not in message.written}
    if language not in names:
        raise Http404
    require(may_write(request.user))
    known = MessageTranslation.objects.filter(message=message, language=language).first()
    return form_page(
        request,
        TranslationForm(request.POST or None, instance=known, language=language),
        lambda form: actions.translate(
            by=request.user,
            message=message,
            language=language,
            text=form.cleaned_data["text"],
            seen_version=form.version_seen,
        ),
        heading=_("Translate a message: %(language)s") % {"language": names[language]},
        back=message.get_absolute_url(),
        template=FORM,
        button=_("Save"),
        thread=message.thread,
        answered=message,
        versions=[each for each in versions_of(message) if each.suffix in message.written],
    )


def measure_dates(request: MemberRequest, measure_id: int) -> HttpResponse:
    related = MeasureTaken.objects.select_related("message__thread", "message__city")
    measure = get_object_or_404(related, pk=measure_id)
    require(may_change_dates(request.user, measure))
    return form_page(
        request,
        DatesForm(request.POST or None, instance=measure),
        lambda form: actions.change_dates(
            by=request.user,
            measure=measure,
            seen_version=form.version_seen,
            taken_from=form.cleaned_data["taken_from"],
            taken_until=form.cleaned_data["taken_until"],
        ),
        heading=_("When the measure was taken"),
        back=measure.get_absolute_url(),
    )


def _thread(thread_id: int) -> AlertThread:
    return get_object_or_404(AlertThread.objects.select_related("city"), pk=thread_id)


def _about(request: MemberRequest, thread: AlertThread) -> dict[str, Any]:
    return thread_shown(request.user, thread) | {"history": HistoryEntry.objects.about(thread)}


def _answering(thread: AlertThread) -> dict[str, Any]:
    """The latest message stands above the form, so that the writer sees what is answered."""
    latest = thread.messages.select_related("city").prefetch_related("translations__by").latest("pk")
    return {
        "back": thread.get_absolute_url(),
        "template": FORM,
        "thread": thread,
        "answered": latest,
        "versions": versions_of(latest),
        "hint": _("Write in your own language; either officer adds the others, now or later."),
    }
