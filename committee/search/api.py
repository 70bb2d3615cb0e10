from typing import Any, cast

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, viewsets
from rest_framework.request import Request
from rest_framework.response import Response

from committee.members.models import Member
from committee.search import finding
from committee.search.forms import SearchForm
from committee.search.models import SearchEntry


class HitSerializer(serializers.Serializer[finding.Hit]):
    """A record that was found; its texts and address are in the language of the answer where it has one.

    `state` says of an update, as its page does, who has confirmed it.
    """

    kind = serializers.CharField()
    id = serializers.IntegerField(source="record.pk")
    title = serializers.CharField()
    excerpt = serializers.CharField(allow_null=True)
    state = serializers.CharField(source="record.printable_state", default=None, allow_null=True)
    address = serializers.CharField(source="record.get_absolute_url")


PARAMETERS = [
    OpenApiParameter("q", str, description="Words that are all needed; in quotation marks as they stand."),
    OpenApiParameter("kind", str, description="The kind of record, such as `project`."),
    OpenApiParameter("city", int),
    OpenApiParameter("subcommittee", int),
    OpenApiParameter("since", str, description="First day, such as 2018-03-19."),
    OpenApiParameter("until", str, description="Last day."),
]


class SearchViewSet(viewsets.GenericViewSet[Any]):
    """Everything the one who asks may see and that has the words: hits in titles first, then the latest."""

    serializer_class = HitSerializer
    queryset = SearchEntry.objects.none()  # names the model to the API's description
    filter_backends = []

    @extend_schema(parameters=PARAMETERS, responses=HitSerializer(many=True))
    def list(self, request: Request) -> Response:
        form = SearchForm(request.query_params)
        if not form.is_valid():
            raise serializers.ValidationError(cast(dict[str, Any], form.errors))
        reader, asked, kind = cast(Member, request.user), form.asked, form.cleaned_data["kind"]
        entries = finding.found(reader, asked, kind).entries
        hits = finding.hits_of(self.paginate_queryset(entries) or [], reader, asked.query)
        return self.get_paginated_response(self.get_serializer(hits, many=True).data)
