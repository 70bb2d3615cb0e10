"""An event is what its project's kind says, when it is written and when it comes back."""

from committee.events.models import Event
from committee.events.personal_details import personal_details_in
from committee.events.rules import CountedSinceThen, FigureOfAnotherKind, KindHasNoEvents, NamesSomebody
from committee.languages.wording import columns

# What is written of an event in words.
WORDS = columns("title", "place", "programme", "outcome")


def refuse_another_kind(event: Event) -> None:
    """Hold what is written of an event against the kind of its project.

    Raises:
        KindHasNoEvents: when the kind has none.
        NamesSomebody: when a person is named and the kind is figures only.
    """
    kind = event.project.kind
    if not kind.has_events:
        raise KindHasNoEvents
    if kind.figures_only:
        for name in WORDS:
            if found := personal_details_in(getattr(event, name)):
                raise NamesSomebody(found, name)


def refuse_restored_event(event: Event) -> None:
    """Refuse to have an event back that its project has no room for any more, see REFUSE_RESTORED.

    Raises:
        KindHasNoEvents, NamesSomebody: as for a new one.
        FigureOfAnotherKind: when the project is of another kind by now.
        CountedSinceThen: when an indicator was taken over since, of which the event has no value.
    """
    refuse_another_kind(event)
    for row in event.figures.select_related("figure"):
        if row.figure.kind_id != event.project.kind_id:
            raise FigureOfAnotherKind(row.figure)
    for indicator in event.project.indicators.counted():
        total = event.figures.held().filter(figure=indicator.figure).total()
        if total is not None and not indicator.values.filter(counted_at=event).exists():
            raise CountedSinceThen
