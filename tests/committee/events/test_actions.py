import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import override

from committee.events import actions
from committee.events.actions import Counted
from committee.events.counting import take_indicators
from committee.events.rules import (
    AboveItsLimit,
    CountedOtherwiseMeanwhile,
    CountedSinceThen,
    FigureOfAnotherKind,
    KindHasNoEvents,
    NotYetBegun,
)
from committee.history.models import HistoryEntry
from committee.history.readable import changes_of
from committee.history.restoring import restore
from committee.members.models import Role
from committee.models import Event, EventFigure
from committee.projects.actions import KindStays, edit_project
from committee.projects.persons import FiguresOnly, NamesSomebody
from tests.factories.city import beijing, seoul
from tests.factories.deletion import deleted
from tests.factories.document import pdf
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

MAY = datetime.date(2019, 5, 20)


def new(number):
    return Counted(number, None)


@pytest.fixture
def event(db) -> Event:
    return EventFactory()


@pytest.fixture
def for_minors(db) -> Event:
    return EventFactory(project__kind__figures_only=True)


def test_a_contributor_of_either_city_keeps_the_events_of_a_project(event):
    for city in (seoul(), beijing()):
        by = member_with(Role.CONTRIBUTOR, city, event.project.subcommittee)

        added = actions.add_event(by=by, project=event.project, title_en="Forum", starts_on=MAY)

        assert added.state == Event.State.PLANNED


def test_a_liaison_officer_keeps_no_events(event):
    with pytest.raises(PermissionDenied):
        actions.edit_event(by=member_with(Role.LIAISON), event=event, title_en="Another")


def test_a_project_of_the_general_kind_has_no_events(secretary):
    with pytest.raises(KindHasNoEvents):
        actions.add_event(by=secretary, project=ProjectFactory(), title_en="Forum", starts_on=MAY)


def test_an_event_ends_on_its_first_day_at_the_earliest(secretary, event):
    one_day = actions.edit_event(by=secretary, event=event, starts_on=MAY, ends_on=MAY)

    with pytest.raises(ValidationError) as problem:
        actions.edit_event(by=secretary, event=one_day, ends_on=MAY - datetime.timedelta(days=1))

    assert problem.value.messages == ["The last day is before the first day."]


@pytest.mark.parametrize(("days", "is_refused"), [(0, False), (1, True)])
def test_an_event_is_held_from_its_first_day_on(secretary, event, days, is_refused):
    planned = actions.edit_event(by=secretary, event=event, state=Event.State.PLANNED)
    day = secretary.today + datetime.timedelta(days=days)
    held = {"state": Event.State.HELD, "starts_on": day}

    if is_refused:
        with pytest.raises(NotYetBegun):
            actions.edit_event(by=secretary, event=planned, **held)
    else:
        assert actions.edit_event(by=secretary, event=planned, **held).state == Event.State.HELD


def test_each_city_enters_its_own_figures(event):
    figure = KindFigureFactory(kind=event.project.kind)
    subcommittee = event.project.subcommittee
    for city, number in ((seoul(), 40), (beijing(), 30)):
        by = member_with(Role.CO_LEAD, city, subcommittee)
        actions.enter_figures(by=by, event=event, numbers={figure: new(number)})

    assert [(row.city.code, row.number) for row in event.figures.all()] == [("seoul", 40), ("beijing", 30)]


def test_the_history_of_an_event_tells_its_figures_before_and_after(secretary, event):
    figure = KindFigureFactory(kind=event.project.kind, name_en="Participants")
    actions.enter_figures(by=secretary, event=event, numbers={figure: new(40)})

    actions.enter_figures(by=secretary, event=event, numbers={figure: Counted(41, 40)})

    change = changes_of(HistoryEntry.objects.of(event).first())[0]
    said = (change.label, change.before, change.after)
    assert said == ("figures", "Participants (Seoul): 40", "Participants (Seoul): 41")


def test_the_figures_in_a_history_are_read_in_the_reader_s_language(secretary, event):
    figure = KindFigureFactory(kind=event.project.kind, name_en="Participants", name_zh_hans="参加人数")

    actions.enter_figures(by=secretary, event=event, numbers={figure: new(40)})

    with override("zh-hans"):
        change = changes_of(HistoryEntry.objects.of(event).first())[0]
    assert change.after == "参加人数 (首尔): 40"


def test_entering_the_same_figures_again_is_no_change(secretary, event):
    figure = KindFigureFactory(kind=event.project.kind)
    actions.enter_figures(by=secretary, event=event, numbers={figure: new(40)})

    actions.enter_figures(by=secretary, event=event, numbers={figure: Counted(40, 40)})

    assert HistoryEntry.objects.of(event).count() == 1


def test_a_number_is_taken_back(secretary):
    row = EventFigureFactory(number=12)

    actions.enter_figures(by=secretary, event=row.event, numbers={row.figure: Counted(None, 12)})

    assert EventFigure.objects.count() == 0


def test_a_number_that_a_colleague_changed_is_not_overwritten(secretary):
    row = EventFigureFactory(number=12)

    with pytest.raises(CountedOtherwiseMeanwhile) as conflict:
        actions.enter_figures(by=secretary, event=row.event, numbers={row.figure: Counted(20, 11)})

    row.refresh_from_db()
    assert (row.number, conflict.value.number) == (12, 12)


