"""How alerts are written on pages: `{% load alert_words %}`."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from environment.alerts.grammars import subjects_of
from environment.alerts.measured_hours import NAME
from environment.alerts.models import Episode, Grammar
from environment.alerts.wording import value_in_words
from environment.measurements.template_words import concentration
from environment.naming.standards import name_of_plan

register = template.Library()


@register.filter
def peak(episode: Episode) -> str:
    return value_in_words(episode.peak_value, episode.unit)


@register.filter
def peak_time(episode: Episode) -> str:
    return episode.written(episode.peak_hour)


@register.filter
def alert_value(value: float | None, unit: str) -> str:
    """Write a value whose unit stands elsewhere."""
    if value is None:
        return "—"
    return concentration(value, unit) if unit else number_format(int(value))


@register.filter
def rule_of_alert(episode: Episode) -> str:
    return _("Korea's advisories and warnings") if episode.rule == NAME else name_of_plan(episode.rule)


@register.filter
def how_judged(city: City) -> str:
    """Say by which grammar a city's alerts are decided."""
    subjects = subjects_of(city)
    if not subjects:
        return _("This city follows no alert rule that is known here.")
    if subjects[0].grammar == Grammar.DAYS:
        return _(
            "Judged by days: levels follow from days in a row of the city's AQI. The plan speaks of "
            "forecasts; here the levels are computed after the fact, from days measured."
        )
    return _(
        "Judged by measured hours: the mean of the urban stations for fine dust, the highest station for "
        "ozone, each stage with its own threshold for raising and for release. Where the stations do not "
        "answer, the city's published mean does."
    )
