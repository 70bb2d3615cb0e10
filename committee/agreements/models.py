import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.cities.models import City
from committee.documents.attachments import Documented
from committee.history.models import Record
from committee.languages.models import Titled
from committee.languages.wording import Trilingual
from committee.meetings.models import GeneralMeeting


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def signed_between(self, start: datetime.date | None, end: datetime.date) -> "AgreementQuerySet":
        """Signed after `start` (a day, or None for ever) and up to and including `end`."""
        signed = self.filter(signed_on__lte=end)
        return signed.filter(signed_on__gt=start) if start else signed

    def in_force_on(self, day: datetime.date) -> "AgreementQuerySet":
        """Whose time in force holds `day`; one that renews itself goes on until it is ended or replaced."""
        state, renewal = Agreement.State, Agreement.Renewal
        begun = self.filter(in_force_from__lte=day).exclude(state=state.DRAFT)
        goes_on = Q(renewal=renewal.AUTOMATIC, state__in=[state.IN_FORCE, state.TERMINATED])
        has_no_end = Q(in_force_until__isnull=True) & ~Q(state=state.EXPIRED)
        not_ended = begun.filter(has_no_end | Q(in_force_until__gte=day) | goes_on)
        not_terminated = not_ended.filter(Q(terminated_on__isnull=True) | Q(terminated_on__gt=day))
        replaced = Agreement.objects.signed().filter(
            relation=Agreement.Relation.REPLACES, earlier=OuterRef("pk"), in_force_from__lte=day
        )
        return not_terminated.exclude(Exists(replaced))

    def signed(self) -> "AgreementQuerySet":
        return self.exclude(state=Agreement.State.DRAFT)

    def ending(self, first: datetime.date, last: datetime.date) -> "AgreementQuerySet":
        """In force on `first`, ending between then and `last`, and nothing signed goes on from it."""
        binding = self.in_force_on(first)
        return binding.filter(~goes_on(), in_force_until__gte=first, in_force_until__lte=last)


def goes_on() -> Q:
    """Return the condition that an agreement renews itself, or something signed renews or replaces it."""
    relation = Agreement.Relation
    following = Agreement.objects.signed().filter(
        earlier=OuterRef("pk"), relation__in=[relation.RENEWS, relation.REPLACES]
    )
    return Q(renewal=Agreement.Renewal.AUTOMATIC) | Q(Exists(following))


