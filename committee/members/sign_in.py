"""Who is let in: members by invitation, demonstration members only in a demonstration."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from committee.members.models import Member


class MemberBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth brings no types
    """Signs in by name or e-mail; refuses demonstration members outside a demonstration."""

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        if isinstance(user, Member) and user.is_demonstration and not settings.DEMONSTRATION:
            return False
        return bool(super().user_can_authenticate(user))

    def get_user(self, user_id: Any) -> AbstractBaseUser | None:
        # Every page's header shows how many notices are unread; counted here, it costs no query of its own.
        try:
            member = Member.objects.select_related("city").with_unread_notices().get(pk=user_id)
        except Member.DoesNotExist:
            return None
        return member if self.user_can_authenticate(member) else None


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]  # allauth brings no types
    """Nobody makes an account by himself."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class KnownMembersOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth brings no types
    """An organisation's sign-in connects to a member that exists; it never makes one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth brings no types
    """Says why a passkey or a code used twice is not taken, too: allauth calls each a wrong code."""

    error_messages: ClassVar = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "Not accepted: the code is wrong or was used before, or the passkey is not known here."
        )
    }


@login_not_required
def no_own_addresses(_request: HttpRequest) -> HttpResponse:
    """Stand where allauth lets members change their address, which would go past the history.

    The secretariat keeps addresses. The name stays: allauth's other pages link to it.
    """
    raise Http404