def test_a_figure_of_another_kind_is_not_counted(secretary, event):
    stranger = KindFigureFactory()

    with pytest.raises(FigureOfAnotherKind):
        actions.enter_figures(by=secretary, event=event, numbers={stranger: new(1)})


@pytest.mark.parametrize(("matched", "is_refused"), [(0, False), (6, False), (7, True)])
def test_never_more_are_matched_than_have_applied(secretary, event, matched, is_refused):
    applied = KindFigureFactory(kind=event.project.kind)
    figure = KindFigureFactory(kind=event.project.kind, at_most=applied)
    numbers = {applied: new(6), figure: new(matched)}

    if is_refused:
        with pytest.raises(AboveItsLimit):
            actions.enter_figures(by=secretary, event=event, numbers=numbers)
        assert EventFigure.objects.count() == 0
    else:
        actions.enter_figures(by=secretary, event=event, numbers=numbers)
        assert EventFigure.objects.count() == 2


def test_a_limited_figure_needs_its_limit(secretary, event):
    figure = KindFigureFactory(kind=event.project.kind, at_most=KindFigureFactory(kind=event.project.kind))
    EventFigureFactory(event=event, figure=figure.at_most, city=beijing(), number=9)

    with pytest.raises(AboveItsLimit):
        actions.enter_figures(by=secretary, event=event, numbers={figure: new(3)})


def test_a_number_below_nought_is_refused_by_the_database_too(secretary, event):
    figure = KindFigureFactory(kind=event.project.kind)

    with pytest.raises(ValidationError):
        actions.enter_figures(by=secretary, event=event, numbers={figure: new(-1)})


@pytest.mark.parametrize("name", ["title_ko", "place_zh_hans", "programme_en", "outcome_ko"])
def test_of_minors_nobody_is_named_in_any_text(secretary, for_minors, name):
    with pytest.raises(NamesSomebody) as refusal:
        actions.edit_event(by=secretary, event=for_minors, **{name: "minsu@example.org"})

    for_minors.refresh_from_db()
    assert (refusal.value.field, getattr(for_minors, name) == "minsu@example.org") == (name, False)


def test_of_grown_ups_speakers_are_named(secretary, event):
    named = actions.edit_event(by=secretary, event=event, programme_ko="김민준, 이서연 발표")

    assert named.programme_ko == "김민준, 이서연 발표"


def test_of_minors_no_documents_are_kept(secretary, for_minors):
    with pytest.raises(FiguresOnly):
        actions.add_event_document(
            by=secretary, event=for_minors, upload=pdf(), language="ko", title_ko="명단"
        )


def test_presentations_are_attached_to_an_event(secretary, event):
    document = actions.add_event_document(
        by=secretary, event=event, upload=pdf(), language="ko", title_ko="발표 자료"
    )

    assert document.attachments.get().record == event


def test_a_project_with_events_keeps_its_kind(secretary, event):
    for kind in (general_kind(), ProjectKindFactory()):
        with pytest.raises(KindStays):
            edit_project(by=secretary, project=event.project, kind=kind)


def test_a_project_without_events_is_given_another_kind(secretary):
    project, kind = ProjectFactory(), ProjectKindFactory()

    assert edit_project(by=secretary, project=project, kind=kind).kind == kind


def test_an_event_goes_with_its_figures(secretary):
    row = EventFigureFactory()

    actions.delete_event(by=secretary, event=row.event)

    assert (Event.objects.count(), EventFigure.objects.count()) == (0, 0)


def test_an_event_comes_back_with_figures_and_values(secretary):
    row = EventFigureFactory()
    proposal = KindIndicatorFactory(kind=row.event.project.kind, figure=row.figure)
    take_indicators(by=secretary, project=row.event.project, proposed=[proposal])

    back = restore(by=secretary, deletion=deleted(row.event, secretary))

    assert [figure.number for figure in back.figures.all()] == [12]
    assert [value.value for value in back.values_counted.all()] == [12]


def test_an_event_does_not_come_back_into_a_project_of_another_kind(secretary):
    row = EventFigureFactory()
    project, deletion = row.event.project, deleted(row.event, secretary)
    refusals = [(general_kind(), KindHasNoEvents), (ProjectKindFactory(), FigureOfAnotherKind)]

    for kind, refusal in refusals:
        edit_project(by=secretary, project=project, kind=kind)
        with pytest.raises(refusal):
            restore(by=secretary, deletion=deletion)


def test_an_event_that_names_somebody_does_not_come_back_once_figures_alone_are_kept(secretary, event):
    named = actions.edit_event(by=secretary, event=event, outcome_en="Ms. Chen spoke")
    deletion = deleted(named, secretary)
    type(event.project.kind).objects.update(figures_only=True)

    with pytest.raises(NamesSomebody):
        restore(by=secretary, deletion=deletion)


def test_an_event_does_not_come_back_without_the_value_of_a_newer_indicator(secretary):
    row = EventFigureFactory()
    project, deletion = row.event.project, deleted(row.event, secretary)
    proposal = KindIndicatorFactory(kind=project.kind, figure=row.figure)
    take_indicators(by=secretary, project=project, proposed=[proposal])

    with pytest.raises(CountedSinceThen):
        restore(by=secretary, deletion=deletion)
