import datetime

import pytest
from django.urls import reverse

from committee.events.totals import totals_of
from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import Event, EventFigure
from tests.factories.city import beijing, seoul
from tests.factories.event import EventFactory, EventFigureFactory
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.project_kind import KindFigureFactory, KindIndicatorFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("name", "queries"), [("event_list", 8), ("figure_list", 11)])
def test_a_list_runs_a_constant_number_of_queries(
    name, queries, rows, secretary, signed_in, django_assert_num_queries
):
    for _ in range(rows):
        EventFigureFactory()
    client = signed_in(secretary)
    client.get(reverse(name))

    with django_assert_num_queries(queries):
        client.get(reverse(name))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_panel_of_a_project_runs_a_constant_number_of_queries(
    rows, secretary, signed_in, django_assert_num_queries
):
    event = EventFactory()
    for _ in range(rows):
        EventFigureFactory(event=EventFactory(project=event.project, city=seoul()))
    client = signed_in(secretary)
    address = reverse("project_events", args=[event.project_id])
    client.get(address)

    with django_assert_num_queries(8):
        client.get(address)


def test_the_figures_of_an_event_stand_in_the_order_of_kind_and_cities(secretary, signed_in):
    row = EventFigureFactory(number=7, city=beijing())
    seoul()
    missing = KindFigureFactory(kind=row.event.project.kind)

    page = signed_in(secretary).get(row.event.get_absolute_url())

    cities = [city.code for city in page.context["cities"]]
    by_city = {"seoul": None, "beijing": 7}
    assert page.context["figures"] == [
        (row.figure, [by_city[code] for code in cities]),
        (missing, [None, None]),
    ]


def test_a_members_form_holds_the_own_citys_numbers(signed_in):
    row = EventFigureFactory(number=7, city=seoul())
    by = member_with(Role.CONTRIBUTOR, beijing(), row.event.project.subcommittee)

    page = signed_in(by).get(reverse("event_figures", args=[row.event_id]))

    form = page.context["form"]
    assert (page.context["heading"], form[f"figure_{row.figure_id}"].value()) == (
        f"Figures of Beijing: {row.event}",
        None,
    )


def test_a_conflict_over_a_number_is_shown_and_saving_again_keeps_the_own_one(secretary, signed_in):
    row = EventFigureFactory(number=12)
    client, address = signed_in(secretary), reverse("event_figures", args=[row.event_id])
    name = f"figure_{row.figure_id}"

    refused = client.post(address, {name: "20", f"initial-{name}": "11"})
    form = refused.context["form"]
    client.post(address, {name: form[name].value(), f"initial-{name}": form.data[f"initial-{name}"]})

    row.refresh_from_db()
    assert (refused.status_code, form.errors[name], row.number) == (
        422,
        ["Somebody entered 12 meanwhile. Save again to keep what you wrote."],
        20,
    )


def test_too_many_matched_are_refused_beside_the_number(secretary, signed_in):
    applied = EventFigureFactory(number=6, figure__name_en="Applied")
    matched = KindFigureFactory(kind=applied.event.project.kind, name_en="Matched", at_most=applied.figure)
    address = reverse("event_figures", args=[applied.event_id])

    page = signed_in(secretary).post(
        address,
        {
            f"figure_{applied.figure_id}": "6",
            f"initial-figure_{applied.figure_id}": "6",
            f"figure_{matched.pk}": "7",
        },
    )

    assert page.status_code == 422
    assert page.context["form"].errors[f"figure_{matched.pk}"] == ["“Matched” is more than “Applied” (6)."]


def test_a_new_event_takes_the_words_of_an_earlier_one_but_not_its_outcome(secretary, signed_in):
    earlier = EventFactory(title_ko="제1회 포럼", place_ko="서울시청", outcome_ko="합의", city=seoul())

    page = signed_in(secretary).get(reverse("event_new", args=[earlier.project_id]), {"like": earlier.pk})

    form = page.context["form"]
    words = [form[name].value() for name in ("title_ko", "place_ko", "outcome_ko", "city")]
    assert words == ["제1회 포럼", "서울시청", None, earlier.city_id]


