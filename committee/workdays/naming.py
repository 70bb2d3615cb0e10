"""What public holidays are called in the reader's language; the library names them in English."""

import datetime
import re
from collections.abc import Callable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# Listed so that they are translated. What the library adds later stands in English until it is listed here.
KNOWN = {
    # Both countries
    gettext_noop("New Year's Day"),
    gettext_noop("Labor Day"),
    # Korea
    gettext_noop("Korean New Year"),
    gettext_noop("The day preceding Korean New Year"),
    gettext_noop("The second day of Korean New Year"),
    gettext_noop("Independence Movement Day"),
    gettext_noop("Buddha's Birthday"),
    gettext_noop("Children's Day"),
    gettext_noop("Memorial Day"),
    gettext_noop("Constitution Day"),
    gettext_noop("Liberation Day"),
    gettext_noop("Armed Forces Day"),
    gettext_noop("Chuseok"),
    gettext_noop("The day preceding Chuseok"),
    gettext_noop("The second day of Chuseok"),
    gettext_noop("National Foundation Day"),
    gettext_noop("Hangul Day"),
    gettext_noop("Christmas Day"),
    gettext_noop("Presidential Election Day"),
    gettext_noop("National Assembly Election Day"),
    gettext_noop("Local Election Day"),
    gettext_noop("Temporary Public Holiday"),
    # China
    gettext_noop("Chinese New Year (Spring Festival)"),
    gettext_noop("Chinese New Year's Eve"),
    gettext_noop("Chinese New Year Extended Holiday"),
    gettext_noop("Tomb-Sweeping Day"),
    gettext_noop("Dragon Boat Festival"),
    gettext_noop("Mid-Autumn Festival"),
    gettext_noop("National Day"),
}


def in_words(name: str) -> str:
    """Return the name of a holiday, or of several on one day, in the reader's language."""
    return "; ".join(_one(part) for part in name.split("; "))


def _one(name: str) -> str:
    for pattern, words in PATTERNS:
        if found := pattern.fullmatch(name):
            return words(*found.groups())
    return _(name)


def _alternative(name: str) -> str:
    return _("Alternative holiday for %(holiday)s") % {"holiday": _(name)}


def _observed(name: str) -> str:
    return _("%(holiday)s (observed)") % {"holiday": _(name)}


def _estimated(name: str) -> str:
    return _("%(holiday)s (estimated)") % {"holiday": _one(name)}


def _swapped(month: str, day: str, year: str) -> str:
    worked = datetime.date(int(year), int(month), int(day))
    return _("Day off for work on %(day)s") % {"day": date_format(worked)}


# How the library marks a day that stands for another one, or one that only the moon has decided.
PATTERNS: tuple[tuple[re.Pattern[str], Callable[..., str]], ...] = (
    (re.compile(r"(.+) \(estimated\)"), _estimated),
    (re.compile(r"(.+) \(observed, estimated\)"), lambda name: _estimated(f"{name} (observed)")),
    (re.compile(r"(.+) \(observed\)"), _observed),
    (re.compile(r"Alternative holiday for (.+)"), _alternative),
    (re.compile(r"Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)"), _swapped),
)