class Agreement(Record, Titled, Documented):
    """An MOU or another instrument by which the two cities bind themselves."""

    class Kind(models.TextChoices):
        MOU = "mou", _("memorandum of understanding")
        JOINT_DECLARATION = "joint_declaration", _("joint declaration")
        MINUTES = "minutes", _("agreed minutes")
        EXCHANGE_OF_LETTERS = "exchange_of_letters", _("exchange of letters")
        OTHER = "other", _("other instrument")

    class Renewal(models.TextChoices):
        NONE = "none", _("ends on its last day")
        BY_AGREEMENT = "by_agreement", _("renewed when both agree")
        AUTOMATIC = "automatic", _("renews itself")

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of an agreement", "draft")
        SIGNED = "signed", _("signed")
        IN_FORCE = "in_force", _("in force")
        EXPIRED = "expired", _("expired")
        TERMINATED = "terminated", _("terminated")

    class Relation(models.TextChoices):
        AMENDS = "amends", pgettext_lazy("an agreement an earlier one", "amends")
        RENEWS = "renews", pgettext_lazy("an agreement an earlier one", "renews")
        REPLACES = "replaces", pgettext_lazy("an agreement an earlier one", "replaces")

    kind = models.CharField(_("kind"), max_length=30, choices=Kind.choices, default=Kind.MOU)
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_zh_hans = models.TextField(_("text in Chinese"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    authentic_ko = models.BooleanField(_("the Korean text is authentic"), default=True)
    authentic_zh_hans = models.BooleanField(_("the Chinese text is authentic"), default=True)
    authentic_en = models.BooleanField(_("the English text is authentic"), default=False)
    meeting = models.ForeignKey(
        GeneralMeeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("agreed at general meeting"),
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    signed_in_ko = models.CharField(_("place of signing in Korean"), max_length=300, blank=True)
    signed_in_zh_hans = models.CharField(_("place of signing in Chinese"), max_length=300, blank=True)
    signed_in_en = models.CharField(_("place of signing in English"), max_length=300, blank=True)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_until = models.DateField(_("in force until"), null=True, blank=True)
    renewal = models.CharField(_("renewal"), max_length=20, choices=Renewal.choices, default=Renewal.NONE)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.DRAFT)

    terminated_on = models.DateField(
        _("terminated on"),
        null=True,
        blank=True,
        help_text=_("The first day on which it binds nobody any more"),
    )
    relation = models.CharField(
        _("what it does to an earlier agreement"), max_length=20, choices=Relation.choices, blank=True
    )
    earlier = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="later",
        verbose_name=_("earlier agreement"),
    )

    text = Trilingual("text", _("text"))
    signed_in = Trilingual("signed_in", _("place of signing"))
    objects = AgreementQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = [F("signed_on").desc(nulls_first=True), "pk"]
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(authentic_ko=True) | Q(authentic_zh_hans=True) | Q(authentic_en=True),
                name="agreement_has_an_authentic_text",
                violation_error_message=_("At least one language must be authentic."),
            ),
            models.CheckConstraint(
                condition=Q(in_force_until__isnull=True)
                | Q(in_force_from__isnull=False, in_force_until__gte=F("in_force_from")),
                name="agreement_ends_after_it_starts",
                violation_error_message=_("The agreement ends before it comes into force."),
            ),
            models.CheckConstraint(
                condition=Q(state="draft", signed_on__isnull=True)
                | (~Q(state="draft") & Q(signed_on__isnull=False)),
                name="agreement_signed_or_draft",
                violation_error_message=_("A signed agreement has a day of signing, a draft has none."),
            ),
            models.CheckConstraint(
                condition=~Q(state="in_force") | Q(in_force_from__isnull=False),
                name="agreement_in_force_has_a_start",
                violation_error_message=_("An agreement in force needs the day from which it is in force."),
            ),
            models.CheckConstraint(
                condition=Q(state="terminated", terminated_on__isnull=False)
                | (~Q(state="terminated") & Q(terminated_on__isnull=True)),
                name="agreement_terminated_has_its_day",
                violation_error_message=_("A terminated agreement has the day of its end, another has none."),
            ),
            models.CheckConstraint(
                condition=Q(terminated_on__isnull=True) | Q(terminated_on__gte=F("signed_on")),
                name="agreement_terminated_after_it_was_signed",
                violation_error_message=_(
                    "The agreement was signed after the day on which it was terminated."
                ),
            ),
            models.CheckConstraint(
                condition=Q(earlier__isnull=True, relation="") | (Q(earlier__isnull=False) & ~Q(relation="")),
                name="agreement_says_what_it_does_to_which",
                violation_error_message=_(
                    "Name the earlier agreement and say whether this one amends, renews or replaces it."
                ),
            ),
            models.CheckConstraint(
                condition=Q(earlier__isnull=True) | ~Q(earlier=F("id")),
                name="agreement_does_not_follow_itself",
                violation_error_message=_("An agreement cannot amend, renew or replace itself."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("agreement", args=[self.pk])

    @property
    def state_explained(self) -> str:
        return str(STATES_EXPLAINED[self.State(self.state)])


STATES_EXPLAINED = {
    Agreement.State.DRAFT: _("Not signed yet: it binds nobody."),
    Agreement.State.SIGNED: _("Signed by the cities, not in force yet."),
    Agreement.State.IN_FORCE: _("It binds both cities."),
    Agreement.State.EXPIRED: _("Its time has run out and it was not renewed."),
    Agreement.State.TERMINATED: _("It was ended before its time."),
}


class Signature(Record):
    """Who signed an agreement for one of the cities."""

    part_of = "agreement"

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="signatures", verbose_name=_("agreement")
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("city")
    )
    signatory_ko = models.CharField(_("name and title in Korean"), max_length=300, blank=True)
    signatory_zh_hans = models.CharField(_("name and title in Chinese"), max_length=300, blank=True)
    signatory_en = models.CharField(_("name and title in English"), max_length=300, blank=True)

    signatory = Trilingual("signatory", _("name and title"))

    class Meta:
        ordering = ["agreement", "city"]
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "city"],
                name="signature_once_a_city",
                violation_error_message=_("This city has signed already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.city}: {self.signatory}"

    def get_absolute_url(self) -> str:
        return self.agreement.get_absolute_url()


class Article(Record):
    """One article of an agreement, in the languages it was written in."""

    part_of = "agreement"

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="articles", verbose_name=_("agreement")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    heading_ko = models.CharField(_("heading in Korean"), max_length=300, blank=True)
    heading_zh_hans = models.CharField(_("heading in Chinese"), max_length=300, blank=True)
    heading_en = models.CharField(_("heading in English"), max_length=300, blank=True)
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_zh_hans = models.TextField(_("text in Chinese"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)

    heading = Trilingual("heading", _("heading"))
    text = Trilingual("text", _("text"))

    class Meta:
        ordering = ["agreement", "number"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "number"],
                name="article_number_once",
                violation_error_message=_("Another article has this number."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.heading}".strip()

    def get_absolute_url(self) -> str:
        return f"{self.agreement.get_absolute_url()}#article-{self.pk}"
