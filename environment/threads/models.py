"""What the liaison officers write each other about an alert, who took note of it and what was done."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.languages.models import Titled, in_some_language
from committee.languages.wording import SUFFIXES, Trilingual, Wording, choose


class AlertThreadQuerySet(models.QuerySet["AlertThread"]):
    def open(self) -> "AlertThreadQuerySet":
        return self.filter(~Exists(ThreadMessage.objects.closing_now().filter(thread=OuterRef("pk"))))

    def closed(self) -> "AlertThreadQuerySet":
        return self.filter(Exists(ThreadMessage.objects.closing_now().filter(thread=OuterRef("pk"))))

    def open_first(self) -> "AlertThreadQuerySet":
        closing = ThreadMessage.objects.closing_now().filter(thread=OuterRef("pk"))
        return self.order_by(Exists(closing), "-opened_at", "-pk")

    def with_messages(self) -> "AlertThreadQuerySet":
        """Read what tells where each thread stands, however many there are."""
        messages = ["messages__author", "messages__city", "messages__acknowledgements__city"]
        return self.select_related("city").prefetch_related(*messages)

    def with_everything(self) -> "AlertThreadQuerySet":
        parts = ["messages__measure", "messages__translations__by__city"]
        parts += ["messages__author__city", "messages__acknowledgements__by"]
        return self.with_messages().prefetch_related(*parts, "messages__acknowledgements__reminders")

    def awaiting(self, city: City | None = None) -> "AlertThreadQuerySet":
        """Those of which something is not acknowledged, by `city` where one is given."""
        asked = Acknowledgement.objects.waiting().filter(message__thread=OuterRef("pk"))
        return self.filter(Exists(asked.filter(city=city) if city else asked))


class ThreadMessageQuerySet(models.QuerySet["ThreadMessage"]):
    def closing_now(self) -> "ThreadMessageQuerySet":
        """Closing notes after which the alert did not rise again."""
        risen = ThreadMessage.objects.filter(
            thread=OuterRef("thread"), kind=ThreadMessage.Kind.ALERT, pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(risen), kind=ThreadMessage.Kind.CLOSING)


class AcknowledgementQuerySet(models.QuerySet["Acknowledgement"]):
    def waiting(self) -> "AcknowledgementQuerySet":
        """Not given yet; what was sent before a closing note is settled by it."""
        settled = ThreadMessage.objects.filter(
            thread=OuterRef("message__thread"),
            kind=ThreadMessage.Kind.CLOSING,
            pk__gt=OuterRef("message"),
        )
        return self.filter(~Exists(settled), at__isnull=True)


class AlertThread(Record, Titled):
    """The one exchange between the liaison officers of both cities about an alert in one city's air.

    It is closed by a closing note: who closed it, when and why is that message. When the alert rises after
    that, the thread is open again.
    """

    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="alert_threads", verbose_name=_("city")
    )
    opened_at = models.DateTimeField(pgettext_lazy("alert thread", "opened"))

    objects = AlertThreadQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["-opened_at", "-pk"]
        verbose_name = _("alert thread")
        verbose_name_plural = _("alert threads")

    def get_absolute_url(self) -> str:
        return reverse("thread", args=[self.pk])

    @property
    def latest(self) -> "ThreadMessage":
        """The newest message; a thread has at least the one that opened it."""
        return list(self.messages.all())[-1]

    @property
    def closing(self) -> "ThreadMessage | None":
        """The note that closes it, unless the alert rose after it."""
        closing = None
        for message in self.messages.all():
            if message.kind == ThreadMessage.Kind.CLOSING:
                closing = message
            elif message.kind == ThreadMessage.Kind.ALERT:
                closing = None
        return closing

    @property
    def cities_waited_for(self) -> list[City]:
        """The cities that have not acknowledged something; a closing note settles what was before it."""
        waiting: dict[int, City] = {}
        for message in self.messages.all():
            if message.kind == ThreadMessage.Kind.CLOSING:
                waiting.clear()
            for asked in message.acknowledgements.all():
                if asked.at is None:
                    waiting[asked.city_id] = asked.city
        return [waiting[pk] for pk in sorted(waiting)]

    def is_asked(self, city: City) -> bool:
        """Whether something is there for a city to acknowledge, what a closing note settled included."""
        asked = (one for message in self.messages.all() for one in message.acknowledgements.all())
        return any(one.city_id == city.pk and one.at is None for one in asked)


class ThreadMessage(Record):
    """One text of a thread as it was sent; it is never edited, and translations stand beside it.

    Those of the system have no author and stand in every language.
    """

    part_of = "thread"

    class Kind(models.TextChoices):
        ALERT = "alert", pgettext_lazy("message of an alert thread", "alert")
        UPDATE = "update", pgettext_lazy("message of an alert thread", "news of the alert")
        MESSAGE = "message", pgettext_lazy("message of an alert thread", "message")
        MEASURE = "measure", pgettext_lazy("message of an alert thread", "measure")
        CLOSING = "closing", pgettext_lazy("message of an alert thread", "closing note")

    BY_THE_SYSTEM = (Kind.ALERT, Kind.UPDATE)
    TO_ACKNOWLEDGE = (Kind.ALERT, Kind.MESSAGE)

    thread = models.ForeignKey(
        AlertThread, on_delete=models.CASCADE, related_name="messages", verbose_name=_("alert thread")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="thread_messages",
        verbose_name=_("author"),
    )
    # The city that the author spoke for, whatever the author's city is later.
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="thread_messages",
        verbose_name=_("city"),
    )
    sent_at = models.DateTimeField(_("sent"))
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_zh_hans = models.TextField(_("text in Chinese"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)

    text = Trilingual("text", _("text"))
    objects = ThreadMessageQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("message of an alert thread")
        verbose_name_plural = _("messages of alert threads")
        constraints = [
            in_some_language("text"),
            models.CheckConstraint(
                condition=Q(kind__in=["alert", "update"], author__isnull=True, city__isnull=True)
                | (Q(author__isnull=False, city__isnull=False) & ~Q(kind__in=["alert", "update"])),
                name="thread_message_of_the_system_or_of_a_member",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.sent_at:%Y-%m-%d %H:%M %Z}"

    def get_absolute_url(self) -> str:
        return f"{self.thread.get_absolute_url()}#message-{self.pk}"

    @property
    def written(self) -> dict[str, str]:
        """What the author wrote, by the suffix of the language."""
        return {suffix: text for suffix in SUFFIXES if (text := getattr(self, f"text_{suffix}"))}

    @property
    def words(self) -> Wording:
        """The text in the reader's language, translations included, or in the first one that there is."""
        translated = {each.language: each.text for each in self.translations.all()}
        return choose(translated | self.written, get_language() or settings.LANGUAGE_CODE)


