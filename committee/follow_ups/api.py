from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.follow_ups.forms import FollowUpFilter
from committee.follow_ups.models import FollowUp


class FollowUpSerializer(serializers.ModelSerializer[FollowUp]):
    class Meta:
        model = FollowUp
        exclude = ["created_at"]


class FollowUpViewSet(viewsets.ReadOnlyModelViewSet[FollowUp]):
    """Actions that decisions ask for, the next due first."""

    serializer_class = FollowUpSerializer
    filterset_class = FollowUpFilter

    def get_queryset(self) -> QuerySet[FollowUp]:
        return FollowUp.objects.all()
