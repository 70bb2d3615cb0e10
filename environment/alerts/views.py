"""The alerts of both cities: which are in force, all episodes, and what decided each."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control

from committee.cities.models import City
from committee.members.requests import MemberRequest
from committee.pages.lists import ROWS_A_PAGE
from committee.pages.partials import page_or_part
from committee.pages.writing import UNPROCESSABLE
from committee.printing.charts import chart_svg
from environment.alerts.around import moments_around, thresholds_of
from environment.alerts.charts import episode_chart, threshold_in_words
from environment.alerts.downloads import csv_answer, xlsx_answer
from environment.alerts.forms import EpisodeFilter
from environment.alerts.in_force import in_force_of
from environment.alerts.models import Episode, Grammar
from environment.alerts.versions import versions_of
from environment.alerts.wording import decisions_in_words, standing_in_words
from environment.alerts.years import years_of
from environment.threads.reading import thread_shown

WIDTH, WIDTH_ON_A_PHONE = 780, 300
MOMENTS_A_PAGE = 100


def episode_list(request: MemberRequest) -> HttpResponse:
    chosen = _chosen(request)
    cities = list(City.objects.all())
    context = {
        "filters": chosen,
        "rows": Paginator(_found(chosen), ROWS_A_PAGE).get_page(request.GET.get("page")),
        "in_force": in_force_of(cities),
        "years": years_of(cities),
    }
    status = 200 if chosen.form.is_valid() else UNPROCESSABLE
    return page_or_part(request, "alerts/list.html", "alerts/list.html#rows", context, status)


def episodes_csv(request: MemberRequest) -> HttpResponse:
    chosen = _chosen(request)
    if not chosen.form.is_valid():
        return render(request, "alerts/refused.html", {"form": chosen.form}, status=UNPROCESSABLE)
    return csv_answer(_found(chosen))


def episodes_xlsx(request: MemberRequest) -> HttpResponse:
    chosen = _chosen(request)
    if not chosen.form.is_valid():
        return render(request, "alerts/refused.html", {"form": chosen.form}, status=UNPROCESSABLE)
    return xlsx_answer(_found(chosen))


def episode_page(request: MemberRequest, episode_id: int) -> HttpResponse:
    episode = _episode(episode_id)
    moments = moments_around(episode)
    context = {
        "episode": episode,
        "is_of_days": episode.grammar == Grammar.DAYS,
        "decisions": decisions_in_words(episode),
        "standing": standing_in_words(episode),
        "moments": Paginator(moments, MOMENTS_A_PAGE).get_page(request.GET.get("page")),
        "thresholds": [threshold_in_words(each) for each in thresholds_of(episode)],
        "versions": versions_of(episode),
        **(thread_shown(request.user, episode.thread) if episode.thread else {}),
    }
    return render(request, "alerts/episode.html", context)


@cache_control(private=True, max_age=300)
def episode_picture(request: MemberRequest, episode_id: int) -> HttpResponse:
    episode = _episode(episode_id)
    spec = episode_chart(
        moments_around(episode),
        thresholds_of(episode),
        unit=episode.unit or "AQI",
        standing=standing_in_words(episode),
        is_of_days=episode.grammar == Grammar.DAYS,
        width=WIDTH_ON_A_PHONE if "narrow" in request.GET else WIDTH,
    )
    return HttpResponse(chart_svg(spec, get_language() or "en"), content_type="image/svg+xml")


def _chosen(request: MemberRequest) -> EpisodeFilter:
    episodes = Episode.objects.select_related("city", "thread")
    return EpisodeFilter(request.GET, queryset=episodes, request=request)


def _found(chosen: EpisodeFilter) -> QuerySet[Episode]:
    found: QuerySet[Episode] = chosen.qs
    return found


def _episode(episode_id: int) -> Episode:
    return get_object_or_404(Episode.objects.select_related("city", "thread", "delivery"), pk=episode_id)
