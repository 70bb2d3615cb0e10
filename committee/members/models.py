import datetime
import zoneinfo
from collections.abc import Iterable
from typing import ClassVar

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City, validate_time_zone
from committee.history.models import Record
from committee.languages.models import Named
from committee.languages.wording import Trilingual


class Role(models.TextChoices):
    SECRETARIAT = "secretariat", _("secretariat")
    CO_LEAD = "co_lead", _("co-lead of a subcommittee")
    CONTRIBUTOR = "contributor", _("contributor to a subcommittee")
    LIAISON = "liaison", _("liaison officer of the hotline")
    OBSERVER = "observer", _("observer")


ROLES_IN_A_SUBCOMMITTEE = [Role.CO_LEAD, Role.CONTRIBUTOR]
ROLES_OF_ONE = [Role.CO_LEAD, Role.LIAISON]
ROLES_WITH_DEPUTIES = [*ROLES_OF_ONE, Role.SECRETARIAT]


class Standing(models.TextChoices):
    HOLDER = "holder", _("holder of the post")
    DEPUTY = "deputy", _("deputy")
    HEAD = "head", _("head of the secretariat")


# What a city gives to one person at a time; deputies have the same rights and there may be several.
OF_ONE_AT_A_TIME = Q(role__in=ROLES_OF_ONE, standing=Standing.HOLDER) | Q(standing=Standing.HEAD)


# What makes two posts terms of one office.
OFFICE = ("city_id", "role", "standing", "subcommittee_id")


class MemberQuerySet(models.QuerySet["Member"]):
    def holding(self, role: Role, day: datetime.date) -> "MemberQuerySet":
        """Those who may sign in and hold `role` on a day."""
        return self.holding_one_of([role], day)

    def holding_one_of(self, roles: Iterable[Role], day: datetime.date) -> "MemberQuerySet":
        held = Post.objects.filter(role__in=roles).held_on(day)
        return self.filter(is_active=True, pk__in=held.values("member"))

    def with_unread_notices(self) -> "MemberQuerySet":
        """Give each member `unread_notices`, the number told and not yet read."""
        notices = apps.get_model("committee", "Notice")._default_manager  # Their room stands above.
        unread = notices.order_by().filter(member=OuterRef("pk"), read_at__isnull=True).values("member")
        # Counted by itself: joined, the member would be read once a notice.
        counted = Subquery(unread.annotate(number=Count("pk")).values("number"))
        return self.annotate(unread_notices=Coalesce(counted, 0))


class MemberManager(BaseUserManager.from_queryset(MemberQuerySet)):  # type: ignore[misc]  # made at run time
    """Finds a member by the sign-in name; members are made by actions alone."""


