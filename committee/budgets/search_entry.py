from committee.budgets.models import BudgetLine
from committee.languages.searched import Searched

SEARCHED = [
    Searched(
        BudgetLine,
        texts=("source",),
        is_named_by_words=True,
        related=("project", "city"),
        city="city",
        subcommittee="project__subcommittee",
        visible_to=BudgetLine.objects.visible_to,
    ),
]
