"""An event is what its project's kind says, also when it comes back."""

from committee.events.models import Event
from committee.events.rules import CountedSinceThen, FigureOfAnotherKind, KindHasNoEvents


def refuse_restored_event(event: Event) -> None:
    """Refuse to have an event back that its project has no room for any more, see REFUSE_RESTORED.

    Raises:
        KindHasNoEvents: when its kind has none by now.
        FigureOfAnotherKind: when the project is of another kind by now.
        CountedSinceThen: when an indicator was taken over since, of which the event has no value.
    """
    if not event.project.kind.has_events:
        raise KindHasNoEvents
    for row in event.figures.select_related("figure"):
        if row.figure.kind_id != event.project.kind_id:
            raise FigureOfAnotherKind(row.figure)
    for indicator in event.project.indicators.counted():
        total = event.figures.held().filter(figure=indicator.figure).total()
        if total is not None and not indicator.values.filter(counted_at=event).exists():
            raise CountedSinceThen
