"""The log of alert threads: of some days as a page and as files, of one thread as files."""

import datetime

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import urlencode

from committee.members.requests import MemberRequest
from committee.pages.lists import ROWS_A_PAGE
from committee.pages.partials import page_or_part
from committee.pages.spreadsheets import ANSWERS
from committee.pages.writing import UNPROCESSABLE
from environment.sources.clock import LocalClock
from environment.threads.forms import LogForm
from environment.threads.log import HEADING, LogRow, log_of
from environment.threads.models import AlertThread

PAGE = "threads/log.html"
DAYS_SHOWN_FIRST = 31


def thread_log(request: MemberRequest) -> HttpResponse:
    form = _asked(request)
    if not form.is_valid():
        return page_or_part(request, PAGE, f"{PAGE}#shown", {"form": form}, UNPROCESSABLE)
    newest_first = _rows(request, form)[::-1]
    rows = Paginator(newest_first, ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "rows": rows, "parameters": _parameters(form)}
    return page_or_part(request, PAGE, f"{PAGE}#shown", context)


def thread_log_file(request: MemberRequest, kind: str) -> HttpResponse:
    form = _asked(request)
    if not form.is_valid():
        return render(request, PAGE, {"form": form}, status=UNPROCESSABLE)
    days = f"{form.cleaned_data['first']}-{form.cleaned_data['last']}"
    return _file(request, kind, _rows(request, form), f"alert-log-{days}")


def log_of_thread(request: MemberRequest, thread_id: int, kind: str) -> HttpResponse:
    thread = get_object_or_404(AlertThread, pk=thread_id)
    rows = log_of(AlertThread.objects.filter(pk=thread.pk))
    return _file(request, kind, rows, f"alert-log-thread-{thread.pk}")


def _asked(request: MemberRequest) -> LogForm:
    """Return the days asked for, or the last ones up to today in the reader's city."""
    today = request.user.today
    asked = request.GET.copy()
    asked.setdefault("first", str(today - datetime.timedelta(days=DAYS_SHOWN_FIRST)))
    asked.setdefault("last", str(today))
    return LogForm(asked)


def _parameters(form: LogForm) -> str:
    asked: str = urlencode({name: form[name].value() or "" for name in form.fields})
    return asked


def _rows(request: MemberRequest, form: LogForm) -> list[LogRow]:
    asked, clock = form.cleaned_data, LocalClock(request.user.city.time_zone)
    threads = AlertThread.objects.all()
    if asked["city"]:
        threads = threads.filter(city=asked["city"])
    after_last = asked["last"] + datetime.timedelta(days=1)
    return log_of(threads, clock.midnight(asked["first"]), clock.midnight(after_last))


def _file(request: MemberRequest, kind: str, rows: list[LogRow], name: str) -> HttpResponse:
    zone = request.user.city.zone
    return ANSWERS[kind]([str(words) for words in HEADING], (row.cells(zone) for row in rows), name)
