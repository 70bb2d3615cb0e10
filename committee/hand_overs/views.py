from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.hand_overs import actions
from committee.hand_overs.forms import HandOverForm
from committee.hand_overs.models import HandOver
from committee.hand_overs.open_work import open_work_of
from committee.hand_overs.permissions import may_see_hand_over, may_take_hand_over, may_write_hand_over
from committee.hand_overs.terms import ending_terms, successor_of, vacant_offices
from committee.history.models import HistoryEntry
from committee.members.models import Post
from committee.members.permissions import may_create_member
from committee.members.requests import MemberRequest
from committee.pages.panels import panel_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of, form_page
from committee.rules import BrokenRule


def posts_changing(request: MemberRequest) -> HttpResponse:
    """Show which posts of the own city nobody holds and which terms end soon; its first page takes it in."""
    require(may_create_member(request.user))
    city, today = request.user.city, request.user.today
    vacant = vacant_offices(city, today)
    ending = ending_terms(city, today, settings.TERM_ENDING_DAYS)
    context = {"vacant": vacant, "ending": ending}
    return panel_page(request, "hand_overs/changing.html", context, waits=bool(vacant or ending))


def hand_over(request: MemberRequest, post_id: int) -> HttpResponse:
    return _page(request, _visible(request, post_id))


def hand_over_write(request: MemberRequest, post_id: int) -> HttpResponse:
    post = _visible(request, post_id)
    require(may_write_hand_over(request.user, post))
    return form_page(
        request,
        HandOverForm(request.POST or None, instance=_written(post)),
        lambda form: actions.write_hand_over(
            by=request.user,
            post=post,
            note=form.cleaned_data["note"],
            now=timezone.now(),
            seen_version=form.version_seen,
        ),
        heading=_("Hand-over note"),
        back=reverse("hand_over", args=[post.pk]),
    )


@by_button_of("hand_over")
def hand_over_take(request: MemberRequest, post_id: int) -> HttpResponse:
    post = _visible(request, post_id)
    written = get_object_or_404(HandOver.objects.select_related("post"), post=post)
    require(may_take_hand_over(request.user, written))
    try:
        actions.take_over(by=request.user, hand_over=written, now=timezone.now())
    except BrokenRule as rule:
        return _page(request, post, str(rule.message))
    messages.success(request, _("Taken over."))
    return HttpResponseRedirect(reverse("hand_over", args=[post.pk]))


def _page(request: MemberRequest, post: Post, refusal: str = "") -> HttpResponse:
    written = _written(post)
    is_open = written is None or written.taken_at is None
    context = {
        "post": post,
        "successor": successor_of(post),
        "works": open_work_of(post),
        "hand_over": written,
        "may_write": is_open and may_write_hand_over(request.user, post),
        "may_take": written is not None and is_open and may_take_hand_over(request.user, written),
        "history": HistoryEntry.objects.about(written) if written else None,
        "refusal": refusal,
    }
    status = UNPROCESSABLE if refusal else 200
    return render(request, "hand_overs/detail.html", context, status=status)


def _visible(request: MemberRequest, post_id: int) -> Post:
    post = get_object_or_404(Post.objects.select_related("member__city", "city", "subcommittee"), pk=post_id)
    if not may_see_hand_over(request.user, post):
        raise Http404
    return post


def _written(post: Post) -> HandOver | None:
    people = ["written_by", "taken_by"]
    return HandOver.objects.filter(post=post).select_related("post", *people).first()
