from typing import Any

from tests.factories.city import seoul
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import LeadOrganisationFactory, ProjectFactory
from tests.permission_matrix import Row, Status, World, of_members, of_secretariat


def of_project(_world: World) -> list[Any]:
    return [ProjectFactory().pk]


def of_draft(_world: World) -> list[Any]:
    """A project that is prepared inside Seoul."""
    return [ProjectFactory(draft_of=seoul()).pk]


def of_lead_organisation(_world: World) -> list[Any]:
    return [LeadOrganisationFactory().pk]


def of_milestone(_world: World) -> list[Any]:
    return [MilestoneFactory().pk]


def of_indicator(_world: World) -> list[Any]:
    return [IndicatorFactory().pk]


def of_value(_world: World) -> list[Any]:
    return [IndicatorValueFactory().pk]


def of_keepers(status: Status) -> dict[str, Any]:
    """What both secretariats and the co-leads of the project's subcommittee may do."""
    return of_secretariat(status) | {"co_lead": status}


def of_seouls_keepers(status: int) -> dict[str, Any]:
    """What Seoul's secretariat and co-leads may do with its draft; for Beijing there is none."""
    allowed: Status = (status, 404)
    return of_members((403, 404)) | {"secretariat": allowed, "co_lead": allowed}


ROWS = [
    Row("project_list", **of_members(200)),
    Row("project_timeline", **of_members(200)),
    Row("project_timeline_picture", **of_members(200)),
    Row("timeline_of_project", of_project, **of_members(200)),
    Row("indicator_picture", of_indicator, **of_members(200)),
    Row("project", of_project, **of_members(200)),
    Row("project_new", **of_keepers(200) | {"elsewhere": 200}),
    Row("project_new", method="post", **of_keepers(422) | {"elsewhere": 422}),
    Row("project_edit", of_project, **of_keepers(200)),
    Row("project_edit", of_project, method="post", **of_keepers(422)),
    Row("project", of_draft, **of_members((200, 404))),
    Row("project_edit", of_draft, **of_seouls_keepers(200)),
    Row("project_release", of_draft, method="post", **of_seouls_keepers(302)),
    Row("project_release", of_project, method="post", **of_keepers(302)),
    Row("project_delete", of_draft, method="post", **of_seouls_keepers(302)),
    Row("api-project-detail", of_draft, **of_members((200, 404), anonymous=403)),
    Row("project_delete", of_project, **of_keepers(200)),
    Row("project_delete", of_project, method="post", **of_keepers(302)),
    Row("project_document_new", of_project, **of_keepers(200) | {"contributor": 200}),
    Row("project_document_new", of_project, method="post", **of_keepers(422) | {"contributor": 422}),
    Row("lead_organisation_new", of_project, **of_keepers(200)),
    Row("lead_organisation_edit", of_lead_organisation, **of_keepers(200)),
    Row("lead_organisation_delete", of_lead_organisation, **of_keepers(200)),
    Row("lead_organisation_delete", of_lead_organisation, method="post", **of_keepers(302)),
    Row("milestone_new", of_project, **of_keepers(200)),
    Row("milestone_edit", of_milestone, **of_keepers(200)),
    Row("milestone_delete", of_milestone, **of_keepers(200)),
    Row("milestone_delete", of_milestone, method="post", **of_keepers(302)),
    Row("indicator_new", of_project, **of_keepers(200)),
    Row("indicator_edit", of_indicator, **of_keepers(200)),
    Row("indicator_delete", of_indicator, **of_keepers(200)),
    Row("indicator_delete", of_indicator, method="post", **of_keepers(302)),
    Row("indicator_value_new", of_indicator, **of_keepers(200)),
    Row("indicator_value_edit", of_value, **of_keepers(200)),
    Row("indicator_value_delete", of_value, **of_keepers(200)),
    Row("indicator_value_delete", of_value, method="post", **of_keepers(302)),
    Row("api-project-list", **of_members(200, anonymous=403)),
    Row("api-project-detail", of_project, **of_members(200, anonymous=403)),
]
