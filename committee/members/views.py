from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from committee.history.models import HistoryEntry
from committee.members import actions
from committee.members.columns import MEMBER_COLUMNS
from committee.members.forms import MemberFilter, MemberForm, PostForm, SuccessionForm
from committee.members.invitations import invite
from committee.members.models import Member, Post
from committee.members.permissions import may_create_member, may_edit_member
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import UNPROCESSABLE, by_button_of, delete_page, form_page
from committee.rules import BrokenRule


def member_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "members/list.html",
        Member.objects.select_related("city").prefetch_related("posts__subcommittee"),
        MemberFilter,
        MEMBER_COLUMNS,
        may_create=may_create_member(request.user),
    )


def member_page(request: MemberRequest, member_id: int) -> HttpResponse:
    return _member_page(request, get_object_or_404(Member.objects.select_related("city"), pk=member_id))


def _member_page(request: MemberRequest, member: Member, status: int = 200) -> HttpResponse:
    may_edit = may_edit_member(request.user, member)
    context = {
        "member": member,
        "posts": member.posts.select_related("subcommittee"),
        "held_now": {post.pk for post in member.posts_now},
        "may_edit": may_edit,
        # Addresses are for the secretariat that keeps them and for oneself.
        "shows_contact": may_edit or request.user.pk == member.pk,
        "history": HistoryEntry.objects.about(member) if may_edit else None,
    }
    return render(request, "members/detail.html", context, status=status)


def member_new(request: MemberRequest) -> HttpResponse:
    require(may_create_member(request.user))
    return form_page(
        request,
        MemberForm(request.POST or None, initial={"language": request.LANGUAGE_CODE}),
        lambda form: actions.create_member(by=request.user, **form.changes),
        heading=_("New member"),
        back=reverse("member_list"),
    )


def member_edit(request: MemberRequest, member_id: int) -> HttpResponse:
    member = get_object_or_404(Member, pk=member_id)
    require(may_edit_member(request.user, member))
    return form_page(
        request,
        MemberForm(request.POST or None, instance=member),
        lambda form: actions.edit_member(
            by=request.user, member=member, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit member"),
        back=member.get_absolute_url(),
    )


def member_delete(request: MemberRequest, member_id: int) -> HttpResponse:
    member = get_object_or_404(Member, pk=member_id)
    require(may_edit_member(request.user, member))
    return delete_page(
        request,
        member,
        lambda: actions.delete_member(by=request.user, member=member),
        back=member.get_absolute_url(),
        after=reverse("member_list"),
    )


@never_cache
@by_button_of("member")
def member_sign_in_link(request: MemberRequest, member_id: int) -> HttpResponse:
    """Show a new sign-in link in this one answer; it is kept nowhere."""
    member = get_object_or_404(Member, pk=member_id)
    require(may_edit_member(request.user, member))
    path = actions.make_sign_in_link(by=request.user, member=member)
    context = {"member": member, "address": request.build_absolute_uri(path)}
    return render(request, "members/sign_in_link.html", context)


@by_button_of("member")
def member_invite(request: MemberRequest, member_id: int) -> HttpResponse:
    member = get_object_or_404(Member.objects.select_related("city"), pk=member_id)
    require(may_edit_member(request.user, member))
    try:
        invite(by=request.user, member=member)
    except BrokenRule as rule:
        messages.error(request, str(rule.message))
        return _member_page(request, member, UNPROCESSABLE)
    messages.success(request, _("The invitation was sent."))
    return HttpResponseRedirect(member.get_absolute_url())


def post_new(request: MemberRequest, member_id: int) -> HttpResponse:
    member = get_object_or_404(Member, pk=member_id)
    require(may_edit_member(request.user, member))
    return form_page(
        request,
        PostForm(request.POST or None, initial={"held_from": request.user.today}),
        lambda form: actions.add_post(by=request.user, member=member, **form.changes),
        heading=_("New post"),
        back=member.get_absolute_url(),
    )


def post_edit(request: MemberRequest, post_id: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("member"), pk=post_id)
    require(may_edit_member(request.user, post.member))
    return form_page(
        request,
        PostForm(request.POST or None, instance=post),
        lambda form: actions.edit_post(
            by=request.user, post=post, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit post"),
        back=post.get_absolute_url(),
    )


def post_delete(request: MemberRequest, post_id: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("member", "subcommittee"), pk=post_id)
    require(may_edit_member(request.user, post.member))
    return delete_page(
        request,
        post,
        lambda: actions.delete_post(by=request.user, post=post),
        back=post.get_absolute_url(),
        after=post.get_absolute_url(),
    )


def post_pass_on(request: MemberRequest, post_id: int) -> HttpResponse:
    post = get_object_or_404(Post.objects.select_related("member", "city", "subcommittee"), pk=post_id)
    require(may_edit_member(request.user, post.member))
    if not post.passes_on:
        raise Http404
    return form_page(
        request,
        SuccessionForm(request.POST or None, post=post, initial={"held_from": request.user.today}),
        lambda form: actions.pass_on(
            by=request.user,
            post=post,
            successor=form.cleaned_data["member"],
            first_day=form.cleaned_data["held_from"],
        ),
        heading=_("Successor of %(name)s: %(post)s") % {"name": post.member.name, "post": post},
        back=post.get_absolute_url(),
    )
