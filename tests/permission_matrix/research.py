from typing import Any

from tests.factories.project import ProjectFactory
from tests.factories.study import InstituteFactory, ResearcherFactory, ResearchProjectFactory, StudyFactory
from tests.permission_matrix import Row, World, of_members
from tests.permission_matrix.events import of_keepers


def of_project(_world: World) -> list[Any]:
    return [ResearchProjectFactory().pk]


def of_project_without_research(_world: World) -> list[Any]:
    return [ProjectFactory().pk]


def of_institute(_world: World) -> list[Any]:
    return [InstituteFactory().pk]


def of_researcher(_world: World) -> list[Any]:
    return [ResearcherFactory().pk]


def of_study(_world: World) -> list[Any]:
    return [StudyFactory().pk]


ROWS = [
    Row("project_research", of_project, **of_members(200)),
    Row("project_research", of_project_without_research, **of_members(404)),
    Row("institute_new", of_project, **of_keepers(200)),
    Row("institute_new", of_project, method="post", **of_keepers(422)),
    Row("institute_new", of_project_without_research, **of_members(404)),
    Row("institute_edit", of_institute, **of_keepers(200)),
    Row("institute_delete", of_institute, **of_keepers(200)),
    Row("institute_delete", of_institute, method="post", **of_keepers(302)),
    Row("researcher_new", of_institute, **of_keepers(200)),
    Row("researcher_new", of_institute, method="post", **of_keepers(422)),
    Row("researcher_edit", of_researcher, **of_keepers(200)),
    Row("researcher_delete", of_researcher, **of_keepers(200)),
    Row("researcher_delete", of_researcher, method="post", **of_keepers(302)),
    Row("study_list", **of_members(200)),
    Row("study", of_study, **of_members(200)),
    Row("study_new", of_project, **of_keepers(200)),
    Row("study_new", of_project, method="post", **of_keepers(422)),
    Row("study_new", of_project_without_research, **of_members(404)),
    Row("study_edit", of_study, **of_keepers(200)),
    Row("study_edit", of_study, method="post", **of_keepers(422)),
    Row("study_delete", of_study, **of_keepers(200)),
    Row("study_delete", of_study, method="post", **of_keepers(302)),
    Row("study_document_new", of_study, **of_keepers(200)),
    Row("study_document_new", of_study, method="post", **of_keepers(422)),
    Row("api-study-list", **of_members(200, anonymous=403)),
    Row("api-study-detail", of_study, **of_members(200, anonymous=403)),
]
