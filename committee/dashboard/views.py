from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.translation import override

from committee.agreements.models import Agreement
from committee.cities.models import City
from committee.commitments.standings import Standing
from committee.dashboard.actions import keep_visit
from committee.dashboard.changes import changes_since
from committee.dashboard.scorecard import scorecard
from committee.dashboard.waiting import SHOWN, waiting_for
from committee.meetings.cycle import outlook
from committee.members.models import Member, Role
from committee.reports.models import ReportEdition
from committee.subcommittees.models import Subcommittee


@login_not_required
def to_own_language(request: HttpRequest) -> HttpResponse:
    """The bare address leads to the language a member has chosen, or to the one the browser asks for."""
    if not isinstance(request.user, Member):
        return _redirect(reverse("home"))
    with override(request.user.language):
        return _redirect(reverse("home"))


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    """What waits for the member; what this is, for everybody else."""
    if isinstance(request.user, Member):
        return _home_of(request, request.user)
    context = {"cities": City.objects.all(), "subcommittees": Subcommittee.objects.all()}
    return render(request, "dashboard/welcome.html", context)


def _home_of(request: HttpRequest, member: Member) -> HttpResponse:
    editions = ReportEdition.objects.visible_to(member).ready().select_related("meeting")
    context = {
        "waiting": waiting_for(member),
        "outlook": outlook(),
        "agreements": Agreement.objects.exclude(signed_on=None).order_by("-signed_on", "pk")[:SHOWN],
        "editions": editions[:SHOWN],
        "scorecard": scorecard(member.today),
        "standings": list(Standing),
        "panels": [(reverse(name), label) for name, label in _panels_of(member)],
        "changes": changes_since(keep_visit(by=member, now=timezone.now()), member),
    }
    return render(request, "dashboard/home.html", context)


def _panels_of(member: Member) -> list[tuple[str, Promise]]:
    panels = settings.DASHBOARD_PANELS.items()
    return [(name, label) for name, (label, roles) in panels if member.holds(*map(Role, roles.split()))]


def _redirect(address: str) -> HttpResponse:
    answer = HttpResponseRedirect(address)
    patch_vary_headers(answer, ["Accept-Language", "Cookie"])
    return answer
