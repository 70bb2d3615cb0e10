"""Inviting a member by mail; the link is in that mail and kept nowhere."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.history.actions import note
from committee.history.models import HistoryEntry
from committee.members.actions import make_sign_in_link
from committee.members.models import Member
from committee.members.permissions import may_edit_member
from committee.members.rules import MailNotTaken, NoAddress
from committee.pages.permissions import require


def invite(*, by: Member, member: Member) -> None:
    """Send a new sign-in link to the member's address, in the member's language.

    It is sent at once and outside a transaction: the link waits in no queue, no lock waits for the mail
    server, and the secretariat learns here whether the mail was taken.

    Raises:
        NoAddress: when no address of the member is known.
        MailNotTaken: when the mail server did not take it; the link it would have carried was seen by nobody.
    """
    require(may_edit_member(by, member))
    if not member.email:
        raise NoAddress
    path = make_sign_in_link(by=by, member=member)
    letter = _letter(by, member, f"{settings.SITE_ADDRESS}{path}")
    try:
        letter.send()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        # ValueError: an address that no mail can carry.
        raise MailNotTaken(str(error) or type(error).__name__) from error
    sent = _("The sign-in link was sent by e-mail.")
    note(by=by, verb=HistoryEntry.Verb.CHANGED, record=member, changes={}, comment=sent)


def _letter(by: Member, member: Member, address: str) -> EmailMessage:
    with override(member.language):
        return EmailMessage(
            subject=_("Invitation to the tracker of the joint committee"),
            body=render_to_string("members/invitation.txt", {"member": member, "by": by, "address": address}),
            to=[member.email],
        )
