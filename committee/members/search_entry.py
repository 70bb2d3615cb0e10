from committee.languages.searched import Searched
from committee.members.models import Member

# Addresses and sign-in names are for the secretariat that keeps them and are not searched.
SEARCHED = [Searched(Member, title="name", texts=("title",), city="city")]
