from committee.languages.searched import Searched
from committee.progress.models import ProgressUpdate

SEARCHED = [
    Searched(
        ProgressUpdate,
        texts=("narrative", "next_steps"),
        related=("project", "city"),
        city="city",
        subcommittee="project__subcommittee",
        day="period_until",
        visible_to=ProgressUpdate.objects.visible_to,
    ),
]
