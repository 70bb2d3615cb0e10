from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committee.discussions import actions
from committee.discussions.columns import MESSAGE_COLUMNS
from committee.discussions.forms import MessageFilter, MessageForm, TakingBackForm
from committee.discussions.models import Message
from committee.discussions.permissions import may_edit_message, may_write_about, readers_of
from committee.history.models import HistoryEntry
from committee.members.requests import MemberRequest
from committee.mentions.naming import offered
from committee.mentions.offering import people_page
from committee.pages.lists import list_page
from committee.pages.partials import page_or_part
from committee.pages.permissions import require
from committee.pages.writing import form_page
from committee.projects.models import Project

LATEST = 3


def project_discussion(request: MemberRequest, project_id: int) -> HttpResponse:
    """All that was said of a project, the newest first, and a form to say more."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=project_id)
    return list_page(
        request,
        "discussions/discussion.html",
        Message.objects.visible_to(request.user).filter(project=project).in_full(),
        MessageFilter,
        MESSAGE_COLUMNS,
        project=project,
        may_write=may_write_about(request.user, project),
    )


def latest_messages(request: MemberRequest, project_id: int) -> HttpResponse:
    """The newest messages; HTMX gets the panel of the project's page."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=project_id)
    messages = Message.objects.visible_to(request.user).filter(project=project)
    context = {
        "project": project,
        "latest": messages.in_full()[:LATEST],
        "total": messages.count(),
        "may_write": may_write_about(request.user, project),
    }
    return page_or_part(request, "discussions/latest.html", "discussions/latest.html#panel", context)


def message_new(request: MemberRequest, project_id: int) -> HttpResponse:
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=project_id)
    require(may_write_about(request.user, project))
    form = MessageForm(request.POST or None, readers=readers_of(project))
    return form_page(
        request,
        form,
        lambda form: actions.send_message(by=request.user, project=project, **form.changes),
        heading=_("New message"),
        back=reverse("project_discussion", args=[project.pk]),
        template="discussions/form.html",
        project=project,
        people=offered("", readers_of(project)),
    )


def people_to_mention(request: MemberRequest, project_id: int) -> HttpResponse:
    """Offer who fits the name being typed after an `@`, beside those picked already."""
    project = get_object_or_404(Project.objects.visible_to(request.user), pk=project_id)
    require(may_write_about(request.user, project))
    readers = readers_of(project)
    return people_page(request, MessageForm(request.POST, readers=readers), readers)


def message_page(request: MemberRequest, message_id: int) -> HttpResponse:
    message = get_object_or_404(Message.objects.visible_to(request.user).in_full(), pk=message_id)
    context = {
        "message": message,
        "may_edit": may_edit_message(request.user, message),
        "history": HistoryEntry.objects.about(message),
    }
    return render(request, "discussions/message_page.html", context)


def message_edit(request: MemberRequest, message_id: int) -> HttpResponse:
    message = get_object_or_404(Message.objects.visible_to(request.user).in_full(), pk=message_id)
    require(may_edit_message(request.user, message))
    return form_page(
        request,
        MessageForm(request.POST or None, instance=message, readers=readers_of(message.project)),
        lambda form: actions.edit_message(
            by=request.user, message=message, seen_version=form.version_seen, **form.changes
        ),
        heading=_("Edit message"),
        back=message.get_absolute_url(),
        template="discussions/form.html",
        project=message.project,
        people=offered("", readers_of(message.project)),
    )


def message_delete(request: MemberRequest, message_id: int) -> HttpResponse:
    message = get_object_or_404(Message.objects.visible_to(request.user).in_full(), pk=message_id)
    require(may_edit_message(request.user, message))
    return form_page(
        request,
        TakingBackForm(request.POST or None),
        lambda form: actions.delete_message(by=request.user, message=message),
        heading=_("Delete the message"),
        back=message.get_absolute_url(),
        template="discussions/delete.html",
        message=message,
    )
