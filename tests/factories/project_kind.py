import factory

from committee.models import KindFigure, KindIndicator, ProjectKind


def general_kind() -> ProjectKind:
    """Return the general kind, which every database has; a test that empties the database took it away."""
    return ProjectKind.objects.get_or_create(is_general=True, defaults={"name_en": "General"})[0]


class ProjectKindFactory(factory.django.DjangoModelFactory):
    """A kind of projects that have events."""

    class Meta:
        model = ProjectKind

    name_en = factory.Sequence(lambda number: f"Kind {number}")
    has_events = True


class KindFigureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = KindFigure

    kind = factory.SubFactory(ProjectKindFactory)
    name_en = factory.Sequence(lambda number: f"Figure {number}")
    unit_en = "persons"
    position = factory.Sequence(lambda number: number + 1)


class KindIndicatorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = KindIndicator

    kind = factory.SubFactory(ProjectKindFactory)
    name_en = factory.Sequence(lambda number: f"Proposed indicator {number}")
