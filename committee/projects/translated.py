"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from committee.projects.indicators import Indicator
from committee.projects.models import LeadOrganisation, Milestone, Project
from committee.projects.permissions import may_edit_project
from committee.translations.texts import Translated

TRANSLATED = [
    Translated(Project, ("title", "summary"), may_ask=may_edit_project),
    Translated(LeadOrganisation, ("name",)),
    Translated(Milestone, ("title",)),
    Translated(Indicator, ("name", "unit")),
]
