"""What the files of the events and of their figures hold."""

from operator import attrgetter

from django.utils.translation import gettext_lazy as _

from committee.events.models import Event, EventFigure
from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of

EVENT_COLUMNS = columns_of(
    Event,
    *columns("title"),
    "project",
    Column(_("Kind of project"), attrgetter("project.kind")),
    Column(_("Subcommittee"), attrgetter("project.subcommittee")),
    "starts_on",
    "ends_on",
    "state",
    "city",
    *columns("place"),
)


def _state(figure: EventFigure) -> str:
    return figure.event.get_state_display()


FIGURE_COLUMNS = columns_of(
    EventFigure,
    Column(_("Project"), attrgetter("event.project")),
    "event",
    Column(_("First day"), attrgetter("event.starts_on")),
    Column(_("State"), _state),
    "city",
    "figure",
    "number",
    Column(_("Unit"), attrgetter("figure.unit")),
)
