"""Who may send air data by machine, what was handed over and waits, and the receipts that go back."""

import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.members.models import Member
from environment.measurements.models import Delivery

# What came of an attempt to send a receipt, by the stable names that are kept.
OUTCOMES = {
    "delivered": _("delivered"),
    "refused": _("refused"),
    "no-answer": _("no answer"),
    "too-slow": _("too slow"),
    "no-address": _("no address is given any more"),
    "not-https": _("the address is not https"),
    "inside-address": _("the address leads inside"),
    "address-unreadable": _("the address cannot be read"),
    "certificate-not-trusted": _("the certificate is not trusted"),
}


class MachineAccountQuerySet(models.QuerySet["MachineAccount"]):
    def visible_to(self, member: Member) -> "MachineAccountQuerySet":
        """A city keeps its machine accounts to itself."""
        return self.filter(city_id=member.city_id)

    def usable(self) -> "MachineAccountQuerySet":
        return self.filter(revoked_at__isnull=True)


class MachineAccount(Record):
    """A system of one city that delivers for this city, and for no other one."""

    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="machine_accounts", verbose_name=_("city")
    )
    name = models.CharField(_("name of the system"), max_length=120)
    webhook_url = models.URLField(
        _("address for receipts"),
        max_length=500,
        blank=True,
        help_text=_("Receipts are sent there, signed. It starts with https:// and is reached from anywhere."),
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True, editable=False)

    objects = MachineAccountQuerySet.as_manager()

    class Meta:
        ordering = ["city", "name"]
        verbose_name = _("machine account")
        verbose_name_plural = _("machine accounts")
        constraints = [
            models.UniqueConstraint(
                fields=["city", "name"],
                name="machine_account_name_once_a_city",
                violation_error_message=_("Another machine account of your city has this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("machine_account", args=[self.pk])


class MachineKeys(models.Model):
    """The secrets of a machine account; apart from it, because everything about a record is history.

    The token is kept as its SHA-256: it is random and long, so a slow hash would add nothing. What signs
    the receipts must be kept as it is; the secret before it signs too until `previous_until`.
    """

    account = models.OneToOneField(
        MachineAccount, on_delete=models.CASCADE, primary_key=True, related_name="keys"
    )
    token_sha256 = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 - several without one
    token_start = models.CharField(_("token starts with"), max_length=12, blank=True)
    token_made_at = models.DateTimeField(_("token made"), null=True)
    last_used_at = models.DateTimeField(_("last used"), null=True)
    webhook_secret = models.CharField(max_length=100)
    previous_secret = models.CharField(max_length=100, blank=True)
    previous_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("keys of a machine account")
        verbose_name_plural = _("keys of machine accounts")
        constraints = [
            models.CheckConstraint(
                condition=Q(previous_secret="", previous_until__isnull=True)
                | (~Q(previous_secret="") & Q(previous_until__isnull=False)),
                name="previous_secret_ends_some_time",
            ),
        ]

    def __str__(self) -> str:
        return self.token_start

    def signing_secrets(self, now: datetime.datetime) -> list[str]:
        """Return the secrets that sign at `now`, the current one first."""
        is_in_transition = self.previous_until is not None and now < self.previous_until
        return [self.webhook_secret, *([self.previous_secret] if is_in_transition else [])]


class HandoverQuerySet(models.QuerySet["Handover"]):
    def waiting(self) -> "HandoverQuerySet":
        return self.filter(delivery__state=Delivery.State.WAITING)

    def silent_since(self, moment: datetime.datetime) -> "HandoverQuerySet":
        """Waiting without a sign of life since `moment`: the worker was killed or the message lost."""
        return self.waiting().filter(seen_alive_at__lt=moment)

    def locked(self, *, skip_locked: bool = False) -> "HandoverQuerySet":
        """Lock handovers and deliveries: what is joined unlocked, PostgreSQL reads as before the wait."""
        rows = self.select_related("delivery__city")
        return rows.select_for_update(of=("self", "delivery"), no_key=True, skip_locked=skip_locked)


class Handover(models.Model):
    """A delivery that was handed over as bytes: they are kept first and taken in by a task later.

    `content_sha256` is that of the unpacked content, so that a push counts as the same however packed.
    """

    delivery = models.OneToOneField(
        Delivery, on_delete=models.CASCADE, primary_key=True, related_name="handover"
    )
    account = models.ForeignKey(
        MachineAccount,
        on_delete=models.PROTECT,
        null=True,
        related_name="handovers",
        verbose_name=_("machine account"),
    )
    idempotency_key = models.CharField(_("idempotency key"), max_length=255, blank=True)
    content_sha256 = models.CharField(max_length=64)
    content = models.FileField(_("as received"), upload_to="deliveries/%Y/%m/", max_length=300)
    # Raised by every attempt, before it begins: one that kills its worker must not do so for ever.
    attempts = models.PositiveSmallIntegerField(default=0)
    seen_alive_at = models.DateTimeField()
    finished_at = models.DateTimeField(_("finished"), null=True)
    failure = models.TextField(_("what went wrong"), blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-delivery_id"]
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")
        constraints = [
            models.UniqueConstraint(
                fields=["account", "idempotency_key"],
                condition=Q(account__isnull=False),
                name="handover_once_a_key",
            ),
            models.CheckConstraint(
                condition=Q(account__isnull=True, idempotency_key="")
                | (Q(account__isnull=False) & ~Q(idempotency_key="")),
                name="handover_of_a_machine_has_its_key",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.delivery_id}"


class ReceiptMessageQuerySet(models.QuerySet["ReceiptMessage"]):
    def due(self, now: datetime.datetime) -> "ReceiptMessageQuerySet":
        return self.filter(state=ReceiptMessage.State.PENDING, next_attempt_at__lte=now)


class ReceiptMessage(models.Model):
    """A receipt on its way to a webhook; `payload` and `message_id` are the same at each attempt."""

    class State(models.TextChoices):
        PENDING = "pending", _("on its way")
        DELIVERED = "delivered", _("delivered")
        STOPPED = "stopped", _("stopped by the recipient")
        GIVEN_UP = "given_up", _("given up")

    delivery = models.ForeignKey(
        Delivery, on_delete=models.CASCADE, related_name="receipt_messages", verbose_name=_("delivery")
    )
    account = models.ForeignKey(
        MachineAccount,
        on_delete=models.PROTECT,
        related_name="receipt_messages",
        verbose_name=_("machine account"),
    )
    message_id = models.CharField(max_length=60, unique=True)
    payload = models.TextField()
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.PENDING)
    created_at = models.DateTimeField(_("created"))
    next_attempt_at = models.DateTimeField(_("next attempt"), null=True)

    objects = ReceiptMessageQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        verbose_name = _("receipt on its way")
        verbose_name_plural = _("receipts on their way")
        constraints = [
            models.UniqueConstraint(fields=["delivery", "account"], name="receipt_sent_once_a_delivery"),
            models.CheckConstraint(
                condition=Q(state="pending", next_attempt_at__isnull=False)
                | (~Q(state="pending") & Q(next_attempt_at__isnull=True)),
                name="receipt_on_its_way_has_a_next_attempt",
            ),
        ]
        indexes = [models.Index(fields=["state", "next_attempt_at"], name="receipts_due")]

    def __str__(self) -> str:
        return self.message_id


class ReceiptAttempt(models.Model):
    """One attempt to hand a receipt over, with what came of it."""

    message = models.ForeignKey(ReceiptMessage, on_delete=models.CASCADE, related_name="attempts")
    at = models.DateTimeField(_("at"))
    url = models.CharField(_("address"), max_length=500)
    # None where no answer came; `outcome` then says why, by a short stable name.
    status = models.PositiveSmallIntegerField(_("answer"), null=True)
    outcome = models.CharField(_("outcome"), max_length=40)
    seconds = models.FloatField(_("seconds"), default=0.0)

    class Meta:
        ordering = ["at", "id"]
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.outcome}"

    @property
    def in_words(self) -> str:
        return str(OUTCOMES.get(self.outcome, self.outcome))
