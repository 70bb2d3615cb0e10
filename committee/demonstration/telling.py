"""What the cities told of their projects."""

from committee.demonstration.cast import Cast
from committee.demonstration.story import Told
from committee.projects.models import Project


def tell(cast: Cast, subcommittee: str, project: Project, told: Told) -> None:
    """Let a city report on a project and the other one answer."""
