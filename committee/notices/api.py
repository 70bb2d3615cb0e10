from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.members.models import Member
from committee.notices.forms import NoticeFilter
from committee.notices.models import Notice


class NoticeSerializer(serializers.ModelSerializer[Notice]):
    class Meta:
        model = Notice
        fields = [
            "id",
            "kind",
            "subject_ko",
            "subject_zh_hans",
            "subject_en",
            "body_ko",
            "body_zh_hans",
            "body_en",
            "reason_ko",
            "reason_zh_hans",
            "reason_en",
            "address",
            "created_at",
            "read_at",
            "mail",
            "sent_at",
        ]


class NoticeViewSet(viewsets.ReadOnlyModelViewSet[Notice]):
    """What the one who asks was told; `address` is a path below the language."""

    serializer_class = NoticeSerializer
    filterset_class = NoticeFilter
    queryset = Notice.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[Notice]:
        return Notice.objects.of(cast(Member, self.request.user))
