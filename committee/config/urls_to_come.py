from django.urls import path

from committee.dashboard.views import home

urlpatterns = [
    path(f"{name}/", home, name=name)
    for name in (
        "air", "report_list",
        "subcommittee_list", "member_list", "city_list",
    )
]
