"""What the database itself refuses to keep of an update."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from committee.languages.models import in_some_language

_ANSWERED = ["returned", "confirmed", "differing"]
_SOME_STATEMENT = ~Q(statement_ko="") | ~Q(statement_zh_hans="") | ~Q(statement_en="")

CONSTRAINTS: list[models.BaseConstraint] = [
    in_some_language("narrative"),
    models.CheckConstraint(condition=~Q(city=F("answering_city")), name="update_answered_by_the_other_city"),
    models.CheckConstraint(
        condition=Q(answered_by__isnull=True)
        | (
            ~Q(answered_by=F("author"))
            & ~Q(answered_by=F("submitted_by"))
            & (Q(on_behalf_of__isnull=True) | ~Q(answered_by=F("on_behalf_of")))
        ),
        name="update_answered_by_somebody_else",
    ),
    models.CheckConstraint(
        condition=Q(period_until__gte=F("period_from")),
        name="update_ends_after_it_starts",
        violation_error_message=_("The period ends before it starts."),
    ),
    models.CheckConstraint(
        condition=Q(state="draft", submitted_at__isnull=True, submitted_by__isnull=True)
        | (~Q(state="draft") & Q(submitted_at__isnull=False, submitted_by__isnull=False)),
        name="update_submitted_by_someone",
    ),
    models.CheckConstraint(
        condition=Q(state__in=_ANSWERED, answered_at__isnull=False, answered_by__isnull=False)
        | (~Q(state__in=_ANSWERED) & Q(answered_at__isnull=True, answered_by__isnull=True)),
        name="update_answered_by_someone",
    ),
    models.CheckConstraint(
        condition=(Q(state="confirmed") & ~Q(confirmed_hash=""))
        | (~Q(state="confirmed") & Q(confirmed_hash="")),
        name="update_confirmed_with_its_hash",
    ),
    models.CheckConstraint(
        condition=(Q(state="returned") & ~Q(return_comment=""))
        | (~Q(state="returned") & Q(return_comment="")),
        name="update_returned_with_a_comment",
    ),
    models.CheckConstraint(
        condition=Q(state="one_sided", one_sided_at__isnull=False)
        | (~Q(state="one_sided") & Q(one_sided_at__isnull=True)),
        name="update_one_sided_since_some_time",
    ),
    models.CheckConstraint(
        condition=(Q(state="differing", last_word__isnull=False) & ~Q(statement_course="") & _SOME_STATEMENT)
        | (
            ~Q(state="differing")
            & Q(last_word__isnull=True, statement_course="")
            & Q(statement_ko="", statement_zh_hans="", statement_en="")
        ),
        name="update_seen_differently_has_both_statements",
        violation_error_message=_("Give your city's statement in at least one language, and the course."),
    ),
    models.CheckConstraint(
        condition=Q(last_word__isnull=True) | Q(last_word=F("city")) | Q(last_word=F("answering_city")),
        name="update_last_word_of_one_of_both_cities",
    ),
    models.CheckConstraint(
        condition=Q(closed_at__isnull=True, closed_by__isnull=True)
        | Q(state="differing", closed_at__isnull=False, closed_by__isnull=False),
        name="update_closed_by_someone",
    ),
    models.CheckConstraint(
        condition=Q(on_behalf_of__isnull=True) | ~Q(on_behalf_of=F("author")),
        name="update_entered_on_behalf_of_somebody_else",
    ),
    models.CheckConstraint(
        condition=Q(mended_at__isnull=True) | Q(state="confirmed"),
        name="update_wording_corrected_once_confirmed",
    ),
]
