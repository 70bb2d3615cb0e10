"""The names of sources in the reader's language; files, receipts and the API keep their short names."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from committee.languages.sentences import listed

SOURCES: Mapping[str, Promise] = {
    "seoul-daily": _("Seoul: daily means of stations"),
    "seoul-hourly": _("Seoul: hours of stations"),
    "seoul-city-mean": _("Seoul: published mean of the city"),
    "seoul-long": _("Seoul: hours of stations, a line a value (Kaggle)"),
    "seoul-api": _("Seoul: public interface"),
    "seoul-push": _("Seoul: sent by machine"),
    "seoul-push-confirmed": _("Seoul: sent by machine, confirmed"),
    "airkorea-api": _("AirKorea: public interface"),
    "beijing-city-site": _("Beijing: hours of stations, real-time"),
    "beijing-prsa": _("Beijing: hours of stations, reviewed (PRSA)"),
    "beijing-push": _("Beijing: sent by machine"),
    "beijing-push-confirmed": _("Beijing: sent by machine, confirmed"),
    "stateair-beijing": _("US embassy in Beijing (StateAir)"),
    "airnow": _("US embassy in Beijing (AirNow)"),
    "berkeley-earth": _("Estimated mean of a city (Berkeley Earth)"),
    "openaq": _("OpenAQ archive"),
    "demonstration": _("Invented figures"),
    "demonstration-confirmed": _("Invented figures, reviewed"),
}
# How the sources of a value that several answered for are joined.
BETWEEN = "+"


def name_of_source(code: str) -> str:
    """Return what a source is called; of several joined by a plus, all of them."""
    return listed(str(SOURCES.get(each, each)) for each in code.split(BETWEEN))


def names_of_sources(codes: Iterable[str]) -> str:
    return listed(name_of_source(code) for code in codes)
