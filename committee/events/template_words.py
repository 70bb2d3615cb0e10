"""Template words of the pages about events."""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def whole(number: int | None) -> str:
    """Show a whole number as the page's language writes it; a dash where nothing was counted."""
    return "—" if number is None else number_format(number, force_grouping=True)
