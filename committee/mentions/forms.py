from typing import Any, cast

from django.utils.translation import gettext_lazy as _

from committee.members.models import Member, MemberQuerySet
from committee.pages.forms import RecordForm, RecordsField


class MentioningForm(RecordForm):
    """A form whose text mentions members: by `@` in it, or picked from the list of who may be mentioned."""

    mentioned = RecordsField(label=_("People to mention"), queryset=Member.objects.none(), required=False)

    def __init__(self, *args: Any, readers: MemberQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = cast(RecordsField, self.fields["mentioned"])
        people.queryset = readers

    @property
    def picked(self) -> set[str]:
        """The ids of the members picked so far."""
        value = self["mentioned"].value() or []
        return {str(getattr(each, "pk", each)) for each in value}
