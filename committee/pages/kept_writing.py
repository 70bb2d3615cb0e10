"""What somebody sends after the session has ended is kept until he or she has signed in again."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, QueryDict

KEPT = "writing_kept"
# Whoever has no session can have this much kept, and no more.
MOST_CHARACTERS = 50_000

View = Callable[..., HttpResponse]


def keeps_writing(view: View, *, unless: Callable[[HttpRequest], bool] = lambda _request: False) -> View:
    """Send who has not signed in to do so, as everywhere, but keep the form that was sent.

    Args:
        unless: whether what was sent must not be kept.
    """

    @wraps(view)
    def answer(request: HttpRequest, **record: int) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, **record)
        if request.method == "POST" and not unless(request):
            _keep(request)
        return redirect_to_login(request.get_full_path())

    return login_not_required(answer)


def writing_kept(request: HttpRequest) -> QueryDict | None:
    """Return what the reader had sent to this very page, once; None where there is nothing."""
    kept = request.session.get(KEPT)
    if request.method == "POST" or not kept or kept["page"] != _page(request):
        return None
    del request.session[KEPT]
    sent = QueryDict(kept["sent"])
    # Somebody else at the same machine does not read it.
    return sent if sent.get("writer") == str(request.user.pk) else None


def _keep(request: HttpRequest) -> None:
    sent = request.POST.urlencode()
    if len(sent) <= MOST_CHARACTERS:
        request.session[KEPT] = {"page": _page(request), "sent": sent}


def _page(request: HttpRequest) -> dict[str, object]:
    """Name the page in whatever language it is asked for."""
    assert request.resolver_match is not None, "a view was found"
    return {"name": request.resolver_match.view_name, **request.resolver_match.kwargs}
