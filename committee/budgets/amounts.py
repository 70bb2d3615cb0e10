"""Amounts of money as they are read: whole, or with both decimals."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format

register = template.Library()
NOTHING = "—"


@register.filter
def amount(value: Decimal | None) -> str:
    if value is None:
        return NOTHING
    return number_format(value, decimal_pos=2 if value % 1 else 0, force_grouping=True)
