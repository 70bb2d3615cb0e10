"""How much of updates is read along with them, each in a fixed number of queries."""

from typing import Self, TypeVar

from django.db import models

from committee.languages.wording import columns

# A progress update, whose module imports this one.
Update = TypeVar("Update", bound=models.Model)


class ReadAlong(models.QuerySet[Update]):
    def named(self) -> Self:
        """With what names an update in a line, and no more; of project and city their names."""
        names = columns("project__title", "city__name")
        said = ["project", "city", "period_from", "period_until", "course", "state", "is_illustrative"]
        return self.select_related("project", "city").only(*said, *names)

    def in_brief(self) -> Self:
        """With the people and cities that say where an update stands."""
        # Asked for beside the updates: a database takes longer to plan ten joins than to answer them.
        beside = ["city", "answering_city", "author", "on_behalf_of", "answered_by"]
        return self.select_related("project__subcommittee", "correction").prefetch_related(*beside)

    def in_full(self) -> Self:
        """With everything that a page or a report says of an update, in a fixed number of queries."""
        people = ["submitted_by", "closed_by"]
        rows = ["reported_milestones__milestone", "reported_values__indicator"]
        return self.in_brief().prefetch_related(*people, *rows)

    def briefly(self) -> Self:
        """With what says whose turn it is, and no more; of the cities their names."""
        said = ["project", "last_word", "state", "closed_at", "period_from", "period_until"]
        cities = ["city", "answering_city"]
        names = columns(*(f"{city}__name" for city in cities))
        return self.select_related(*cities).only(*said, *cities, *names)
