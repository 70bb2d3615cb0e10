from django.urls import path

from committee.search import views

urlpatterns = [path("search/", views.search, name="search")]
