"""Projects and their milestones as a timeline: the one drawing that pages and the report show."""

import datetime
import json
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.printing.charts import INK, QUIET, drawable, values_called
from committee.projects.models import Milestone, Project

Standing = Milestone.Standing

# Three forms, so that a print in grey says the same: planned, done, and planned for a day that has passed.
FORMS = {"planned": ("diamond", "#4f7d86"), "done": ("circle", "#2f6b3c"), "late": ("triangle-up", "#a3281e")}
FORM_OF = {Standing.DUE: "planned", Standing.DONE: "done", Standing.LATE: "late"}
BAR = "#bcd0da"
ROW_HEIGHT, ROW_HEIGHT_IN_PRINT = 34, 25
MOST_LINES = 2
# How much of the width the names of the rows take, and how wide one of their letters is at most.
NAMES_SHARE, LETTER_WIDTH = 0.34, 6.2


@dataclass(frozen=True)
class TimelineRow:
    """One line of the drawing: its name, the planned time of a project, and milestones."""

    name: str
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    milestones: Sequence[Milestone] = ()
    # Days that belong to a project whose milestones have rows of their own.
    others: Sequence[datetime.date] = ()


def rows_of(project: Project) -> list[TimelineRow]:
    """Return the whole project in a row, then each milestone in one of its own."""
    milestones = project.milestones.all()
    due = [each.due_on for each in milestones]
    whole = TimelineRow(_("Whole project"), project.starts_on, project.ends_on, others=due)
    return [whole, *(TimelineRow(str(each.title), milestones=[each]) for each in milestones)]


def rows_of_projects(projects: Sequence[Project]) -> list[TimelineRow]:
    """Return a row a project, with its milestones in it."""
    return [
        TimelineRow(
            f"{project.title} ({project.get_state_display()})",
            project.starts_on,
            project.ends_on,
            list(project.milestones.all()),
        )
        for project in projects
    ]


def timeline(
    rows: Sequence[TimelineRow], on: datetime.date, *, width: int, row_height: int = ROW_HEIGHT
) -> dict[str, Any]:
    """Draw rows against time as things stood on a day; what was done later was not done yet.

    Args:
        on: drawn as a line, up to which what waits is drawn; a project without an end goes on to its last
            milestone at least.
        width: of the whole drawing in pixels, the names included.
    """
    points = list(chain.from_iterable(_points(number, row, on) for number, row in enumerate(rows)))
    bars = [bar for number, row in enumerate(rows) if (bar := _bar(number, row, on))]
    waits = [{name: point[name] for name in ("row", "day", "until")} for point in points if "until" in point]
    y = _names(rows, width)
    return {
        **values_called(
            {"row": _("Name"), "day": _("Day"), "until": _("Until"), "form": _("State")},
            {"row": [row.name for row in rows]},
        ),
        "width": width,
        "height": {"step": row_height},
        "autosize": {"type": "fit-x", "contains": "padding"},
        "layer": [
            _bars(bars, y),
            _line_of_today(on),
            {
                "data": {"values": waits},
                "mark": {"type": "rule", "color": QUIET, "strokeDash": [3, 3]},
                "encoding": {"x": _time("day"), "x2": {"field": "until"}, "y": y},
            },
            _marks(points, y),
        ],
    }


def in_words(rows: Sequence[TimelineRow], on: datetime.date) -> str:
    """Say in short what the drawing shows, for who does not see it."""
    forms = Counter(FORM_OF[each.standing(on)] for row in rows for each in row.milestones)
    counted = {form: forms[form] for form in FORMS}
    words = _("Timeline on %(day)s: milestones done: %(done)s, planned: %(planned)s, late: %(late)s.")
    return words % {"day": date_format(on), **counted}


def legend_in_words() -> str:
    """Explain what of the drawing its own legend does not."""
    return _(
        "Bars are the planned time, a dashed border means that no end is set. A broken line leads from the "
        "planned day to the day done, or to the day of the drawing."
    )


