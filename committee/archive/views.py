from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.archive.actions import undo_deletion
from committee.archive.columns import DELETION_COLUMNS, HISTORY_HEADINGS
from committee.archive.forms import DeletionFilter
from committee.archive.history_file import rows_of
from committee.archive.permissions import may_read_history, may_restore, restorable_by
from committee.history import restoring
from committee.history.models import Deletion, HistoryEntry, Record
from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.spreadsheets import ANSWERS
from committee.pages.writing import UNPROCESSABLE
from committee.rules import BrokenRule


def deletion_list(request: MemberRequest) -> HttpResponse:
    """Show what members of the own city deleted and the reader may bring back."""
    recent = _recent().filter(entry__by__city=request.user.city_id)
    own = [deletion.pk for deletion in restorable_by(request.user, recent)]
    return list_page(
        request,
        "archive/list.html",
        recent.filter(pk__in=own).defer("rows"),
        DeletionFilter,
        DELETION_COLUMNS,
        undo_days=settings.UNDO_DAYS,
    )


def deletion_page(request: MemberRequest, deletion_id: int) -> HttpResponse:
    """Ask whether to bring a record back; when sent, do so and go to where it was."""
    deletion = get_object_or_404(_recent(), pk=deletion_id)
    if not may_restore(request.user, deletion):
        raise Http404
    refusal = ""
    if request.method == "POST":
        try:
            record = undo_deletion(by=request.user, deletion=deletion)
        except BrokenRule as rule:
            refusal = str(rule.message)
        else:
            messages.success(request, _("It is back, with all that went with it."))
            return HttpResponseRedirect(record.get_absolute_url())  # type: ignore[attr-defined]
    context = {"deletion": deletion, "parts": _parts(deletion), "refusal": refusal}
    return render(request, "archive/detail.html", context, status=UNPROCESSABLE if refusal else 200)


def history_file(request: MemberRequest, kind_id: int, record_id: int) -> HttpResponse:
    """Answer with the history of a record and its parts as a file, to whoever sees its page."""
    record = _seen(request.user, kind_id, record_id)
    answer = ANSWERS.get(request.GET.get("format", "xlsx"))
    if answer is None or not may_read_history(request.user, record):
        raise Http404
    entries = HistoryEntry.objects.about(record).order_by("at", "pk")
    day, title = request.user.today, _("History of %(record)s") % {"record": record}
    rows = rows_of(entries, request.user.city.zone)
    name = f"history {record._meta.model_name} {record_id} {day}"
    return answer([str(heading) for heading in HISTORY_HEADINGS], rows, f"{title} {day}", name)


def _recent() -> QuerySet[Deletion]:
    undoable = Deletion.objects.undoable(timezone.now())
    return undoable.select_related("entry__by__city", "entry__record_type")


def _parts(deletion: Deletion) -> list[HistoryEntry]:
    """Return the acts that tell of what comes back with the record; links have no act of their own."""
    parts = [row for row in restoring.rows_of(deletion)[1:] if isinstance(row, Record)]
    kinds = ContentType.objects.get_for_models(*{type(part) for part in parts})
    of_a_part = Q(pk=None)
    for part in parts:
        of_a_part |= Q(record_type=kinds[type(part)], record_id=part.pk)
    told = HistoryEntry.objects.filter(of_a_part, verb=HistoryEntry.Verb.DELETED).order_by("pk")
    # One that was brought back before has been deleted more than once: the latest act counts.
    latest = {(act.record_type_id, act.record_id): act for act in told.select_related("record_type")}
    return list(latest.values())


def _seen(member: Member, kind_id: int, record_id: int) -> Record:
    """A kind of record that not everybody sees says so in its queryset."""
    kind = get_object_or_404(ContentType, pk=kind_id)
    model: Any = kind.model_class()
    if model is None or not issubclass(model, Record) or model.part_of:
        raise Http404
    records = model._default_manager.all()
    if hasattr(records, "visible_to"):
        records = records.visible_to(member)
    record: Record = get_object_or_404(records, pk=record_id)
    return record
