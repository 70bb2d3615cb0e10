"""The checks of a record, all asked in one query."""

from collections.abc import Collection, Sequence
from functools import reduce
from operator import and_

from django.core.exceptions import ValidationError
from django.db import models, router
from django.db.models import CheckConstraint, Q
from django.db.models.constraints import BaseConstraint


class CheckedAtOnce(models.Model):
    """Django asks a query a check, which takes most of the time of saving; here only where one is broken."""

    # Set while the constraints are validated whose checks are known to hold.
    checks_hold = False

    class Meta:
        abstract = True

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        self.checks_hold = self._all_checks_hold(exclude or ())
        try:
            super().validate_constraints(exclude)
        finally:
            self.checks_hold = False

    def get_constraints(self) -> list[tuple[type[models.Model], Sequence[BaseConstraint]]]:
        found = super().get_constraints()
        if not self.checks_hold:
            return found
        return [
            (model, [each for each in constraints if not isinstance(each, CheckConstraint)])
            for model, constraints in found
        ]

    def _all_checks_hold(self, exclude: Collection[str]) -> bool:
        """Ask those that name no field that is left out; the others are no checks."""
        using = router.db_for_write(type(self), instance=self)
        for model, constraints in self.get_constraints():
            checks = [Q(each.condition) for each in constraints if isinstance(each, CheckConstraint)]
            conditions = [each for each in checks if not fields_in(model, each) & {*exclude}]
            if not conditions:
                continue
            together = CheckConstraint(condition=reduce(and_, conditions), name="together")
            try:
                together.validate(model, self, using=using)
            except ValidationError:
                return False
        return True


def fields_in(model: type[models.Model], condition: Q) -> set[str]:
    """Return the names of the fields that a condition is about."""
    return {name for name, *_lookups in model._get_expr_references(condition)}  # type: ignore[attr-defined]  # not in the stubs
