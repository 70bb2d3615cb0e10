from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from committee.agreements.forms import AgreementFilter
from committee.agreements.models import Agreement, Article, Signature


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

    class Meta:
        model = Agreement
        exclude = ["created_at"]


class AgreementViewSet(viewsets.ReadOnlyModelViewSet[Agreement]):
    """Agreements with their articles and signatures: drafts, then the last signed first."""

    serializer_class = AgreementSerializer
    filterset_class = AgreementFilter

    def get_queryset(self) -> QuerySet[Agreement]:
        return Agreement.objects.prefetch_related("later", "articles", "signatures__city")
