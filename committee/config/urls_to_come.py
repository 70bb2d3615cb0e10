from django.urls import path

from committee.dashboard.views import home

urlpatterns = [
    path(f"{name}/", home, name=name)
    for name in (
        "agreement_list", "commitment_list", "project_list", "update_list", "air", "report_list",
        "subcommittee_list", "member_list", "city_list",
    )
]
