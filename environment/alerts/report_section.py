"""What the report says of alerts: the log of both cities' episodes in its time."""

import datetime
from collections.abc import Sequence

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.printing.content import Cell, Column, Row, Table
from environment.alerts.models import Episode
from environment.alerts.wording import value_in_words
from environment.threads.report_section import has_illustrative_measures, measures_in, with_measures


def alerts_of(cities: Sequence[City], first: datetime.date, last: datetime.date) -> tuple[Table, ...]:
    """Return the table of the episodes that began from `first` through `last`, none where there were none.

    The cities come in their order, each with its own episodes from the first to the last.
    """
    begun = Episode.objects.standing().select_related("city").order_by("start_hour", "pk")
    episodes = [
        episode for city in cities for episode in with_measures(begun.begun_between(city, first, last))
    ]
    if not episodes:
        return ()
    columns = (
        Column(_("City"), share=4),
        Column(_("Pollutant"), share=5),
        Column(_("Stages"), share=7),
        Column(_("Start"), share=6),
        Column(_("End"), share=6),
        Column(_("Peak"), share=6, align="end"),
        Column(_("Measures taken"), share=10),
    )
    note = _(
        "Computed from the values received, by each country's own rule: Seoul by measured hours, Beijing by "
        "days of the AQI after the fact. * Part of the rule is not verified."
    )
    rows = tuple(Row(_cells(episode), _is_illustrative(episode)) for episode in episodes)
    return (Table(_("Alert episodes"), columns, rows, note=note),)


def _is_illustrative(episode: Episode) -> bool:
    """Whether its air was invented, or what is said to have been done about it."""
    return episode.is_illustrative or has_illustrative_measures(episode.thread)


def _cells(episode: Episode) -> tuple[Cell, ...]:
    mark = "" if episode.is_verified else " *"
    return (
        episode.city.name,
        episode.subject,
        f"{episode.stages_in_words}{mark}",
        episode.start,
        episode.until if episode.is_over else episode.get_state_display(),
        value_in_words(episode.peak_value, episode.unit),
        measures_in(episode.thread),
    )
