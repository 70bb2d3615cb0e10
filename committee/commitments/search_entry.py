from committee.commitments.models import Commitment
from committee.languages.searched import Searched

SEARCHED = [
    Searched(
        Commitment,
        title="title",
        texts=("description",),
        city="city",
        subcommittee="subcommittee",
        day="due_on",
    ),
]