def _points(number: int, row: TimelineRow, on: datetime.date) -> list[dict[str, Any]]:
    """Return a point for each planned day and each day done; one that was late or waits carries its line."""
    found = []
    for milestone in row.milestones:
        form, due = FORM_OF[milestone.standing(on)], _moment(milestone.due_on)
        if form == "done" and milestone.done_on:
            done = _moment(milestone.done_on)
            found += [
                {"row": number, "day": due, "form": "planned", "until": done},
                {"row": number, "day": done, "form": "done"},
            ]
        elif form == "late":
            found.append({"row": number, "day": due, "form": "late", "until": _moment(on)})
        else:
            found.append({"row": number, "day": due, "form": "planned"})
    return found


def _bar(number: int, row: TimelineRow, on: datetime.date) -> dict[str, Any] | None:
    if row.starts_on is None:
        return None
    planned = [each.due_on for each in row.milestones]
    end = row.ends_on or max([on, row.starts_on, *planned, *row.others])
    return {"row": number, "day": _moment(row.starts_on), "until": _moment(end), "is_open": not row.ends_on}


def _bars(bars: list[dict[str, Any]], y: dict[str, Any]) -> dict[str, Any]:
    """Draw the planned time; an open end is drawn without an outline, dashed at its border."""
    return {
        "data": {"values": bars},
        "mark": {"type": "bar", "height": 12, "color": BAR, "stroke": "#5f8194", "cornerRadius": 2},
        "encoding": {
            "x": _time("day"),
            "x2": {"field": "until"},
            "y": y,
            "strokeDash": {"condition": {"test": "datum.is_open", "value": [2, 2]}, "value": [1, 0]},
        },
    }


def _line_of_today(on: datetime.date) -> dict[str, Any]:
    return {
        "data": {"values": [{"today": _moment(on), "words": date_format(on)}]},
        "encoding": {"x": _time("today")},
        "layer": [
            {"mark": {"type": "rule", "color": INK, "strokeWidth": 1.2}},
            {
                "mark": {"type": "text", "align": "center", "baseline": "bottom", "dy": -3, "fontSize": 9},
                "encoding": {"text": {"field": "words"}, "y": {"value": 0}},
            },
        ],
    }


def _marks(points: list[dict[str, Any]], y: dict[str, Any]) -> dict[str, Any]:
    words = {"planned": _("planned"), "done": _("done"), "late": _("late")}
    shapes, colours = zip(*FORMS.values(), strict=True)
    domain = [words[form] for form in FORMS]
    legend = {"orient": "top", "title": None}
    return {
        "data": {"values": [{**point, "form": words[point["form"]]} for point in points]},
        "mark": {"type": "point", "filled": True, "size": 90, "opacity": 1},
        "encoding": {
            "x": _time("day"),
            "y": y,
            "shape": {"field": "form", "scale": {"domain": domain, "range": shapes}, "legend": legend},
            "color": {"field": "form", "scale": {"domain": domain, "range": colours}, "legend": legend},
        },
    }


def _time(field: str) -> dict[str, Any]:
    # Few marks: of more the names would touch, or the years be left out to make room.
    axis = {"labelOverlap": "greedy", "labelSeparation": 6, "tickCount": 8}
    return {"field": field, "type": "temporal", "title": None, "axis": axis}


def _names(rows: Sequence[TimelineRow], width: int) -> dict[str, Any]:
    """Name each row; two of them may have the same name, so the axis counts and looks the names up."""
    letters = int(width * NAMES_SHARE / LETTER_WIDTH)
    # Inside an expression the chart room sees no letters, but how they are written there.
    names = [_lines(drawable(row.name), letters) for row in rows]
    return {
        "field": "row",
        "type": "ordinal",
        "title": None,
        "scale": {"domain": list(range(len(rows)))},
        "axis": {
            "labelExpr": f"{json.dumps(names, ensure_ascii=False)}[datum.value]",
            "labelLimit": width * NAMES_SHARE,
            "domain": False,
            "ticks": False,
            "grid": True,
        },
    }


def _lines(name: str, letters: int) -> list[str]:
    """Break a name into at most two lines of `letters` Latin letters; Han and Hangul count as two."""
    lines, line = [], ""
    for letter in name:
        if _wide(line + letter) > letters and line:
            head, space, tail = line.rpartition(" ")
            is_broken_at_space = bool(space) and _wide(tail) < letters / 2
            lines.append(head if is_broken_at_space else line)
            line = tail if is_broken_at_space else ""
        line += letter
    lines.append(line)
    return lines if len(lines) <= MOST_LINES else [lines[0], f"{lines[1].rstrip()}…"]


def _wide(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00"
