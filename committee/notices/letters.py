"""The mails: about one notice, or about all of a day; in the language of the reader."""

from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext, override

from committee.languages.wording import in_language
from committee.members.models import Member
from committee.notices.choosing import address_to_stop
from committee.notices.kinds import kinds
from committee.notices.models import Digest, Mailed, Notice


def letter_of_notice(notice: Notice) -> EmailMessage:
    member = notice.member
    context = _told(notice) | {"stops": _stops(member, {notice.kind})}
    headers = {}
    for stop in context["stops"]:
        # RFC 8058: lets the reader's mail programme offer the same as a button of its own.
        headers["List-Unsubscribe"] = f"<{stop['address']}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return _letter(notice, member, context["subject"], "notices/mail.txt", context, headers)


def letter_of_digest(digest: Digest) -> EmailMessage | None:
    """Return the mail of a day, or none where nothing of it is wanted any more."""
    notices = list(digest.notices.filter(mail=Notice.Mail.DAILY).order_by("created_at", "pk"))
    if not notices:
        return None
    member = digest.member
    for notice in notices:
        notice.member = member
    with override(member.language):
        subject = ngettext(
            "%(count)s notice of the committee tracker",
            "%(count)s notices of the committee tracker",
            len(notices),
        ) % {"count": len(notices)}
    context = {
        "notices": [_told(notice) for notice in notices],
        "stops": _stops(member, {notice.kind for notice in notices}),
    }
    return _letter(digest, member, subject, "notices/digest.txt", context, {})


def _told(notice: Notice) -> dict[str, Any]:
    language = notice.member.language
    texts = {name: in_language(notice, name, language).plain for name in ("subject", "body", "reason")}
    return texts | {"address": f"{settings.SITE_ADDRESS}{notice.address_in(language)}"}


def _stops(member: Member, codes: set[str]) -> list[dict[str, Any]]:
    return [
        {"label": kind.label, "address": address_to_stop(member, kind.code, member.language)}
        for kind in kinds()
        if kind.code in codes
    ]


def _letter(
    mailed: Mailed,
    member: Member,
    subject: str,
    template: str,
    context: dict[str, Any],
    headers: dict[str, str],
) -> EmailMessage:
    language = member.language
    with override(language):
        choices = f"{settings.SITE_ADDRESS}{reverse('notice_choices')}"
        name = in_language(member, "name", language).plain
        text = render_to_string(template, {"name": name, "choices": choices, **context})
    return EmailMessage(
        subject=" ".join(subject.split()),
        body=text,
        to=[member.email],
        headers={"Message-ID": mailed.message_id, "Content-Language": language, **headers},
    )
