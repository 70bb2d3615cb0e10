"""Tells both secretariats, and the co-leads of a subcommittee that met, how their minutes go round."""

from collections.abc import Callable

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.meetings.models import Meeting
from committee.members.models import Member, Post, Role
from committee.minutes.models import Minutes, MinutesVersion
from committee.minutes.remarks import Remark
from committee.notices.actions import notify
from committee.notices.reasons import as_its_author


def tell_circulated(minutes: Minutes, version: MinutesVersion) -> None:
    """Tell everybody who may remark or agree, but for who circulated them."""
    _tell(
        minutes,
        but=version.circulated_by,
        event=f"circulated-{version.number}",
        subject=lambda: _("To agree: %(minutes)s") % {"minutes": minutes},
        body=lambda: (
            _("%(city)s asks for your remarks or your agreement by %(day)s.")
            % {"city": version.circulated_by.city, "day": date_format(version.answer_by)}
        ),
    )


def tell_agreed(minutes: Minutes, by: Member) -> None:
    """Tell of one city's agreement, and with the last one that the minutes are frozen."""

    def subject() -> str:
        words = _("Agreed by both cities: %(minutes)s") if minutes.is_agreed else _("Agreed: %(minutes)s")
        return words % {"minutes": minutes}

    assert minutes.latest is not None, "circulated minutes have a version"
    _tell(
        minutes,
        but=by,
        event=f"agreed-{minutes.latest.number}-{by.city_id}",
        subject=subject,
        body=lambda: _("%(city)s has agreed to the minutes.") % {"city": by.city},
    )


def tell_remarked(remark: Remark) -> None:
    """Tell the writers of a remark that they are to answer."""
    minutes = remark.section.minutes
    _tell(
        minutes,
        but=remark.by,
        city_id=minutes.meeting.host_id,
        event=f"remark-{remark.pk}",
        subject=lambda: _("Remark: %(minutes)s") % {"minutes": minutes},
        body=remark.text,
    )


def tell_answered(remark: Remark) -> None:
    """Tell who remarked what became of it."""
    accepted = remark.state == Remark.State.ACCEPTED

    def subject() -> str:
        words = _("Remark accepted: %(minutes)s") if accepted else _("Remark declined: %(minutes)s")
        return words % {"minutes": remark.section.minutes}

    notify(
        members=[] if remark.by_id == remark.answered_by_id else [remark.by],
        kind="minutes",
        key=f"minutes-remark-{remark.pk}-answered",
        subject=subject,
        body=remark.answer,
        address=address_of(remark.section.minutes),
        reason=as_its_author,
    )


def address_of(minutes: Minutes) -> str:
    return f"minutes/{minutes.pk}/"


def concerned(meeting: Meeting) -> list[Member]:
    """Return who sees to the minutes of a meeting today: both secretariats, co-leads of the subcommittee."""
    held = Post.objects.filter(role=Role.SECRETARIAT)
    if meeting.subcommittee_id:
        held |= Post.objects.filter(role=Role.CO_LEAD, subcommittee=meeting.subcommittee_id)
    members = Member.objects.filter(is_active=True, posts__in=held).distinct().select_related("city")
    holding = set(
        held.held_on(timezone.localdate(timezone=meeting.host.zone)).values_list("member_id", flat=True)
    )
    return [member for member in members.order_by("pk") if member.pk in holding]


def as_concerned(_member: Member) -> str:
    return _("You are told this because you see to the minutes of this meeting.")


def _tell(
    minutes: Minutes,
    *,
    but: Member,
    event: str,
    subject: Callable[[], str],
    body: Callable[[], str] | str,
    city_id: int | None = None,
) -> None:
    told = [
        member
        for member in concerned(minutes.meeting)
        if member.pk != but.pk and city_id in (None, member.city_id)
    ]
    notify(
        members=told,
        kind="minutes",
        key=f"minutes-{minutes.pk}-{event}",
        subject=subject,
        body=body,
        address=address_of(minutes),
        reason=as_concerned,
    )
