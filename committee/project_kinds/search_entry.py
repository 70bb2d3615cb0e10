from committee.languages.searched import Searched
from committee.project_kinds.models import ProjectKind

SEARCHED = [Searched(ProjectKind, title="name", texts=("description",))]
