from django.urls import path

from committee.dashboard.views import home

urlpatterns = [
    path(f"{name}/", home, name=name)
    for name in (
        "air",
    )
]
