"""What the pages of projects say beside their drawings."""

import datetime
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from committee.languages.days import day_in_words
from committee.projects import indicator_chart, timeline
from committee.projects.indicator_chart import Point
from committee.projects.indicators import Indicator
from committee.projects.models import Project
from committee.projects.turns import whose_turn

register = template.Library()
register.filter("turn", whose_turn)


@register.filter
def period(project: Project) -> str:
    """Show from when to when it runs; drawn here, for a template a row takes longer than the row's texts."""
    if project.starts_on is None:
        return "—"
    until = f" {day_in_words(project.ends_on)}" if project.ends_on else ""
    return f"{day_in_words(project.starts_on)} –{until}"


@register.filter
def leaders(project: Any) -> SafeString:
    """Show who leads a project that was read by `listed_for`, a line a city."""
    lines = ((each.city.name.__html__(), each.name.__html__()) for each in project.leading)
    return mark_safe("".join(f"<div>{city}: {name}</div>" for city, name in lines))


@dataclass(frozen=True)
class Drawing:
    """What a drawing shows in words, and what its own legend does not explain."""

    words: str
    legend: str


@register.filter
def timeline_on(project: Project, day: datetime.date) -> Drawing:
    return Drawing(timeline.in_words(timeline.rows_of(project), day), timeline.legend_in_words())


@register.filter
def drawing(indicator: Indicator) -> Drawing | None:
    """Return what is said of an indicator's drawing; none where there are not two values to draw."""
    points = indicator_chart.points_of(indicator)
    if len(points) < 2:
        return None
    return Drawing(
        indicator_chart.in_words(indicator, points), indicator_chart.legend_in_words(indicator, points)
    )


@register.filter
def waiting_points(indicator: Indicator) -> list[Point]:
    """Return what was reported and is not confirmed yet."""
    return indicator_chart.waiting_points(indicator)
