"""What the pages of commitments say of each."""

from django import template

from committee.commitments.turns import whose_turn

register = template.Library()
register.filter("turn", whose_turn)
