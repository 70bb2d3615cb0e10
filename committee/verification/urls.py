from django.urls import path

from committee.verification import views

urlpatterns = [
    path("verification/", views.verification, name="verification"),
]
