from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.delegations.forms import DelegationFilter
from committee.delegations.models import Delegate, Delegation
from committee.members.models import Member


class DelegateSerializer(serializers.ModelSerializer[Delegate]):
    class Meta:
        model = Delegate
        exclude = ["created_at", "delegation", "place"]


class DelegationSerializer(serializers.ModelSerializer[Delegation]):
    """`delegates` stand in the order of protocol, the head first."""

    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    delegates = DelegateSerializer(many=True, read_only=True)

    class Meta:
        model = Delegation
        exclude = ["created_at", "announced_by"]


class DelegationViewSet(viewsets.ReadOnlyModelViewSet[Delegation]):
    """Delegations that were announced, and the drafts of one's own city."""

    serializer_class = DelegationSerializer
    filterset_class = DelegationFilter
    queryset = Delegation.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[Delegation]:
        return Delegation.objects.visible_to(cast(Member, self.request.user)).in_full()
