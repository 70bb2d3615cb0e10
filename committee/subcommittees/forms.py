from committee.languages.wording import columns
from committee.pages.forms import RecordForm
from committee.pages.lists import RecordFilter
from committee.subcommittees.models import Subcommittee


class SubcommitteeForm(RecordForm):
    class Meta:
        model = Subcommittee
        fields = ["code", "position", *columns("name")]


class SubcommitteeFilter(RecordFilter):
    searched = ("name",)

    class Meta:
        model = Subcommittee
        fields: list[str] = []
