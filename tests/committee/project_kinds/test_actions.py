import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError

from committee.history.deletion import StillNeeded
from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import KindFigure, KindIndicator, ProjectKind
from committee.project_kinds import actions
from committee.project_kinds.rules import FigureOfAnotherKind, GeneralStays, NamedAlready, PartInUse
from tests.factories.event import EventFactory, EventFigureFactory
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.project_kind import (
    KindFigureFactory,
    KindIndicatorFactory,
    ProjectKindFactory,
    general_kind,
)

pytestmark = pytest.mark.django_db


def test_a_new_kind_is_a_row_with_its_figures_and_indicators(secretary):
    kind = actions.create_kind(by=secretary, name_ko="축제", has_events=True)
    visitors = actions.add_kind_figure(by=secretary, kind=kind, name_ko="방문객", unit_ko="명")
    actions.add_kind_indicator(by=secretary, kind=kind, name_ko="방문객 누계", figure=visitors)

    assert [str(figure) for figure in kind.figures.all()] == ["방문객"]
    assert [indicator.figure for indicator in kind.indicators.all()] == [visitors]
    assert HistoryEntry.objects.about(kind).count() == 3


def test_a_co_lead_does_not_keep_kinds():
    with pytest.raises(PermissionDenied):
        actions.create_kind(by=member_with(Role.CO_LEAD), name_en="Festivals")


def test_the_general_kind_stays(secretary):
    with pytest.raises(GeneralStays):
        actions.delete_kind(by=secretary, kind=general_kind())


def test_there_is_one_general_kind():
    general_kind()

    with pytest.raises(IntegrityError):
        ProjectKind.objects.create(is_general=True, name_en="Another")


def test_a_kind_that_a_project_is_of_stays(secretary):
    kind = ProjectKindFactory()
    ProjectFactory(kind=kind, title_en="Forum")

    with pytest.raises(StillNeeded) as needed:
        actions.delete_kind(by=secretary, kind=kind)

    assert str(needed.value.message) == "This cannot be deleted while these depend on it: “Forum”"


def test_a_kind_goes_with_its_figures_and_indicators(secretary):
    figure = KindFigureFactory()
    KindFigureFactory(kind=figure.kind, at_most=figure)
    KindIndicatorFactory(kind=figure.kind, figure=figure)

    actions.delete_kind(by=secretary, kind=figure.kind)

    assert (KindFigure.objects.count(), KindIndicator.objects.count()) == (0, 0)


def test_a_kind_keeps_the_part_that_a_project_uses(secretary):
    event = EventFactory()
    unused = ProjectKindFactory()

    with pytest.raises(PartInUse):
        actions.edit_kind(by=secretary, kind=event.project.kind, has_events=False)

    assert not actions.edit_kind(by=secretary, kind=unused, has_events=False).has_events


def test_what_was_written_freely_is_not_declared_free_of_persons(secretary):
    event = EventFactory()
    unused = ProjectKindFactory()

    with pytest.raises(NamedAlready):
        actions.edit_kind(by=secretary, kind=event.project.kind, figures_only=True)

    assert actions.edit_kind(by=secretary, kind=unused, figures_only=True).figures_only


def test_figures_and_indicators_hang_on_figures_of_their_own_kind(secretary):
    figure, stranger = KindFigureFactory(), KindFigureFactory()
    indicator = KindIndicatorFactory(kind=figure.kind)

    for refused in (
        lambda: actions.add_kind_figure(by=secretary, kind=figure.kind, name_en="More", at_most=stranger),
        lambda: actions.edit_kind_figure(by=secretary, figure=figure, at_most=stranger),
        lambda: actions.add_kind_indicator(by=secretary, kind=figure.kind, name_en="Sum", figure=stranger),
        lambda: actions.edit_kind_indicator(by=secretary, indicator=indicator, figure=stranger),
    ):
        with pytest.raises(FigureOfAnotherKind):
            refused()


def test_a_figure_does_not_limit_itself(secretary):
    figure = KindFigureFactory()

    with pytest.raises(ValidationError) as problem:
        actions.edit_kind_figure(by=secretary, figure=figure, at_most=figure)

    assert problem.value.messages == ["A figure is limited by another one."]


def test_a_figure_that_something_hangs_on_stays(secretary):
    counted = EventFigureFactory().figure
    limiting = KindFigureFactory(at_most=KindFigureFactory()).at_most
    measured = KindFigureFactory()
    KindIndicatorFactory(kind=measured.kind, figure=measured)

    for figure in (counted, limiting, measured):
        with pytest.raises(StillNeeded):
            actions.delete_kind_figure(by=secretary, figure=figure)
