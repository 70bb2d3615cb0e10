from committee.languages.searched import Searched
from committee.subcommittees.models import Subcommittee

SEARCHED = [Searched(Subcommittee, title="name")]