class Member(Record, Named, AbstractBaseUser):
    """A person of one of the two cities who may sign in; what the person may do follows from posts."""

    username = models.CharField(
        _("sign-in name"), max_length=150, unique=True, validators=[UnicodeUsernameValidator()]
    )
    email = models.EmailField(_("e-mail"), blank=True)
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="members", verbose_name=_("city"))
    title_ko = models.CharField(_("job title in Korean"), max_length=200, blank=True)
    title_zh_hans = models.CharField(_("job title in Chinese"), max_length=200, blank=True)
    title_en = models.CharField(_("job title in English"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    time_zone = models.CharField(
        _("time zone"), max_length=50, blank=True, editable=False, validators=[validate_time_zone]
    )
    has_holidays_in_feed = models.BooleanField(
        _("public holidays in the calendar address"), default=False, editable=False
    )
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_demonstration = models.BooleanField(default=False, editable=False)

    title = Trilingual("title", _("job title"))
    objects: ClassVar[MemberManager] = MemberManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["email", "city"]

    class Meta(Named.Meta):
        abstract = False
        ordering = ["city", "username"]
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            *Named.Meta.constraints,
            # Who signs in may write small letters for capital ones: of two names alike, neither could.
            models.UniqueConstraint(
                Lower("username"),
                name="member_username_once_in_any_case",
                violation_error_message=_("Another member has this sign-in name."),
            ),
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="member_email_once_in_any_case",
                violation_error_message=_("Another member has this e-mail address."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("member", args=[self.pk])

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """In which the member reads the calendar: one of his or her own, or the city's."""
        return zoneinfo.ZoneInfo(self.time_zone) if self.time_zone else self.city.zone

    @property
    def today(self) -> datetime.date:
        """The day it is now in the member's city."""
        return timezone.localdate(timezone=self.city.zone)

    @property
    def is_secretariat(self) -> bool:
        return self.holds(Role.SECRETARIAT)

    @cached_property
    def posts_now(self) -> list["Post"]:
        """The posts held today in the member's own city; read once a request, whatever a page asks."""
        # Nobody has many: which are held today, and in what order, is quicker seen here than asked for.
        terms = self.posts.select_related("subcommittee").order_by()
        held = [post for post in terms if post.city_id == self.city_id and post.is_held_on(self.today)]
        return sorted(held, key=lambda post: (post.role, getattr(post.subcommittee, "position", 0), post.pk))

    def holds(self, *roles: Role, subcommittee: models.Model | None = None) -> bool:
        """Whether the member holds one of `roles` today; in `subcommittee`, where one is given."""
        return any(
            post.role in roles and (subcommittee is None or post.subcommittee_id == subcommittee.pk)
            for post in self.posts_now
        )


class PostQuerySet(models.QuerySet["Post"]):
    def held_on(self, day: datetime.date) -> "PostQuerySet":
        return self.held_between(day, day)

    def held_between(self, first: datetime.date | None, last: datetime.date | None) -> "PostQuerySet":
        """Those whose term has a day in common with `first` to `last`; None is open."""
        common = Q()
        if last is not None:
            common &= Q(held_from__isnull=True) | Q(held_from__lte=last)
        if first is not None:
            common &= Q(held_until__isnull=True) | Q(held_until__gte=first)
        return self.filter(common)

    def with_successors(self) -> "PostQuerySet":
        """The posts that pass from one person to the next, and those of their deputies."""
        deputies = Q(standing=Standing.DEPUTY)
        return self.filter(OF_ONE_AT_A_TIME | deputies)

    def of_the_office_of(self, post: "Post") -> "PostQuerySet":
        """All terms of one office, whoever held it."""
        return self.filter(
            city=post.city_id, role=post.role, standing=post.standing, subcommittee=post.subcommittee_id
        )

    def in_the_way_of(self, post: "Post") -> "PostQuerySet":
        """Those by whom a post that is given to one at a time is held already in the term of `post`."""
        if not post.is_of_one_at_a_time:
            return self.none()
        same = self.filter(
            OF_ONE_AT_A_TIME, city=post.city_id, role=post.role, subcommittee=post.subcommittee_id
        )
        return same.held_between(post.held_from, post.held_until).exclude(pk=post.pk)


class Post(Record):
    """A role that a member holds, for its term; co-leads and contributors hold it in a subcommittee."""

    part_of = "member"
    # The latest term of an office first; a term that was always held comes last.
    BY_OFFICE = (
        "role",
        "subcommittee__position",
        "subcommittee",
        "city",
        F("held_from").desc(nulls_last=True),
        "pk",
    )

    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="posts", verbose_name=_("member")
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="posts", editable=False, verbose_name=_("city")
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    standing = models.CharField(
        _("standing"), max_length=10, choices=Standing.choices, default=Standing.HOLDER
    )
    subcommittee = models.ForeignKey(
        "committee.Subcommittee",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("subcommittee"),
    )
    held_from = models.DateField(_("held from"), null=True, blank=True)
    held_until = models.DateField(_("held until"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["member", "role", "subcommittee"]
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=ROLES_IN_A_SUBCOMMITTEE, subcommittee__isnull=False)
                | (~Q(role__in=ROLES_IN_A_SUBCOMMITTEE) & Q(subcommittee__isnull=True)),
                name="post_subcommittee_where_the_role_has_one",
                violation_error_message=_(
                    "Co-leads and contributors need a subcommittee; other roles have none."
                ),
            ),
            models.CheckConstraint(
                condition=Q(held_from__isnull=True)
                | Q(held_until__isnull=True)
                | Q(held_until__gte=F("held_from")),
                name="post_ends_after_it_starts",
                violation_error_message=_("The term ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(standing=Standing.HOLDER)
                | Q(standing=Standing.DEPUTY, role__in=ROLES_WITH_DEPUTIES)
                | Q(standing=Standing.HEAD, role=Role.SECRETARIAT),
                name="post_standing_fits_the_role",
                violation_error_message=_(
                    "Only secretariats have a head; they, co-leads and liaison officers have deputies."
                ),
            ),
        ]

    def get_absolute_url(self) -> str:
        return self.member.get_absolute_url()

    def is_held_on(self, day: datetime.date) -> bool:
        """See `PostQuerySet.held_on`."""
        has_begun = self.held_from is None or self.held_from <= day
        return has_begun and (self.held_until is None or self.held_until >= day)

    @property
    def is_of_one_at_a_time(self) -> bool:
        return self.standing == Standing.HEAD or (
            self.standing == Standing.HOLDER and self.role in ROLES_OF_ONE
        )

    def is_of_the_office_of(self, other: "Post") -> bool:
        """Whether both are terms of one office, see `PostQuerySet.of_the_office_of`."""
        return all(getattr(self, name) == getattr(other, name) for name in OFFICE)

    @property
    def passes_on(self) -> bool:
        """Whether somebody succeeds the holder; the others come and go without a successor."""
        return self.is_of_one_at_a_time or self.standing == Standing.DEPUTY

    @property
    def office(self) -> str:
        """What the post is called, whoever holds it."""
        where = f", {self.subcommittee}" if self.subcommittee_id else ""
        return f"{self.get_role_display()}{where}"

    def __str__(self) -> str:
        if self.standing == Standing.HEAD:
            return str(self.get_standing_display())
        if self.standing == Standing.DEPUTY:
            return _("%(post)s (deputy)") % {"post": self.office}
        return self.office
