from typing import Any, ClassVar, cast

import django_filters
from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.languages.models import containing
from committee.languages.wording import columns
from committee.members.models import Member, Post, Role
from committee.members.permissions import may_create_member
from committee.members.requests import MemberRequest
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter

# The room of the subcommittees stands above this one; a post leads to it.
SUBCOMMITTEES = apps.get_model("committee", "Subcommittee")._default_manager.all()


class MemberForm(RecordForm):
    class Meta:
        model = Member
        fields = ["username", *columns("name", "title"), "email", "language", "is_active"]


class PostForm(RecordForm):
    class Meta:
        model = Post
        fields = ["role", "subcommittee", "standing", "held_from", "held_until"]


class SuccessionForm(RecordForm):
    """Who comes next: another member of the city who may sign in, from which day on."""

    class Meta:
        model = Post
        fields = ["member", "held_from"]
        labels: ClassVar = {"member": _("Successor"), "held_from": _("First day of the successor")}

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = Member.objects.filter(city=post.city_id, is_active=True)
        self.fields["member"].queryset = members.exclude(pk=post.member_id)  # type: ignore[attr-defined]
        self.fields["held_from"].required = True


class MemberFilter(RecordFilter):
    searched = ("name", "title")

    city = django_filters.ModelChoiceFilter(queryset=City.objects.all(), label=_("City"))
    role = django_filters.ChoiceFilter(choices=Role.choices, method="choose_role", label=_("Role"))
    subcommittee = django_filters.ModelChoiceFilter(
        field_name="posts__subcommittee", queryset=SUBCOMMITTEES, distinct=True, label=_("Subcommittee")
    )

    class Meta:
        model = Member
        fields: list[str] = []

    def search(self, records: QuerySet[Any], _name: str, words: str) -> QuerySet[Any]:
        """Search the names; sign-in names for the secretariat that keeps them, who alone is shown them."""
        found = containing(words.strip(), *self.searched)
        reader = cast(MemberRequest, self.request).user
        if may_create_member(reader):
            found |= Q(username__icontains=words.strip(), city=reader.city_id)
        return records.filter(found)

    def choose_role(self, members: QuerySet[Member], _name: str, role: str) -> QuerySet[Member]:
        return members.filter(pk__in=Post.objects.filter(role=role).values("member"))
