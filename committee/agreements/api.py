from typing import cast

from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.agreements.forms import AgreementFilter
from committee.agreements.models import Agreement, Article, Signature
from committee.agreements.turns import whose_turn, with_turn
from committee.members.models import Member


class ArticleSerializer(serializers.ModelSerializer[Article]):
    class Meta:
        model = Article
        exclude = ["agreement", "created_at"]


class SignatureSerializer(serializers.ModelSerializer[Signature]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = Signature
        exclude = ["agreement", "created_at"]


class AgreementSerializer(serializers.ModelSerializer[Agreement]):
    """`later` are those that amend, renew or replace it."""

    later = serializers.PrimaryKeyRelatedField(many=True, read_only=True)  # type: ignore[var-annotated]
    articles = ArticleSerializer(many=True, read_only=True)
    signatures = SignatureSerializer(many=True, read_only=True)
    whose_turn = serializers.SerializerMethodField()

    class Meta:
        model = Agreement
        exclude = ["created_at"]

    def get_whose_turn(self, agreement: Agreement) -> str:
        """Who is waited for, and for what, in words."""
        return whose_turn(agreement)


class AgreementViewSet(viewsets.ReadOnlyModelViewSet[Agreement]):
    """Agreements with their articles and signatures: drafts, then the last signed first."""

    queryset = Agreement.objects.none()  # names the model to the API's description
    serializer_class = AgreementSerializer
    filterset_class = AgreementFilter

    def get_queryset(self) -> QuerySet[Agreement]:
        reader = cast(Member, self.request.user)
        parts = ["later", "articles", "signatures__city"]
        return with_turn(Agreement.objects.prefetch_related(*parts), reader.today)
