"""How findings are said, alike on page, in the report and in files: what changed, never what caused it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.dates import MONTHS as NAMES_OF_MONTHS
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from committee.languages.sentences import listed
from environment.effects.findings import AirFinding, DaysAbove, Estimate, Reason, What
from environment.effects.season import MONTHS, NOTICEABLE
from environment.measurements.models import Averaging
from environment.measurements.template_words import change as signed
from environment.measurements.template_words import concentration, unit_in_words
from environment.naming.standards import name_of_averaging, name_of_standard

PERCENT = (What.CHANGE_PERCENT, What.SAME_MONTHS_PERCENT)
MEANS = (What.BASELINE, What.EVALUATION)
CHANGES = (What.CHANGE, What.SAME_MONTHS, *PERCENT)
TRENDS = (What.TREND, What.WEATHER_TREND)
LEAST_P = 0.001


@dataclass(frozen=True)
class Line:
    """One line of the table of figures; `value` says why where there is no figure."""

    what: str
    label: str
    value: str
    interval: str
    basis: str
    is_figure: bool


def lines_of(finding: AirFinding) -> list[Line]:
    """Return each figure in words, with its 95 % interval and what it rests on."""
    return [_line(finding, estimate) for estimate in finding.estimates.all()]


def line_of(finding: AirFinding, what: str) -> Line | None:
    return next((line for line in lines_of(finding) if line.what == what), None)


def unit_of(finding: AirFinding) -> str:
    return unit_in_words(finding.unit, finding.reference_state)


def notes_of(finding: AirFinding) -> Iterator[str]:
    """Yield what a reader must know before the figures are read."""
    if finding.months_differ > NOTICEABLE:
        yield _(
            "The two periods hold the months of the year in different shares, so that the season is part of"
            " the difference of their means."
        )
        if 0 < len(finding.months_of_both) < len(MONTHS):
            yield _("Months of the year that both periods hold: %(months)s.") % {
                "months": listed(str(NAMES_OF_MONTHS[month]) for month in finding.months_of_both)
            }
        elif not finding.months_of_both:
            yield _("No month of the year has values on at least ten days of both periods.")
    if finding.was_converted:
        yield _("Values received in different units were converted before they were compared.")


def methods() -> list[str]:
    """Return how the figures are made, in the sentences that stand in small print under them."""
    return [
        _("The figures say what changed, not what caused it."),
        _(
            "A mean is given where at least 75 %% of the expected values are there. A day with 75 %% or more"
            " of its values is held against the limit that was in force on it."
        )
        % {},
        _(
            "Intervals are 95 %% intervals of a stationary block bootstrap of the days, less what each month"
            " of the year has of its own: neighbouring days stay together, for as long as they resemble each"
            " other."
        )
        % {},
        _(
            "The trend is the slope of Theil and Sen over monthly means, each month of the year compared with"
            " itself, with the seasonal Mann-Kendall test; it is given from 36 months on."
        ),
        _(
            "Control stations show what changed elsewhere in the city over the same days. Whether they are"
            " untouched by the project is not known here."
        ),
        _(
            "Under average weather: the days less what their weather added, as a model learned it (gradient"
            " boosting). It is given where the model explains at least half of the variance of days that it"
            " never saw."
        ),
    ]


@dataclass(frozen=True)
class Exceedance:
    """Days above one limit in both periods; a dash where it was not in force or the data are not enough."""

    limit: str
    is_verified: bool
    baseline: str
    evaluation: str


def exceedances_of(finding: AirFinding) -> list[Exceedance]:
    grouped: dict[tuple[str, float, str], dict[str, DaysAbove]] = {}
    for each in finding.days_above.all():
        grouped.setdefault((each.standard, each.limit, each.unit), {})[each.period] = each
    return [
        Exceedance(
            limit_in_words(next(iter(found.values()))),
            all(each.is_verified for each in found.values()),
            *(_days_in_words(found.get(period)) for period in DaysAbove.Period),
        )
        for found in grouped.values()
    ]


def limit_in_words(above: DaysAbove) -> str:
    return _("%(standard)s, %(averaging)s: %(value)s %(unit)s") % {
        "standard": name_of_standard(above.standard),
        "averaging": name_of_averaging(above.averaging),
        "value": f"{above.limit:g}",
        "unit": above.unit,
    }


def _days_in_words(above: DaysAbove | None) -> str:
    if above is None:
        return "—"
    return _("%(days)s of %(valid)s days") % {
        "days": number_format(above.days, force_grouping=True),
        "valid": number_format(above.valid_days, force_grouping=True),
    }


def _line(finding: AirFinding, estimate: Estimate) -> Line:
    what, label = What(estimate.what), str(What(estimate.what).label)
    if estimate.reason:
        reason = str(Reason(estimate.reason).label)
        return Line(what, label, reason, "", _needed(finding, estimate), False)
    assert estimate.value is not None
    assert estimate.low is not None
    assert estimate.high is not None
    unit = "%" if what in PERCENT else finding.unit
    low, high = (_number(what, bound, finding.unit) for bound in (estimate.low, estimate.high))
    value = f"{_number(what, estimate.value, finding.unit)} {unit}"
    return Line(
        what,
        label,
        value,
        _("%(low)s to %(high)s") % {"low": low, "high": high},
        _basis(finding, estimate),
        True,
    )


def _number(what: What, value: float, unit: str) -> str:
    if what in MEANS:
        return concentration(value, unit)
    return signed(value, "" if what in PERCENT else unit)


def _needed(finding: AirFinding, estimate: Estimate) -> str:
    if estimate.reason == Reason.LOW_SKILL and finding.weather_skill is not None:
        return _skill(finding.weather_skill)
    if estimate.reason != Reason.TOO_LITTLE:
        return ""
    if not estimate.expected:
        return _("no values were received")
    words = {
        "counted": _counted(finding, estimate),
        "needed": number_format(estimate.needed, force_grouping=True),
    }
    return _("%(counted)s; at least %(needed)s are needed") % words


def _basis(finding: AirFinding, estimate: Estimate) -> str:
    # A change rests on what stands beside the two means.
    said = [] if estimate.what in CHANGES else [_counted(finding, estimate)]
    if estimate.p is not None:
        said.append(_("seasonal Mann-Kendall test: %(p)s") % {"p": probability(estimate.p)})
    if estimate.what in (What.WEATHER_CHANGE, What.WEATHER_TREND) and finding.weather_skill is not None:
        said.append(_skill(finding.weather_skill))
    return "; ".join(said)


def _skill(skill: float) -> str:
    return _("cross-validated skill (R²): %(skill)s") % {
        "skill": number_format(round(skill, 2), decimal_pos=2)
    }


def probability(p: float) -> str:
    if p < LEAST_P:
        return f"p < {number_format(LEAST_P, decimal_pos=3)}"
    return f"p = {number_format(round(p, 3), decimal_pos=3)}"


def _counted(finding: AirFinding, estimate: Estimate) -> str:
    words = {
        "n": number_format(estimate.n, force_grouping=True),
        "expected": number_format(estimate.expected, force_grouping=True),
    }
    if estimate.what in TRENDS:
        return _("%(n)s of %(expected)s months") % words
    if estimate.what in (What.AGAINST_CONTROLS, What.WEATHER_CHANGE):
        return _("%(n)s of %(expected)s days") % words
    if finding.averaging == Averaging.DAY:
        return _("%(n)s of %(expected)s daily means") % words
    return _("%(n)s of %(expected)s hourly values") % words
