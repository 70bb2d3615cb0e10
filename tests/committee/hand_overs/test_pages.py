import pytest
from django.urls import reverse
from django.utils import timezone

from committee.hand_overs.actions import write_hand_over
from committee.members.models import Role
from committee.models import HandOver
from tests.factories.city import beijing
from tests.factories.commitment import CommitmentFactory
from tests.factories.hand_over import leaving_co_lead, successor_to
from tests.factories.member import member_with
from tests.factories.update import submitted_update

pytestmark = pytest.mark.django_db


def test_the_page_names_what_is_open_for_the_post(signed_in):
    post = leaving_co_lead()
    submitted_update(city=beijing(), answering_city=post.city, project__subcommittee=post.subcommittee)
    CommitmentFactory(subcommittee=post.subcommittee)

    page = signed_in(post.member).get(reverse("hand_over", args=[post.pk]))

    works = {str(work.label): work.number for work in page.context["works"]}
    assert works == {"Updates to confirm": 1, "Open commitments": 1}


def test_the_successor_reads_the_note_and_takes_over(signed_in):
    post = leaving_co_lead()
    successor = successor_to(post).member
    write_hand_over(by=post.member, post=post, note="<b>Call</b> the venue.", now=timezone.now())
    reader = signed_in(successor)
    address = reverse("hand_over", args=[post.pk])

    page = reader.get(address).content.decode()
    answer = reader.post(f"{address}take/")

    assert "&lt;b&gt;Call&lt;/b&gt; the venue." in page
    assert answer.status_code == 302
    assert HandOver.objects.get().taken_by == successor


def test_pressing_twice_is_told_and_changes_nothing(signed_in):
    post = leaving_co_lead()
    reader = signed_in(successor_to(post).member)
    write_hand_over(by=post.member, post=post, note="Once.", now=timezone.now())
    address = f"{reverse('hand_over', args=[post.pk])}take/"
    reader.post(address)
    first = HandOver.objects.get().taken_at

    again = reader.post(address)

    assert again.status_code == 422
    assert HandOver.objects.get().taken_at == first


def test_the_other_city_does_not_see_what_is_handed_over(signed_in):
    post = leaving_co_lead()

    answer = signed_in(member_with(Role.SECRETARIAT, beijing())).get(reverse("hand_over", args=[post.pk]))

    assert answer.status_code == 404


def test_the_secretariat_sees_on_its_first_page_which_posts_change_hands(signed_in, secretary):
    post = leaving_co_lead()
    reader = signed_in(secretary)

    home, panel = reader.get(reverse("home")), reader.get(reverse("posts_changing"))

    assert reverse("posts_changing") in home.content.decode()
    assert [each.post for each in panel.context["ending"]] == [post]
