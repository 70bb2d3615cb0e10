from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.history.models import HistoryEntry
from committee.members.models import Member, Post
from committee.members.permissions import may_create_member
from committee.members.requests import MemberRequest
from committee.pages.lists import list_page
from committee.pages.permissions import require
from committee.pages.writing import delete_page, form_page
from committee.subcommittees import actions
from committee.subcommittees.columns import POST_COLUMNS, SUBCOMMITTEE_COLUMNS
from committee.subcommittees.forms import PostFilter, SubcommitteeFilter, SubcommitteeForm
from committee.subcommittees.models import Subcommittee
from committee.subcommittees.offices import offices_on
from committee.subcommittees.permissions import may_keep_subcommittees
from committee.subcommittees.seats import seats_of

LATEST_MEETING_FIRST = (F("meeting__starts_on").desc(nulls_first=True), "-meeting_id")


def subcommittee_list(request: MemberRequest) -> HttpResponse:
    return list_page(
        request,
        "subcommittees/list.html",
        _counted(request.user),
        SubcommitteeFilter,
        SUBCOMMITTEE_COLUMNS,
        may_create=may_keep_subcommittees(request.user),
    )


def subcommittee_page(request: MemberRequest, subcommittee_id: int) -> HttpResponse:
    subcommittee = get_object_or_404(Subcommittee, pk=subcommittee_id)
    context = {
        "subcommittee": subcommittee,
        "seats": seats_of(subcommittee, request.user.today),
        "commitments": subcommittee.commitments.select_related("city"),
        "projects": subcommittee.projects.visible_to(request.user).select_related("draft_of"),
        "meetings": subcommittee.meetings.select_related("subcommittee"),
        "agenda": subcommittee.agenda_items.select_related("meeting__subcommittee").order_by(
            *LATEST_MEETING_FIRST, "position"
        ),
        "decisions": subcommittee.decisions.select_related("meeting__subcommittee").order_by(
            *LATEST_MEETING_FIRST, "number"
        ),
        "today": request.user.today,
        "may_edit": may_keep_subcommittees(request.user),
        "history": HistoryEntry.objects.about(subcommittee),
    }
    return render(request, "subcommittees/detail.html", context)


def subcommittee_new(request: MemberRequest) -> HttpResponse:
    require(may_keep_subcommittees(request.user))
    return form_page(
        request,
        SubcommitteeForm(request.POST or None, initial={"position": Subcommittee.objects.count() + 1}),
        lambda form: actions.create_subcommittee(by=request.user, **form.changes),
        heading=_("New subcommittee"),
        back=reverse("subcommittee_list"),
    )


def subcommittee_edit(request: MemberRequest, subcommittee_id: int) -> HttpResponse:
    subcommittee = get_object_or_404(Subcommittee, pk=subcommittee_id)
    require(may_keep_subcommittees(request.user))
    return form_page(
        request,
        SubcommitteeForm(request.POST or None, instance=subcommittee),
        lambda form: actions.edit_subcommittee(
            by=request.user, subcommittee=subcommittee, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit subcommittee"),
        back=subcommittee.get_absolute_url(),
    )


def subcommittee_delete(request: MemberRequest, subcommittee_id: int) -> HttpResponse:
    subcommittee = get_object_or_404(Subcommittee, pk=subcommittee_id)
    require(may_keep_subcommittees(request.user))
    return delete_page(
        request,
        subcommittee,
        lambda: actions.delete_subcommittee(by=request.user, subcommittee=subcommittee),
        back=subcommittee.get_absolute_url(),
        after=reverse("subcommittee_list"),
    )


def post_list(request: MemberRequest) -> HttpResponse:
    """Who holds which post today, and who held it when."""
    cities, offices = offices_on(request.user.today)
    terms = Post.objects.with_successors().select_related("member", "city", "subcommittee")
    return list_page(
        request,
        "subcommittees/posts.html",
        terms.order_by(*Post.BY_OFFICE),
        PostFilter,
        POST_COLUMNS,
        cities=cities,
        offices=offices,
        today=request.user.today,
        may_appoint=may_create_member(request.user),
    )


def _counted(reader: Member) -> QuerySet[Subcommittee]:
    in_sight = Q(projects__draft_of__isnull=True) | Q(projects__draft_of=reader.city_id)
    return Subcommittee.objects.annotate(
        open_commitments=_number(Count("commitments", filter=Q(commitments__state="open"))),
        all_projects=_number(Count("projects", filter=in_sight)),
    )


def _number(count: Count) -> Subquery:
    """Count by itself: beside one another, each commitment would meet each project first."""
    here = Subcommittee.objects.order_by().filter(pk=OuterRef("pk"))
    return Subquery(here.annotate(number=count).values("number"))
