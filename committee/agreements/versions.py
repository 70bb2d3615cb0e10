"""The language versions of an agreement and its articles, as they stand side by side."""

from dataclasses import dataclass

from django.conf import settings

from committee.agreements.models import Agreement, Article
from committee.agreements.structure import Clause, clauses_of
from committee.languages.wording import LANGUAGES, Wording, suffix_of


@dataclass(frozen=True)
class Version:
    """What an agreement or an article says in one language; `heading` and `text` may be empty."""

    name: str
    is_authentic: bool
    heading: Wording
    text: Wording

    @property
    def clauses(self) -> list[Clause]:
        return clauses_of(self.text)


def versions_of_agreement(agreement: Agreement) -> list[Version]:
    """Return the versions with a title or text, or that must have one as authentic; authentic first."""
    return _versions(agreement, agreement, heading="title")


def versions_of_article(agreement: Agreement, article: Article) -> list[Version]:
    """Return the versions of one article of `agreement`, in the order of the agreement's own."""
    return _versions(agreement, article, heading="heading")


def _versions(agreement: Agreement, record: Agreement | Article, *, heading: str) -> list[Version]:
    names = {suffix_of(code): str(name) for code, name in settings.LANGUAGES}
    found = [
        Version(
            name=names[suffix],
            is_authentic=getattr(agreement, f"authentic_{suffix}"),
            heading=Wording(getattr(record, f"{heading}_{suffix}"), tag),
            text=Wording(getattr(record, f"text_{suffix}"), tag),
        )
        for suffix, tag in LANGUAGES.items()
    ]
    worth_showing = [each for each in found if each.is_authentic or each.heading or each.text]
    return sorted(worth_showing, key=lambda each: not each.is_authentic)
