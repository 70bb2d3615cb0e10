from committee.languages.searched import Searched
from committee.progress.models import ProgressUpdate

SEARCHED = [
    Searched(
        ProgressUpdate,
        texts=("narrative", "next_steps", "statement"),
        related=("project", "city", "answering_city", "answered_by"),
        city="city",
        subcommittee="project__subcommittee",
        day="period_until",
        visible_to=ProgressUpdate.objects.visible_to,
    ),
]
