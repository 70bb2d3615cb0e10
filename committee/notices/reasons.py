"""Why a member is told something, in words that the member reads below the notice."""

from collections.abc import Callable
from typing import TypeAlias

from django.db import models
from django.utils.translation import gettext as _

from committee.members.models import Member

# Called once in each language.
Reason: TypeAlias = Callable[[Member], str]


def as_liaison_officer(member: Member) -> str:
    return _("You are told this because you are a liaison officer of %(city)s.") % {"city": member.city}


def as_co_lead_of(subcommittee: models.Model) -> Reason:
    def reason(_member: Member) -> str:
        return _("You are told this because you are a co-lead of the subcommittee %(subcommittee)s.") % {
            "subcommittee": subcommittee
        }

    return reason


def as_its_author(_member: Member) -> str:
    return _("You are told this because you wrote or submitted it.")


def as_secretariat(member: Member) -> str:
    return _("You are told this because you are of the secretariat of %(city)s.") % {"city": member.city}