class Acknowledgement(Record):
    """That a city is asked to take note of a message, and which of its officers did so when."""

    part_of = "message"

    message = models.ForeignKey(
        ThreadMessage,
        on_delete=models.CASCADE,
        related_name="acknowledgements",
        verbose_name=_("message of an alert thread"),
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="acknowledgements", verbose_name=_("city")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="acknowledgements",
        verbose_name=_("acknowledged by"),
    )
    at = models.DateTimeField(_("acknowledged"), null=True, blank=True)

    objects = AcknowledgementQuerySet.as_manager()

    class Meta:
        ordering = ["city", "pk"]
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        constraints = [
            models.UniqueConstraint(fields=["message", "city"], name="acknowledged_once_by_a_city"),
            models.CheckConstraint(
                condition=Q(by__isnull=True, at__isnull=True) | Q(by__isnull=False, at__isnull=False),
                name="acknowledged_by_somebody_at_some_time",
            ),
        ]
        indexes = [
            models.Index(fields=["message"], condition=Q(at__isnull=True), name="not_acknowledged"),
        ]

    def __str__(self) -> str:
        return str(self.city)

    @property
    def last_step(self) -> int:
        """The step of the last reminder, 0 before the first one."""
        return max((reminder.step for reminder in self.reminders.all()), default=0)


class Reminder(models.Model):
    """That a city's officers were reminded of what they have not acknowledged: once a step."""

    acknowledgement = models.ForeignKey(Acknowledgement, on_delete=models.CASCADE, related_name="reminders")
    step = models.PositiveSmallIntegerField(_("step"))
    at = models.DateTimeField(_("at"))

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(fields=["acknowledgement", "step"], name="reminded_once_a_step"),
        ]

    def __str__(self) -> str:
        return f"{self.step}, {self.at:%Y-%m-%d %H:%M %Z}"
