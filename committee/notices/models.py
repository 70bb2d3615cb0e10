import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.languages.models import in_some_language
from committee.languages.wording import Trilingual
from committee.members.models import Member


class Mailed(models.Model):
    """Goes out by mail once, and is tried again until it has."""

    class Mail(models.TextChoices):
        NONE = "none", _("no e-mail")
        DAILY = "daily", _("comes with the daily e-mail")
        WAITING = "waiting", _("e-mail waits")
        SENT = "sent", _("e-mail sent")
        GIVEN_UP = "given_up", _("e-mail given up")

    mail = models.CharField(_("e-mail"), max_length=10, choices=Mail.choices, default=Mail.NONE)
    # While a worker holds the mail this is when another one may take it up.
    mail_due_at = models.DateTimeField(null=True)
    mail_attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(_("e-mail sent"), null=True)
    # What the last attempt met, for who keeps the mail server.
    mail_failure = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
        indexes = [
            models.Index(
                fields=["mail_due_at"], condition=Q(mail="waiting"), name="%(class)ss_whose_mail_waits"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(mail="sent", sent_at__isnull=False) | (~Q(mail="sent") & Q(sent_at__isnull=True)),
                name="%(class)s_sent_has_its_time",
            ),
            models.CheckConstraint(
                condition=~Q(mail="waiting") | Q(mail_due_at__isnull=False),
                name="%(class)s_mail_that_waits_is_due_some_time",
            ),
        ]

    @property
    def message_id(self) -> str:
        """The same for each attempt, so that a mail sent twice by a dying worker is known as one."""
        host = settings.SITE_ADDRESS.partition("://")[2].partition(":")[0]
        return f"<{self._meta.model_name}-{self.pk}@{host}>"


def mail_due(now: datetime.datetime) -> Q:
    """Return the condition that a mail is due: not sent, not given up, and in no worker's hands."""
    return Q(mail=Mailed.Mail.WAITING, mail_due_at__lte=now)


class Digest(Mailed):
    """The mail of one day with what a member was told since the last one."""

    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="digests", verbose_name=_("member")
    )
    day = models.DateField(_("day"))

    class Meta(Mailed.Meta):
        abstract = False
        ordering = ["-day", "member"]
        verbose_name = _("daily e-mail")
        verbose_name_plural = _("daily e-mails")
        constraints = [
            *Mailed.Meta.constraints,
            models.UniqueConstraint(fields=["member", "day"], name="digest_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.day}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def of(self, member: Member) -> "NoticeQuerySet":
        return self.filter(member=member)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at__isnull=True)

    def to_mail(self, now: datetime.datetime) -> "NoticeQuerySet":
        return self.filter(mail_due(now))

    def awaiting_digest(self) -> "NoticeQuerySet":
        """Those that come with a daily mail which has not been put together yet."""
        return self.filter(mail=Notice.Mail.DAILY, digest__isnull=True)


class Notice(Mailed):
    """Something one member is told, on the page of notices and by mail: once for each `key`."""

    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="notices", verbose_name=_("member")
    )
    # One of NOTICE_KINDS; empty with notices from before there were kinds.
    kind = models.CharField(_("kind"), max_length=30, blank=True)
    # Names the event; telling it again under the same key tells nothing.
    key = models.CharField(max_length=200)
    subject_ko = models.CharField(max_length=300, blank=True)
    subject_zh_hans = models.CharField(max_length=300, blank=True)
    subject_en = models.CharField(max_length=300, blank=True)
    body_ko = models.TextField(blank=True)
    body_zh_hans = models.TextField(blank=True)
    body_en = models.TextField(blank=True)
    reason_ko = models.CharField(max_length=300, blank=True)
    reason_zh_hans = models.CharField(max_length=300, blank=True)
    reason_en = models.CharField(max_length=300, blank=True)
    # Path of the page it is about, below the language: `air/episodes/3/`.
    address = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(_("told"))
    read_at = models.DateTimeField(_("read"), null=True)
    digest = models.ForeignKey(Digest, on_delete=models.SET_NULL, null=True, related_name="notices")

    subject = Trilingual("subject", _("subject"))
    body = Trilingual("body", _("text"))
    reason = Trilingual("reason", _("reason"))
    objects = NoticeQuerySet.as_manager()

    class Meta(Mailed.Meta):
        abstract = False
        ordering = ["-created_at", "-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [
            *Mailed.Meta.indexes,
            models.Index(fields=["member"], condition=Q(read_at__isnull=True), name="notices_unread"),
            models.Index(fields=["member"], condition=Q(mail="daily"), name="notices_for_the_daily_mail"),
        ]
        constraints = [
            *Mailed.Meta.constraints,
            models.UniqueConstraint(fields=["member", "key"], name="notice_told_once"),
            in_some_language("subject"),
        ]

    def __str__(self) -> str:
        return str(self.subject)

    def address_in(self, language: str) -> str:
        """Return the path of the page it is about in a language."""
        return f"/{language}/{self.address or 'notices/'}"


class Way(models.TextChoices):
    """How notices of a kind come to a member."""

    AT_ONCE = "at_once", _("on the page and by e-mail at once")
    DAILY = "daily", _("on the page and in one e-mail a day")
    PAGE = "page", _("on the page only")
    OFF = "off", _("not at all")


class NoticeChoice(models.Model):
    """How one member wants to be told one kind of thing; without a choice it comes as NOTICE_KINDS says."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="notice_choices")
    kind = models.CharField(_("kind"), max_length=30)
    way = models.CharField(_("way"), max_length=10, choices=Way.choices)

    class Meta:
        ordering = ["member", "kind"]
        verbose_name = _("choice about notices")
        verbose_name_plural = _("choices about notices")
        constraints = [
            models.UniqueConstraint(fields=["member", "kind"], name="notice_choice_once_a_kind"),
            models.CheckConstraint(
                condition=Q(way__in=["at_once", "daily", "page", "off"]), name="notice_choice_is_a_way"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.kind}: {self.get_way_display()}"
