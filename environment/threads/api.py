from django.db.models import QuerySet
from rest_framework import serializers, viewsets

from environment.threads.forms import ThreadFilter
from environment.threads.measures import MeasureTaken
from environment.threads.models import Acknowledgement, AlertThread, ThreadMessage
from environment.threads.translations import MessageTranslation


class TranslationSerializer(serializers.ModelSerializer[MessageTranslation]):
    by = serializers.CharField()

    class Meta:
        model = MessageTranslation
        fields = ["language", "text", "by", "at"]


class AcknowledgementSerializer(serializers.ModelSerializer[Acknowledgement]):
    """Whom a message asks; `by` and `at` are null until a city acknowledges, `reminded` says how often."""

    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    by = serializers.CharField(allow_null=True)
    reminded = serializers.SerializerMethodField()

    class Meta:
        model = Acknowledgement
        fields = ["city", "by", "at", "reminded"]

    def get_reminded(self, asked: Acknowledgement) -> int:
        return len(asked.reminders.all())


class MeasureSerializer(serializers.ModelSerializer[MeasureTaken]):
    class Meta:
        model = MeasureTaken
        fields = ["id", "taken_from", "taken_until"]


class MessageSerializer(serializers.ModelSerializer[ThreadMessage]):
    """`author` and `city` are null for what the system said; the texts are as written, translations apart."""

    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    author = serializers.CharField(allow_null=True)
    translations = TranslationSerializer(many=True)
    acknowledgements = AcknowledgementSerializer(many=True)
    measure = MeasureSerializer(default=None)

    class Meta:
        model = ThreadMessage
        fields = [
            "id",
            "kind",
            "city",
            "author",
            "sent_at",
            "text_ko",
            "text_zh_hans",
            "text_en",
            "translations",
            "acknowledgements",
            "measure",
        ]


class AlertThreadSerializer(serializers.ModelSerializer[AlertThread]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]
    is_closed = serializers.SerializerMethodField()
    messages = MessageSerializer(many=True)

    class Meta:
        model = AlertThread
        fields = [
            "id",
            "city",
            "title_ko",
            "title_zh_hans",
            "title_en",
            "opened_at",
            "is_closed",
            "is_illustrative",
            "messages",
        ]

    def get_is_closed(self, thread: AlertThread) -> bool:
        return thread.closing is not None


class AlertThreadViewSet(viewsets.ReadOnlyModelViewSet[AlertThread]):
    """What the liaison officers of both cities wrote each other about alerts, open threads first."""

    serializer_class = AlertThreadSerializer
    filterset_class = ThreadFilter
    queryset = AlertThread.objects.none()  # names the model to the API's description

    def get_queryset(self) -> QuerySet[AlertThread]:
        return AlertThread.objects.open_first().with_everything()
