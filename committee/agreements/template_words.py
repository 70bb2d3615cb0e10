"""What the pages of agreements say of each."""

from django import template

from committee.agreements.turns import whose_turn

register = template.Library()
register.filter("turn", whose_turn)