def test_an_event_is_entered_from_the_projects_page(secretary, signed_in):
    project = EventFactory().project
    sent = {"title_ko": "포럼", "state": "planned", "starts_on": "2030-05-20", "city": seoul().pk}

    answer = signed_in(secretary).post(reverse("event_new", args=[project.pk]), sent)

    event = Event.objects.get(title_ko="포럼")
    assert (answer.status_code, answer.url, event.city) == (302, event.get_absolute_url(), seoul())
    assert HistoryEntry.objects.of(event).count() == 1


def test_the_form_for_minors_says_that_figures_alone_are_kept(secretary, signed_in):
    event = EventFactory(project__kind__figures_only=True)
    client = signed_in(secretary)

    pages = [client.get(reverse(name, args=[event.pk])) for name in ("event_edit", "event_figures")]

    assert all("only figures are kept" in page.content.decode() for page in pages)


def test_events_that_are_over_without_an_outcome_are_found(secretary, signed_in):
    today, day = secretary.today, datetime.timedelta(days=1)
    planned = Event.State.PLANNED
    over = EventFactory(state=planned, starts_on=today - 2 * day, ends_on=today - day)
    EventFactory(state=planned, starts_on=today - day, ends_on=today)
    EventFactory(state=Event.State.HELD, starts_on=today - day)

    page = signed_in(secretary).get(reverse("event_list"), {"waiting": "outcome"})

    assert list(page.context["rows"]) == [over]


def test_figures_are_totalled_by_city_and_year_for_events_that_were_held():
    first = EventFigureFactory(number=12)
    figure, project = first.figure, first.event.project
    again = EventFactory(project=project, starts_on=datetime.date(2021, 1, 1))
    for event, city, number in ((again, seoul(), 5), (again, beijing(), 7)):
        EventFigureFactory(event=event, figure=figure, city=city, number=number)
    planned = EventFactory(project=project, state=Event.State.PLANNED)
    EventFigureFactory(event=planned, figure=figure, number=100)

    totals = totals_of(EventFigure.objects.all())

    rows = {row.city.code: (row.by_year, row.total) for row in totals.rows}
    assert (totals.years, rows) == (
        [2019, 2021],
        {"seoul": ([12, 5], 17), "beijing": ([None, 7], 7)},
    )


def test_the_totals_follow_the_filters(secretary, signed_in):
    row = EventFigureFactory(number=12)
    EventFigureFactory(number=9)

    page = signed_in(secretary).get(reverse("figure_list"), {"kind": row.figure.kind_id})

    assert [each.total for each in page.context["totals"].rows] == [12]
    assert list(page.context["rows"]) == [row]


@pytest.mark.parametrize(
    ("name", "words"), [("event_list", "held,Seoul"), ("figure_list", "Seoul,Participants,12,persons")]
)
def test_the_lists_are_answered_as_files(name, words, secretary, signed_in):
    EventFigureFactory(event__city=seoul(), figure__name_en="Participants")

    answer = signed_in(secretary).get(reverse(name), {"format": "csv"})

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert (len(lines), words in lines[1]) == (2, True)


def test_taking_indicators_over_leads_back_to_the_project(secretary, signed_in):
    proposal = KindIndicatorFactory(name_en="Participants")
    project = ProjectFactory(kind=proposal.kind)
    address = reverse("indicators_take", args=[project.pk])
    client = signed_in(secretary)
    offered = client.get(address).context["form"]

    answer = client.post(address, {"proposed": offered["proposed"].value()})

    assert (answer.url, [str(each) for each in project.indicators.all()]) == (
        project.get_absolute_url(),
        ["Participants"],
    )


def test_the_api_gives_an_event_with_its_figures(secretary, signed_in):
    row = EventFigureFactory(number=7)

    answer = signed_in(secretary).get(reverse("api-event-detail", args=[row.event_id])).json()

    assert answer["figures"] == [{"figure": row.figure_id, "city": "seoul", "number": 7}]


@pytest.mark.parametrize(("kinds", "is_said"), [(1, False), (2, True)])
def test_totals_of_several_kinds_say_of_which_each_is(kinds, is_said):
    for _ in range(kinds):
        EventFigureFactory()

    assert totals_of(EventFigure.objects.all()).has_several_kinds is is_said
