"""What was found of a delivery's clock, in the reader's words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from environment.measurements.clock_check import Method, Result
from environment.measurements.models import ClockCheck, Pollutant
from environment.naming.sources import name_of_source


def in_words(check: ClockCheck) -> str:
    """Return one sentence that says how the clock compares, with what, and how sure that is."""
    return f"{_verdict(check)} {_evidence(check)}"


def _verdict(check: ClockCheck) -> str:
    hours = {"count": abs(check.lag_hours), **_known(check)}
    if check.result == Result.AGREES:
        return _("The hours go by the same clock as %(known)s.") % hours
    if check.result == Result.UNCLEAR:
        return _("The hours were compared with %(known)s, and are too unlike them to tell the clock.") % hours
    if check.lag_hours > 0:
        late = ngettext(
            "The hours look %(count)d hour late against %(known)s.",
            "The hours look %(count)d hours late against %(known)s.",
            abs(check.lag_hours),
        )
        return late % hours
    early = ngettext(
        "The hours look %(count)d hour early against %(known)s.",
        "The hours look %(count)d hours early against %(known)s.",
        abs(check.lag_hours),
    )
    return early % hours


def _known(check: ClockCheck) -> dict[str, str]:
    named = {"source": name_of_source(check.against), "pollutant": str(Pollutant(check.pollutant).label)}
    if check.method == Method.DAYS:
        return {"known": _("the published daily means of the same stations (%(source)s)") % named}
    if check.method == Method.CITY or check.station is None:
        return {"known": _("the mean of the city's stations (%(source)s, %(pollutant)s)") % named}
    named["station"] = check.station.name.plain
    return {"known": _("%(station)s (%(source)s, %(pollutant)s)") % named}


def _evidence(check: ClockCheck) -> str:
    figures = {
        "best": f"{check.best:.2f}",
        "at_none": f"{check.at_none:.2f}",
        "compared": check.compared,
        "differing": check.differing,
    }
    if check.method == Method.DAYS:
        figures |= {"best": f"{check.best:.0%}", "at_none": f"{check.at_none:.0%}"}
        if check.result != Result.DIFFERS:
            return _("%(at_none)s of %(compared)d days match.") % figures
        return (
            _("Shifted by as much, %(best)s of %(compared)d days match; as labelled, %(at_none)s.") % figures
        )
    if check.result != Result.DIFFERS:
        return _("Correlation %(at_none)s over %(compared)d stretches of up to 30 days.") % figures
    return (
        _(
            "Correlation %(best)s when shifted back, %(at_none)s as labelled; "
            "so in %(differing)d of %(compared)d stretches of up to 30 days."
        )
        % figures
    )
