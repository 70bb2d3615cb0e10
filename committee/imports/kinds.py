"""The lists that can be imported: of what they are, and by which forms and acts their rows go."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from committee.agreements.actions import create_agreement, edit_agreement
from committee.agreements.forms import AgreementForm
from committee.agreements.models import Agreement
from committee.agreements.permissions import may_create_agreement
from committee.history.models import Record
from committee.imports.models import ImportedList
from committee.imports.worksheet import may_fill_in
from committee.members.actions import create_member, edit_member
from committee.members.forms import MemberForm
from committee.members.models import Member
from committee.members.permissions import may_create_member
from committee.pages.forms import RecordForm
from committee.progress.models import ProgressUpdate
from committee.projects.actions import create_project, edit_project
from committee.projects.forms import ProjectForm
from committee.projects.models import Project
from committee.projects.permissions import may_create_project


@dataclass(frozen=True)
class Kind:
    """`list_page` is where the records stand, `may` says who hands in a file of the kind."""

    model: type[Record]
    list_page: str
    may: Callable[[Member], bool]


@dataclass(frozen=True)
class ListKind(Kind):
    """A list with a record a row; `text` names the trilingual text by which a record is known."""

    text: str
    # The records that a row may change, or that it may be warned of: those the member sees.
    seen: Callable[[Member], QuerySet[Any]]
    form: Callable[..., RecordForm]
    create: Callable[..., Record]
    edit: Callable[..., Record]


def _agreement_form(*args: Any, by: Member, **kwargs: Any) -> RecordForm:
    return AgreementForm(*args, **kwargs)


def _member_form(*args: Any, by: Member, **kwargs: Any) -> RecordForm:
    return MemberForm(*args, **kwargs)


def _edit_agreement(*, record: Agreement, **changes: Any) -> Agreement:
    return edit_agreement(agreement=record, **changes)


def _edit_project(*, record: Project, **changes: Any) -> Project:
    return edit_project(project=record, **changes)


def _edit_member(*, record: Member, **changes: Any) -> Member:
    return edit_member(member=record, **changes)


KINDS: dict[str, Kind] = {
    ImportedList.Kind.AGREEMENTS: ListKind(
        Agreement,
        "agreement_list",
        may_create_agreement,
        "title",
        lambda _by: Agreement.objects.all(),
        _agreement_form,
        create_agreement,
        _edit_agreement,
    ),
    ImportedList.Kind.PROJECTS: ListKind(
        Project,
        "project_list",
        may_create_project,
        "title",
        Project.objects.visible_to,
        ProjectForm,
        create_project,
        _edit_project,
    ),
    ImportedList.Kind.MEMBERS: ListKind(
        Member,
        "member_list",
        may_create_member,
        "name",
        lambda _by: Member.objects.all(),
        _member_form,
        create_member,
        _edit_member,
    ),
    ImportedList.Kind.UPDATES: Kind(ProgressUpdate, "update_list", may_fill_in),
}
