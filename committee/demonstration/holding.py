"""The events of the demonstration are held, through the same actions as on the pages."""

from committee.demonstration.cast import Cast
from committee.demonstration.happenings import Happening, shape_of
from committee.demonstration.story import Undertaking, Words
from committee.events.actions import Counted, add_event, enter_figures
from committee.events.counting import take_indicators
from committee.events.models import Event
from committee.projects.models import Project


def hold_events(cast: Cast, subcommittee: str, project: Project, undertaking: Undertaking) -> None:
    """Enter the events, let each city count, and take the kind's indicators over."""
    shape = shape_of(undertaking)
    for happening in shape.happenings:
        event = _enter(cast, project, happening)
        for city, numbers in happening.counted:
            figures = dict(zip(project.kind.figures.all(), numbers, strict=True))
            counted = {figure: Counted(number, None) for figure, number in figures.items()}
            enter_figures(by=cast.contributor(subcommittee, city), event=event, numbers=counted)
    proposed = list(project.kind.indicators.all())
    take_indicators(by=cast.secretariat, project=project, proposed=[proposed[place] for place in shape.taken])


def _enter(cast: Cast, project: Project, happening: Happening) -> Event:
    words: dict[str, str] = {}
    for name in ("title", "place", "programme", "outcome"):
        text: Words | None = getattr(happening, name)
        words |= text.columns(name) if text else {}
    return add_event(
        by=cast.secretariat,
        project=project,
        city=cast.cities.get(happening.city or ""),
        starts_on=happening.starts_on,
        ends_on=happening.ends_on,
        state=happening.state,
        is_illustrative=True,
        **words,
    )
