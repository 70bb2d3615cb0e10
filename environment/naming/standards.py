"""The names of standards, rules, categories and stages in the reader's language.

`environment.standards` is plain Python and names everything in English; here they are translated.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from environment.standards import Category, Rule

STANDARDS: Mapping[str, Promise] = {
    "KR ambient standard": _("Korea's ambient standard"),
    "GB 3095-2012 II": _("China's GB 3095-2012, class II"),
    "GB 3095-2012 I": _("China's GB 3095-2012, class I"),
    "GB 3095-2026 I, stage 1": _("China's GB 3095-2026, class I, until 2030"),
    "GB 3095-2026 I, stage 2": _("China's GB 3095-2026, class I, from 2031"),
    "GB 3095-2026 II, stage 1": _("China's GB 3095-2026, class II, until 2030"),
    "GB 3095-2026 II, stage 2": _("China's GB 3095-2026, class II, from 2031"),
    "WHO 2021 AQG": _("WHO guideline of 2021"),
    "WHO 2021 IT-1": _("WHO interim target 1 of 2021"),
    "WHO 2021 IT-2": _("WHO interim target 2 of 2021"),
    "WHO 2021 IT-3": _("WHO interim target 3 of 2021"),
    "WHO 2021 IT-4": _("WHO interim target 4 of 2021"),
}
RULES: Mapping[str, Promise] = {
    "kr-cai": _("Korea's CAI"),
    "cn-hj633-2012": _("China's AQI (HJ 633-2012)"),
    "cn-hj633-2026": _("China's AQI (HJ 633-2026)"),
    "us-epa-2012": _("US AQI (2012)"),
    "us-epa-2024": _("US AQI (2024)"),
}
# Country → what its index is called, whichever edition is in force.
NAMES_OF_INDICES: Mapping[str, Promise] = {
    "KR": _("Korea's CAI"),
    "CN": _("China's AQI"),
    "US": _("US AQI"),
}
CATEGORIES: Mapping[str, Mapping[str, Promise]] = {
    "KR": {
        "Good": pgettext_lazy("category of Korea's CAI", "Good"),
        "Moderate": pgettext_lazy("category of Korea's CAI", "Moderate"),
        "Unhealthy": pgettext_lazy("category of Korea's CAI", "Unhealthy"),
        "Very unhealthy": pgettext_lazy("category of Korea's CAI", "Very unhealthy"),
    },
    "CN": {
        "Excellent": pgettext_lazy("category of China's AQI", "Excellent"),
        "Good": pgettext_lazy("category of China's AQI", "Good"),
        "Lightly polluted": pgettext_lazy("category of China's AQI", "Lightly polluted"),
        "Moderately polluted": pgettext_lazy("category of China's AQI", "Moderately polluted"),
        "Heavily polluted": pgettext_lazy("category of China's AQI", "Heavily polluted"),
        "Severely polluted": pgettext_lazy("category of China's AQI", "Severely polluted"),
    },
    "US": {
        "Good": pgettext_lazy("category of the US AQI", "Good"),
        "Moderate": pgettext_lazy("category of the US AQI", "Moderate"),
        "Unhealthy for sensitive groups": pgettext_lazy(
            "category of the US AQI", "Unhealthy for sensitive groups"
        ),
        "Unhealthy": pgettext_lazy("category of the US AQI", "Unhealthy"),
        "Very unhealthy": pgettext_lazy("category of the US AQI", "Very unhealthy"),
        "Hazardous": pgettext_lazy("category of the US AQI", "Hazardous"),
    },
}
STAGES: Mapping[str, Promise] = {
    "advisory": _("advisory"),
    "warning": _("warning"),
    "grave-warning": _("grave warning"),
    "blue": _("blue warning"),
    "yellow": _("yellow warning"),
    "orange": _("orange warning"),
    "red": _("red warning"),
}
PLANS: Mapping[str, Promise] = {
    "Beijing 2013": _("Beijing's emergency plan of 2013"),
    "Beijing 2016": _("Beijing's emergency plan, revision of 2016"),
    "Beijing 2023": _("Beijing's emergency plan, revision of 2023"),
}
AVERAGINGS: Mapping[str, Promise] = {
    "hour": _("1 hour"),
    "8h": _("8 hours"),
    "day": _("24 hours"),
    "season": _("six months with most ozone"),
    "year": _("1 year"),
}


def name_of_standard(standard: str) -> str:
    return str(STANDARDS[standard])


def name_of_rule(rule: Rule) -> str:
    return str(RULES[rule.name])


def name_of_category(rule: Rule, category: Category) -> str:
    """Return a category's name; two rules call different air by one English word."""
    return str(CATEGORIES[rule.country][category.name])


def name_of_stage(stage: str) -> str:
    """Return the name of a stage of Korea's advisories or a level of Beijing's warnings."""
    return str(STAGES[stage])


def name_of_plan(plan: str) -> str:
    return str(PLANS[plan])


def name_of_averaging(averaging: str) -> str:
    return str(AVERAGINGS[averaging])
