"""Machine accounts at the API: a token of their own, and nothing open to it but what asks for it by name."""

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from environment.exchange.keys import digest
from environment.exchange.models import MachineAccount

SCHEME = b"bearer"


class MachineAuthentication(BaseAuthentication):
    """`Authorization: Bearer air_…`; a machine is no member, so `request.user` stays nobody."""

    def authenticate(self, request: Request) -> tuple[AnonymousUser, MachineAccount] | None:
        words = get_authorization_header(request).split()
        if not words or words[0].lower() != SCHEME:
            return None
        token = words[1].decode("latin-1") if len(words) == 2 else ""
        accounts = MachineAccount.objects.usable().select_related("city", "keys")
        account = accounts.filter(keys__token_sha256=digest(token)).first()
        if account is None:
            raise AuthenticationFailed(_("This token is not known, or it was revoked."))
        return AnonymousUser(), account

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class IsMachine(BasePermission):
    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.auth, MachineAccount)


class IsMachineOrMember(BasePermission):
    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.auth, MachineAccount) or bool(
            request.user and request.user.is_authenticated
        )


class PushesOfAnAccount(SimpleRateThrottle):
    """So many deliveries a minute from one account; the answer beyond says when to come again."""

    scope = "push"

    def get_rate(self) -> str:
        return f"{settings.PUSHES_A_MINUTE}/minute"

    def get_cache_key(self, request: Request, view: APIView) -> str | None:
        return self.cache_format % {"scope": self.scope, "ident": request.auth.pk}


class MachineScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = MachineAuthentication
    name = "machineAccount"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "The token of a machine account."}
