from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committee.languages.wording import Trilingual, columns


def in_some_language(name: str) -> models.CheckConstraint:
    """Return the constraint that at least one language of the text `name` is given."""
    some = Q()
    for column in columns(name):
        some |= ~Q(**{column: ""})
    return models.CheckConstraint(
        condition=some,
        name=f"%(class)s_{name}_in_some_language",
        violation_error_message=_("Give this text in at least one language."),
    )


def containing(words: str, *names: str) -> Q:
    """Return the condition that one of the trilingual texts `names`, in any language, contains `words`."""
    found = Q()
    for column in columns(*names):
        found |= Q(**{f"{column}__icontains": words})
    return found


class Titled(models.Model):
    """Carries a title in up to three languages, at least one."""

    title_ko = models.CharField(_("title in Korean"), max_length=300, blank=True)
    title_zh_hans = models.CharField(_("title in Chinese"), max_length=300, blank=True)
    title_en = models.CharField(_("title in English"), max_length=300, blank=True)

    title = Trilingual("title", _("title"))

    class Meta:
        abstract = True
        constraints = [in_some_language("title")]

    def __str__(self) -> str:
        return str(self.title)


class Named(models.Model):
    """Carries a name in up to three languages, at least one."""

    name_ko = models.CharField(_("name in Korean"), max_length=200, blank=True)
    name_zh_hans = models.CharField(_("name in Chinese"), max_length=200, blank=True)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)

    name = Trilingual("name", _("name"))

    class Meta:
        abstract = True
        constraints = [in_some_language("name")]

    def __str__(self) -> str:
        return str(self.name)
