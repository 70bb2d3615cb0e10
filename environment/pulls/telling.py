"""Tells the liaison officers of both cities that an interface does not answer."""

import datetime

from django.utils.translation import gettext as _

from committee.members.models import Member, Post, Role
from committee.notices.actions import notify
from committee.notices.reasons import as_liaison_officer
from environment.pulls.models import Pull
from environment.pulls.problems import problem_in_words


def tell_of_failing(pull: Pull, since: datetime.datetime, problem: str) -> None:
    def subject() -> str:
        return _("%(service)s has not answered since %(since)s") % {
            "service": pull,
            "since": f"{since.astimezone(pull.city.zone):%Y-%m-%d %H:%M %Z}",
        }

    def body() -> str:
        return _(
            "Last problem: %(problem)s. It is tried again and again; nothing was taken in by halves."
        ) % {"problem": problem_in_words(problem)}

    notify(
        members=liaison_officers(),
        kind="pull",
        key=f"pull-{pull.pk}-failing-{int(since.timestamp())}",
        subject=subject,
        body=body,
        address=f"air/pulls/{pull.pk}/",
        reason=as_liaison_officer,
    )


def liaison_officers() -> list[Member]:
    posts = Post.objects.filter(role=Role.LIAISON).select_related("member__city")
    return [post.member for post in posts if post in post.member.posts.held_on(post.member.today)]
