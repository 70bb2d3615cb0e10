from committee.agreements.models import Agreement, Article, Signature
from committee.languages.searched import Searched

SEARCHED = [
    Searched(Agreement, title="title", texts=("text", "signed_in"), day="signed_on"),
    Searched(
        Article,
        title="heading",
        texts=("text",),
        related=("agreement",),
        day="agreement__signed_on",
    ),
    Searched(
        Signature,
        texts=("signatory",),
        related=("agreement", "city"),
        city="city",
        day="agreement__signed_on",
    ),
]
