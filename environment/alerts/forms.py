import datetime
from typing import Any

import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.pages.looks import dress
from environment.alerts.grammars import STAGES_OF_HOURS
from environment.alerts.models import Episode, EpisodeQuerySet
from environment.measurements.models import Pollutant
from environment.naming.standards import STAGES
from environment.sources.clock import YEARS
from environment.standards.advisories import ADVISORIES
from environment.standards.warnings_beijing import LEVELS

# Days of the index name no pollutant.
AQI = "aqi"


class EpisodeFilter(django_filters.FilterSet):
    city = django_filters.ModelChoiceFilter(
        queryset=City.objects.all(), to_field_name="code", label=_("City"), empty_label=_("Both cities")
    )
    pollutant = django_filters.ChoiceFilter(
        choices=[
            *((rule.pollutant, Pollutant(rule.pollutant).label) for rule in ADVISORIES),
            (AQI, _("AQI")),
        ],
        method="of_pollutant",
        label=_("Pollutant"),
        empty_label=_("All"),
    )
    stage = django_filters.ChoiceFilter(
        field_name="highest_stage",
        choices=[(stage, STAGES[stage]) for stage in (*STAGES_OF_HOURS, *LEVELS)],
        label=_("Highest stage"),
        empty_label=_("All"),
    )
    state = django_filters.ChoiceFilter(choices=Episode.State.choices, label=_("State"), empty_label=_("All"))
    year = django_filters.NumberFilter(
        method="of_year", label=_("Year"), min_value=YEARS.start, max_value=YEARS.stop - 1, decimal_places=0
    )

    class Meta:
        model = Episode
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        dress(self.form)

    def of_pollutant(self, episodes: EpisodeQuerySet, _name: str, code: str) -> EpisodeQuerySet:
        return episodes.filter(pollutant="" if code == AQI else code)

    def of_year(self, episodes: EpisodeQuerySet, _name: str, year: int) -> EpisodeQuerySet:
        """Find what began in a year of the calendar of each city."""
        return episodes.filter(begun_in(int(year)))


def begun_in(year: int) -> Q:
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    begun = Q()
    for city in City.objects.all():
        begun |= Q(pk__in=Episode.objects.begun_between(city, first, last).values("pk"))
    return begun
