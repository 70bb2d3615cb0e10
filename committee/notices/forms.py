import django_filters
from django.utils.translation import gettext_lazy as _

from committee.notices.models import Notice
from committee.pages.lists import RecordFilter, YesOrNo


class NoticeFilter(RecordFilter):
    searched = ("subject", "body")

    unread = django_filters.BooleanFilter(
        field_name="read_at", lookup_expr="isnull", label=_("Unread"), widget=YesOrNo
    )

    class Meta:
        model = Notice
        fields: list[str] = []
