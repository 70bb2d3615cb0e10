"""The projects as their lists and files show them."""

from django.db.models import Prefetch

from committee.languages.wording import columns
from committee.members.models import Member
from committee.projects.models import LeadOrganisation, Project, ProjectQuerySet

# What a line says, and of what stands beside a project what names it: a list reads no more.
SAID = ["starts_on", "ends_on", "state", "created_at", "is_illustrative", *columns("title")]
BESIDE = ["subcommittee", "kind", "draft_of"]
NAMES = columns(*(f"{each}__name" for each in BESIDE))


def listed_for(member: Member) -> ProjectQuerySet:
    """Return the projects that `member` sees, each with `late_milestones` and, in `leading`, who leads it."""
    said = ["project", "city", *columns("name", "city__name")]
    organisations = LeadOrganisation.objects.select_related("city").only(*said).order_by("city")
    # An attribute of its own: asked through the manager, each row would build a query that is never run.
    leading = Prefetch("lead_organisations", organisations, to_attr="leading")
    seen = Project.objects.visible_to(member).select_related(*BESIDE).only(*SAID, *BESIDE, *NAMES)
    return seen.prefetch_related(leading).counting_late_milestones(member.today)
