from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.members.forms import MemberFilter
from committee.members.models import Member, Post


class PostSerializer(serializers.ModelSerializer[Post]):
    subcommittee = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = Post
        fields = ["id", "role", "standing", "subcommittee", "held_from", "held_until"]


class MemberSerializer(serializers.ModelSerializer[Member]):
    """Who somebody is in the committee: no e-mail address and no sign-in name."""

    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    posts = PostSerializer(many=True, read_only=True)

    class Meta:
        model = Member
        fields = ["id", "city", "name_ko", "name_zh_hans", "name_en", "posts", "is_illustrative"]


class MemberViewSet(viewsets.ReadOnlyModelViewSet[Member]):
    """The members of both cities with the posts they hold and held."""

    serializer_class = MemberSerializer
    filterset_class = MemberFilter

    def get_queryset(self) -> QuerySet[Member]:
        members: QuerySet[Member] = Member.objects.select_related("city")
        return members.prefetch_related("posts__subcommittee")
