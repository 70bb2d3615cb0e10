from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.budgets.forms import BudgetLineFilter
from committee.budgets.models import BudgetLine
from committee.members.models import Member


class BudgetLineSerializer(serializers.ModelSerializer[BudgetLine]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = BudgetLine
        exclude = ["created_at"]


class BudgetLineViewSet(viewsets.ReadOnlyModelViewSet[BudgetLine]):
    """What each city plans and spends on a project in a year, in its own currency."""

    serializer_class = BudgetLineSerializer
    filterset_class = BudgetLineFilter
    queryset = BudgetLine.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[BudgetLine]:
        return BudgetLine.objects.visible_to(cast(Member, self.request.user)).select_related("city")
