"""How indices are written: `{% load index_words %}`."""

from collections.abc import Sequence

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from committee.languages.sentences import listed
from environment.measurements.models import Pollutant
from environment.measurements.template_words import concentration
from environment.naming.standards import name_of_averaging, name_of_category, name_of_rule
from environment.standards import Index, Rule, SubIndex
from environment.standards.index_china import PUBLISHED_ABOVE

register = template.Library()


@register.filter
def rule_name(rule: Rule) -> str:
    return name_of_rule(rule)


@register.simple_tag
def swatch(colour: str) -> SafeString:
    """Draw a category's own colour; its words always stand beside it."""
    return format_html(
        '<svg class="swatch" width="14" height="14" aria-hidden="true" focusable="false">'
        '<rect x="0.5" y="0.5" width="13" height="13" rx="2" fill="{}" stroke="#51606f"></rect></svg>',
        colour,
    )


@register.filter
def category_name(index: Index | SubIndex, rule: Rule) -> str:
    return name_of_category(rule, index.category) if index.category else "—"


@register.filter
def pollutants_in_words(pollutants: Sequence[str]) -> str:
    return listed(str(Pollutant(one).label) for one in pollutants) or "—"


@register.filter
def pollutant_name(pollutant: str) -> str:
    return str(Pollutant(pollutant).label)


@register.filter
def judged_by(sub_index: SubIndex, rule: Rule) -> str:
    """Write what was held against the table: `93.9 µg/m³, 24 hours`."""
    unit = rule.tables[sub_index.pollutant, sub_index.averaging].unit
    value = concentration(sub_index.concentration, unit)
    return f"{value} {unit}, {name_of_averaging(sub_index.averaging)}"


@register.filter
def why_none(index: Index) -> str:
    """Say why a rule gives no index for this air."""
    if all(one.value is None for one in index.sub_indices):
        return _("nothing was received, or not enough hours of it")
    if index.rule.required:
        return _("the rule needs %(pollutants)s") % {"pollutants": pollutants_in_words(index.missing)}
    return _("%(pollutants)s missing; then only what is above %(value)d is given") % {
        "pollutants": pollutants_in_words(index.missing),
        "value": PUBLISHED_ABOVE,
    }
