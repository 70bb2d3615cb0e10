"""How members want to be told, and the link in a mail that ends its kind of mail without signing in."""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from committee.members.models import Member
from committee.notices.kinds import Kind, kind_of, kinds
from committee.notices.models import Notice, NoticeChoice, Way

SALT = "committee.notices.off"
WITHOUT_MAIL = [Way.PAGE, Way.OFF]


def ways_of(member: Member) -> dict[str, str]:
    """Return how each kind of notice comes to a member."""
    chosen = dict(NoticeChoice.objects.filter(member=member).values_list("kind", "way"))
    return {kind.code: chosen.get(kind.code, kind.way) for kind in kinds()}


def way_by_member(members: Iterable[Member], kind: Kind) -> dict[int, str]:
    """Return by member's id how one kind of notice comes."""
    told = list(members)
    chosen = NoticeChoice.objects.filter(member__in=told, kind=kind.code)
    return {member.pk: kind.way for member in told} | dict(chosen.values_list("member_id", "way"))


@transaction.atomic
def choose_ways(*, by: Member, ways: Mapping[str, str]) -> None:
    """Keep how the member wants to be told each kind; mails that wait unwanted are dropped."""
    for code, way in ways.items():
        kind = kind_of(code)
        NoticeChoice.objects.update_or_create(member=by, kind=kind.code, defaults={"way": Way(way)})
    unwanted = [code for code, way in ways.items() if way in WITHOUT_MAIL]
    waiting = Notice.objects.of(by).filter(
        kind__in=unwanted, mail__in=[Notice.Mail.WAITING, Notice.Mail.DAILY]
    )
    waiting.update(mail=Notice.Mail.NONE, mail_due_at=None)


def stop_mail(*, by: Member, kind: str) -> None:
    """End the mails of one kind; its notices stay on the page, or away where they did."""
    if ways_of(by)[kind] not in WITHOUT_MAIL:
        choose_ways(by=by, ways={kind: Way.PAGE})


def address_to_stop(member: Member, kind: str, language: str) -> str:
    """Return the whole address of the page that ends a kind of mail for who holds the mail."""
    token = signing.dumps([member.pk, kind], salt=SALT)
    with override(language):
        return f"{settings.SITE_ADDRESS}{reverse('notice_stop', args=[token])}"


def read_token(token: str) -> tuple[Member, Kind]:
    """Return whose mails of which kind a link ends.

    Raises:
        BadSignature, KeyError, Member.DoesNotExist: for a link that we did not write, or of what is no more.
    """
    member_id, kind = signing.loads(token, salt=SALT)
    return Member.objects.get(pk=member_id, is_active=True), kind_of(kind)
