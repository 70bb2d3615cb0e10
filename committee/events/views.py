from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.documents.attached import document_of_record_page, documents_of
from committee.documents.models import Document
from committee.events import actions
from committee.events.columns import EVENT_COLUMNS, FIGURE_COLUMNS
from committee.events.forms import EventFilter, EventForm, FigureFilter, FiguresForm
from committee.events.models import Event, EventFigure
from committee.events.permissions import may_edit_event
from committee.events.rules import CountedOtherwiseMeanwhile
from committee.events.totals import totals_of
from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.project_kinds.models import KindFigure


def event_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "events/list.html",
        Event.objects.visible_to(request.user).in_brief(),
        EventFilter,
        EVENT_COLUMNS,
        today=request.user.today,
    )


def figure_list(request: MemberRequest) -> HttpResponse:
    """What was counted, event by event, and above it the totals of what the filters leave."""
    chosen = FigureFilter(request.GET, queryset=EventFigure.objects.visible_to(request.user), request=request)
    return list_page(
        request,
        "events/figures.html",
        EventFigure.objects.visible_to(request.user).select_related("event__project", "figure", "city"),
        FigureFilter,
        FIGURE_COLUMNS,
        totals=totals_of(EventFigure.objects.filter(pk__in=chosen.qs.order_by().values("pk"))),
    )


def event_page(request: MemberRequest, event_id: int) -> HttpResponse:
    event = _event(request, event_id)
    may_edit = may_edit_event(request.user, event)
    context = {
        "event": event,
        "cities": City.objects.all(),
        "figures": _by_figure(event),
        "documents": documents_of(event, request.user),
        "may_edit": may_edit,
        "may_add_document": may_edit and not event.project.kind.figures_only,
        "history": HistoryEntry.objects.about(event),
    }
    return render(request, "events/detail.html", context)


def event_edit(request: MemberRequest, event_id: int) -> HttpResponse:
    event = _event(request, event_id)
    require(may_edit_event(request.user, event))
    return form_page(
        request,
        EventForm(request.POST or None, instance=event),
        lambda form: actions.edit_event(
            by=request.user, event=event, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit event"),
        back=event.get_absolute_url(),
        template="events/form.html",
        project=event.project,
    )


def event_delete(request: MemberRequest, event_id: int) -> HttpResponse:
    event = _event(request, event_id)
    require(may_edit_event(request.user, event))
    return delete_page(
        request,
        event,
        lambda: actions.delete_event(by=request.user, event=event),
        back=event.get_absolute_url(),
        after=event.project.get_absolute_url(),
    )


def event_figures(request: MemberRequest, event_id: int) -> HttpResponse:
    """Enter what the member's own city counted."""
    event = _event(request, event_id)
    require(may_edit_event(request.user, event))

    def enter(form: Any) -> Event:
        try:
            return actions.enter_figures(by=request.user, event=event, numbers=form.numbers)
        except CountedOtherwiseMeanwhile as conflict:
            form.show_conflict_about(conflict.figure, conflict.number)
            raise

    return form_page(
        request,
        FiguresForm(request.POST or None, instance=event, by=request.user),
        enter,
        heading=_("Figures of %(city)s: %(event)s") % {"city": request.user.city, "event": event},
        back=event.get_absolute_url(),
        template="events/form.html",
        project=event.project,
    )


def event_document_new(request: MemberRequest, event_id: int) -> HttpResponse:
    event = _event(request, event_id)
    require(may_edit_event(request.user, event) and not event.project.kind.figures_only)
    add = partial(actions.add_event_document, event=event)
    return document_of_record_page(
        request,
        event,
        add,
        kind=Document.Kind.PRESENTATION,
        subcommittee=event.project.subcommittee_id,
    )


def _event(request: MemberRequest, event_id: int) -> Event:
    event: Event = get_object_or_404(Event.objects.visible_to(request.user).in_brief(), pk=event_id)
    return event


def _by_figure(event: Event) -> list[tuple[KindFigure, list[int | None]]]:
    """Return each figure of the kind with the number of every city, in their order."""
    numbers = {(row.figure_id, row.city_id): row.number for row in event.figures.all()}
    cities = City.objects.values_list("pk", flat=True)
    return [
        (figure, [numbers.get((figure.pk, city)) for city in cities])
        for figure in event.project.kind.figures.all()
    ]
