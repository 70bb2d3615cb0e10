from django.urls import path

from environment.quarantine import views

urlpatterns = [
    path("air/quarantine/", views.quarantine, name="quarantine"),
    path("air/quarantine/decide/", views.quarantine_decide, name="quarantine_decide"),
    path("air/quarantine/<int:reading_id>/", views.quarantined, name="quarantined"),
    path("air/quarantine/<int:reading_id>/decide/", views.quarantined_decide, name="quarantined_decide"),
]
