from django.urls import path

from committee.dashboard import views

urlpatterns = [
    path("", views.home, name="home"),
]
