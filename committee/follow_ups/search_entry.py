from committee.follow_ups.models import FollowUp
from committee.languages.searched import Searched

SEARCHED = [
    Searched(
        FollowUp,
        title="title",
        texts=("result",),
        city="responsible__city",
        other_city="post__city",
        subcommittee="decision__subcommittee",
        day="due_on",
    ),
]
