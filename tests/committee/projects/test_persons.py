"""Where minors take part nothing about persons is stored."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from committee.members.models import Role
from committee.models import Attachment, ProgressUpdate
from committee.progress.actions import add_update_document, create_update, delete_update, edit_update
from committee.projects import actions
from committee.projects.persons import FiguresOnly, NamedBefore, NamesSomebody
from tests.factories.city import beijing, seoul
from tests.factories.document import DocumentFactory, pdf
from tests.factories.member import member_with
from tests.factories.message import MessageFactory
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import ProjectFactory
from tests.factories.project_kind import ProjectKindFactory
from tests.factories.translation import TranslationRequestFactory, translate
from tests.factories.update import UpdateFactory, confirmed_update

pytestmark = pytest.mark.django_db
JUNE = datetime.date(2018, 6, 30)
NAMED = "문의: minsu@seoul.example"


@pytest.fixture
def kind():
    return ProjectKindFactory(figures_only=True)


def test_of_minors_nobody_is_named_in_a_project(secretary):
    kind = ProjectKindFactory(figures_only=True)
    project = ProjectFactory(kind=kind, summary_ko="40명이 참가한다.")

    for refused in (
        lambda: actions.create_project(
            by=secretary, kind=kind, subcommittee=project.subcommittee, title_ko="김민준, 이서연 교류"
        ),
        lambda: actions.edit_project(by=secretary, project=project, summary_ko="문의: minsu@seoul.example"),
    ):
        with pytest.raises(NamesSomebody):
            refused()


def test_of_minors_nobody_is_named_in_what_belongs_to_their_project(secretary):
    project = ProjectFactory(kind=ProjectKindFactory(figures_only=True))
    draft = UpdateFactory(project=project)
    milestone = MilestoneFactory(project=project, title_ko="문의 010-1234-5678")

    for refused in (
        lambda: actions.add_milestone(
            by=secretary, project=project, due_on=JUNE, title_ko="김민준 학생 발표"
        ),
        lambda: edit_update(by=draft.author, update=draft, narrative_zh_hans="王小明同学发言"),
    ):
        with pytest.raises(NamesSomebody):
            refused()

    actions.delete_milestone(by=secretary, milestone=milestone)
    draft.refresh_from_db()
    assert (project.milestones.count(), draft.narrative_zh_hans) == (0, "")


def test_a_translation_names_nobody_either(kind):
    update = UpdateFactory(project=ProjectFactory(kind=kind))
    request = TranslationRequestFactory(record=update, name="narrative", from_language="en", to_language="ko")

    with pytest.raises(NamesSomebody):
        translate(request, NAMED)


@pytest.mark.parametrize(
    "written",
    [
        lambda project: project,
        lambda project: confirmed_update(project=project, narrative_ko=NAMED),
        lambda project: MilestoneFactory(project=project, title_ko=NAMED),
        lambda project: MessageFactory(project=project, text_ko=NAMED),
        lambda project: translate(
            TranslationRequestFactory(
                record=confirmed_update(project=project),
                name="narrative",
                from_language="en",
                to_language="ko",
            ),
            NAMED,
        ),
    ],
)
def test_what_named_somebody_does_not_become_figures_only(secretary, kind, written):
    project = ProjectFactory(summary_ko=NAMED)
    if written(project) != project:
        type(project).objects.update(summary_ko="")

    with pytest.raises(NamedBefore) as refusal:
        actions.edit_project(by=secretary, project=project, kind=kind)

    project.refresh_from_db()
    assert (refusal.value.field, project.kind.figures_only) == ("kind", False)


def test_what_was_taken_out_is_still_in_the_history(secretary, kind):
    update = UpdateFactory()
    edit_update(by=update.author, update=update, narrative_ko=NAMED)
    edit_update(by=update.author, update=update, narrative_ko="40명이 참가하였다.")

    with pytest.raises(NamedBefore):
        actions.edit_project(by=secretary, project=update.project, kind=kind)


def test_what_was_deleted_is_still_in_the_history(secretary, kind):
    project = ProjectFactory()
    beijing()
    update = create_update(
        by=member_with(Role.CO_LEAD, seoul(), project.subcommittee),
        project=project,
        period_from=JUNE,
        period_until=JUNE,
        course=ProgressUpdate.Course.ON_TRACK,
        narrative_ko=NAMED,
    )
    delete_update(by=update.author, update=update)

    with pytest.raises(NamedBefore):
        actions.edit_project(by=secretary, project=project, kind=kind)


def test_what_names_nobody_becomes_figures_only(secretary, kind):
    update = confirmed_update(narrative_ko="40명이 참가하였다.")

    project = actions.edit_project(by=secretary, project=update.project, kind=kind)

    assert project.kind == kind


def test_documents_say_of_minors_what_no_text_may_say(secretary, kind):
    update = UpdateFactory(project=ProjectFactory(kind=kind))
    sent = {"upload": pdf(), "language": "ko", "title_ko": "명단"}

    with pytest.raises(FiguresOnly):
        actions.add_project_document(by=secretary, project=update.project, **sent)
    with pytest.raises(FiguresOnly):
        add_update_document(by=update.author, update=update, **sent)


def test_what_has_documents_does_not_become_figures_only(secretary, kind):
    project = ProjectFactory()
    Attachment.objects.create(document=DocumentFactory(), record=project)

    with pytest.raises(FiguresOnly):
        actions.edit_project(by=secretary, project=project, kind=kind)


@pytest.mark.parametrize(("figures_only", "is_kept"), [(True, False), (False, True)])
def test_what_names_somebody_is_not_kept_until_one_signs_in_again(figures_only, is_kept):
    update = UpdateFactory(project__kind=ProjectKindFactory(figures_only=figures_only))
    visitor = Client()

    visitor.post(reverse("update_edit", args=[update.pk]), {"narrative_ko": NAMED})

    assert ("writing_kept" in visitor.session) is is_kept
