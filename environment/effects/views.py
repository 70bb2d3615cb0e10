from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control

from committee.members.models import Member
from committee.members.requests import MemberRequest
from committee.pages.partials import page_or_part
from committee.pages.writing import by_button_of
from committee.printing.pictures import is_narrow, picture, width_for
from committee.projects.models import Project
from committee.rules import BrokenRule
from environment.effects.actions import compute_again
from environment.effects.charts import effect_chart, in_words
from environment.effects.downloads import csv_answer, workbook_answer
from environment.effects.models import AirEffect
from environment.effects.wording import exceedances_of, lines_of, methods, notes_of, unit_of
from environment.project_links.models import ProjectAirLink
from environment.project_links.permissions import may_create_link, may_edit_link
from environment.sources.registry import GENERATED

HEIGHT, HEIGHT_ON_A_PHONE = 280, 240
PAST_SHOWN = 20


def project_air(request: MemberRequest, project_id: int) -> HttpResponse:
    """Show the air beside a project: a panel for the project's page, or a page of its own."""
    project = get_object_or_404(
        Project.objects.visible_to(request.user).select_related("subcommittee"), pk=project_id
    )
    links = list(ProjectAirLink.objects.filter(project=project).with_places())
    effects = {effect.pk: effect for effect in AirEffect.objects.of(links)}
    context = {
        "project": project,
        "shown": [_shown(request.user, link, effects.get(link.pk)) for link in links],
        "may_create": may_create_link(request.user, project),
    }
    page = "effects/project_air.html"
    return page_or_part(request, page, f"{page}#panel", context)


def air_effect(request: MemberRequest, link_id: int) -> HttpResponse:
    """Show all that was found about one link; the part alone while it is computed."""
    link = _link(request, link_id)
    effect = AirEffect.objects.of([link]).first()
    past = link.findings.prefetch_related("estimates")[:PAST_SHOWN]
    context = {
        **_shown(request.user, link, effect),
        "methods": methods(),
        "past": [{"finding": finding, "lines": lines_of(finding)} for finding in past],
    }
    page = "effects/air_effect.html"
    return page_or_part(request, page, f"{page}#figures", context)


@by_button_of("air_effect")
def air_effect_again(request: MemberRequest, link_id: int) -> HttpResponse:
    link = _link(request, link_id)
    try:
        compute_again(by=request.user, link=link)
    except BrokenRule as rule:
        messages.error(request, str(rule.message))
    else:
        messages.success(request, _("The figures are computed again in the background."))
    return HttpResponseRedirect(reverse("air_effect", args=[link.pk]))


@cache_control(private=True, max_age=300)
def air_effect_chart(request: MemberRequest, link_id: int) -> HttpResponse:
    """Draw the finding that the page's address names, so that picture and page agree."""
    link = _link(request, link_id)
    findings = link.findings.filter(fingerprint__startswith=request.GET.get("of", "-"))
    finding = findings.prefetch_related("estimates", "months").first()
    if finding is None:
        raise Http404
    height = HEIGHT_ON_A_PHONE if is_narrow(request) else HEIGHT
    return picture(effect_chart(finding, unit=unit_of(finding), width=width_for(request), height=height))


def air_effect_csv(request: MemberRequest, link_id: int) -> HttpResponse:
    link = _link(request, link_id)
    return csv_answer(link, AirEffect.objects.of([link]).first())


def air_effect_xlsx(request: MemberRequest, link_id: int) -> HttpResponse:
    link = _link(request, link_id)
    return workbook_answer(link, AirEffect.objects.of([link]).first())


def _link(request: MemberRequest, link_id: int) -> ProjectAirLink:
    return get_object_or_404(ProjectAirLink.objects.visible_to(request.user).with_places(), pk=link_id)


def _shown(member: Member, link: ProjectAirLink, effect: AirEffect | None) -> dict[str, Any]:
    finding = effect.finding if effect else None
    shown = {
        "link": link,
        "project": link.project,
        "effect": effect,
        "finding": finding,
        "may_edit": may_edit_link(member, link),
        "is_illustrative": link.is_illustrative,
        "is_postponed": effect is not None and effect.is_postponed(timezone.now()),
    }
    if finding is None:
        return shown
    unit = unit_of(finding)
    return {
        **shown,
        "unit": unit,
        "lines": lines_of(finding),
        "notes": list(notes_of(finding)),
        "exceedances": exceedances_of(finding),
        "months": finding.months.all(),
        "in_words": in_words(finding, unit),
        "is_illustrative": link.is_illustrative or GENERATED in finding.sources,
    }
