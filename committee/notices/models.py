import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.languages.models import in_some_language
from committee.languages.wording import Trilingual
from committee.members.models import Member


class NoticeQuerySet(models.QuerySet["Notice"]):
    def of(self, member: Member) -> "NoticeQuerySet":
        return self.filter(member=member)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at__isnull=True)

    def to_mail(self, now: datetime.datetime) -> "NoticeQuerySet":
        """Those whose mail is due: not sent, not given up, and in no worker's hands."""
        return self.filter(mail=Notice.Mail.WAITING, mail_due_at__lte=now)


class Notice(models.Model):
    """Something one member is told, on the page of notices and by mail: once for each `key`."""

    class Mail(models.TextChoices):
        NONE = "none", _("no e-mail")
        WAITING = "waiting", _("e-mail waits")
        SENT = "sent", _("e-mail sent")
        GIVEN_UP = "given_up", _("e-mail given up")

    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="notices", verbose_name=_("member")
    )
    # Names the event; telling it again under the same key tells nothing.
    key = models.CharField(max_length=200)
    subject_ko = models.CharField(max_length=300, blank=True)
    subject_zh_hans = models.CharField(max_length=300, blank=True)
    subject_en = models.CharField(max_length=300, blank=True)
    body_ko = models.TextField(blank=True)
    body_zh_hans = models.TextField(blank=True)
    body_en = models.TextField(blank=True)
    # Path of the page it is about, below the language: `air/episodes/3/`.
    address = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(_("told"))
    read_at = models.DateTimeField(_("read"), null=True)
    mail = models.CharField(_("e-mail"), max_length=10, choices=Mail.choices, default=Mail.NONE)
    # While a worker holds the mail this is when another one may take it up.
    mail_due_at = models.DateTimeField(null=True)
    mail_attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(_("e-mail sent"), null=True)
    # What the last attempt met, for who keeps the mail server.
    mail_failure = models.CharField(max_length=300, blank=True)

    subject = Trilingual("subject", _("subject"))
    body = Trilingual("body", _("text"))
    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [
            models.Index(
                fields=["mail_due_at"], condition=Q(mail="waiting"), name="notices_whose_mail_waits"
            ),
            models.Index(fields=["member"], condition=Q(read_at__isnull=True), name="notices_unread"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["member", "key"], name="notice_told_once"),
            in_some_language("subject"),
            models.CheckConstraint(
                condition=Q(mail="sent", sent_at__isnull=False) | (~Q(mail="sent") & Q(sent_at__isnull=True)),
                name="notice_sent_has_its_time",
            ),
            models.CheckConstraint(
                condition=~Q(mail="waiting") | Q(mail_due_at__isnull=False),
                name="notice_mail_that_waits_is_due_some_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.subject)

    def address_in(self, language: str) -> str:
        """Return the path of the page it is about in a language."""
        return f"/{language}/{self.address or 'notices/'}"

    @property
    def message_id(self) -> str:
        """The same for each attempt, so that a mail sent twice by a dying worker is known as one."""
        return f"<notice-{self.pk}@{settings.SITE_ADDRESS.partition('://')[2].partition(':')[0]}>"
