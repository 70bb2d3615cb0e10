from typing import Any

import django_filters
from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.discussions.models import Message
from committee.languages.wording import suffix_of
from committee.members.requests import MemberRequest
from committee.mentions.forms import MentioningForm
from committee.mentions.naming import LONGEST_TEXT
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from committee.projects.models import Project, ProjectQuerySet


class MessageForm(MentioningForm):
    """One text in one language, and a list of members to pick from who may see the project."""

    language = forms.ChoiceField(label=_("Language of your message"), choices=settings.LANGUAGES)
    text = forms.CharField(
        label=_("Message"),
        widget=forms.Textarea,
        max_length=LONGEST_TEXT,
        help_text=_("Write @ and a sign-in name to mention somebody, or pick people from the list below."),
    )

    class Meta:
        model = Message
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.update(self._as_it_stands())
        else:
            self.initial["language"] = get_language()

    @property
    def changes(self) -> dict[str, Any]:
        """The whole message: its text, language and people belong together."""
        return {name: self.cleaned_data[name] for name in ("text", "language", "mentioned")}

    def _as_it_stands(self) -> dict[str, Any]:
        language = next(
            code for code, _name in settings.LANGUAGES if suffix_of(code) == self.instance.language
        )
        mentioned = list(self.instance.mentioned.all())
        return {"text": self.instance.text.plain, "language": language, "mentioned": mentioned}


class TakingBackForm(RecordForm):
    """Asks nothing: deleting a message is one button."""

    class Meta:
        model = Message
        fields: list[str] = []


class MessageFilter(RecordFilter):
    searched = ("text",)

    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))

    class Meta:
        model = Message
        fields: list[str] = []


def _projects_in_sight(request: MemberRequest | None) -> ProjectQuerySet:
    """Return what a reader may choose; the description of the API is made without one."""
    return Project.objects.visible_to(request.user) if request else Project.objects.none()


class MessageFilterOfAll(MessageFilter):
    project = django_filters.ModelChoiceFilter(
        queryset=_projects_in_sight,  # type: ignore[arg-type]  # the stubs know no function
        label=_("Project"),
    )
