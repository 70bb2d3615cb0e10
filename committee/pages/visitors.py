"""What may be read without signing in, where the site has a public part."""

import math
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from rest_framework.throttling import SimpleRateThrottle

View = Callable[..., HttpResponseBase]
TOO_MANY = 429


class Visits(SimpleRateThrottle):
    """So many pages a minute for one address; counted in the cache that all processes share."""

    scope = "visits"

    def get_rate(self) -> str:
        return f"{settings.VISITS_A_MINUTE}/minute"

    def get_cache_key(self, request: Any, view: Any) -> str:
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}


def refused_for_a_while(request: HttpRequest, counted: type[Visits] = Visits) -> HttpResponse | None:
    """Return what a visitor is answered who asks for too much at once; None where the page may be shown."""
    visits: Any = counted()
    if request.user.is_authenticated or visits.allow_request(request, None):
        return None
    answer = render(request, "429.html", status=TOO_MANY)
    answer["Retry-After"] = str(math.ceil(visits.wait() or 1))
    return answer


def open_to_visitors(view: View) -> View:
    """Let whoever has not signed in read this page, as long as `PUBLIC_PART` is on; members always do.

    The page may not rely on `request.user` being a member.
    """

    @login_not_required
    @wraps(view)
    def answer(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (settings.PUBLIC_PART or request.user.is_authenticated):
            return redirect_to_login(request.get_full_path())
        return refused_for_a_while(request) or view(request, *args, **kwargs)

    return answer
