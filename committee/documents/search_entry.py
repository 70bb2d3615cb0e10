from committee.documents.models import Document
from committee.languages.searched import Searched

SEARCHED = [
    Searched(
        Document,
        title="title",
        texts=("abstract",),
        city="city",
        subcommittee="subcommittee",
        visible_to=Document.objects.visible_to,
    ),
]
