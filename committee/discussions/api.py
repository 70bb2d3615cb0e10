from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.discussions.forms import MessageFilterOfAll
from committee.discussions.models import Message
from committee.members.models import Member


class ProjectMessageSerializer(serializers.ModelSerializer[Message]):
    """`text` is in the author's language, named by `language`; it is empty once the message is deleted."""

    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    text = serializers.CharField(source="words", read_only=True)
    language = serializers.CharField(read_only=True)

    class Meta:
        model = Message
        fields = [
            "id",
            "project",
            "author",
            "city",
            "language",
            "text",
            "mentioned",
            "sent_at",
            "edited_at",
            "deleted_at",
            "version",
            "is_illustrative",
        ]


class MessageViewSet(viewsets.ReadOnlyModelViewSet[Message]):
    """What members say to each other about the projects, the newest first."""

    serializer_class = ProjectMessageSerializer
    filterset_class = MessageFilterOfAll
    queryset = Message.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[Message]:
        return Message.objects.visible_to(cast(Member, self.request.user)).in_full()
