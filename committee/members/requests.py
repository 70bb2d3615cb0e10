"""A request of somebody who has signed in."""

from django.http import HttpRequest

from committee.members.models import Member


class MemberRequest(HttpRequest):
    """Every page but home and sign-in gets one: the middleware has turned everybody else away."""

    user: Member
