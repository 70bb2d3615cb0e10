"""What may be read without signing in, where the site has a public part."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]


def open_to_visitors(view: View) -> View:
    """Let whoever has not signed in read this page, as long as `PUBLIC_PART` is on; members always do.

    The page may not rely on `request.user` being a member.
    """

    @login_not_required
    @wraps(view)
    def answer(request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if settings.PUBLIC_PART or request.user.is_authenticated:
            return view(request, *args, **kwargs)
        return redirect_to_login(request.get_full_path())

    return answer
