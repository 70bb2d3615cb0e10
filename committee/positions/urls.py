from django.urls import path

from committee.positions import views

urlpatterns = [
    path("positions/", views.position_list, name="position_list"),
    path("positions/<int:position_id>/", views.position_page, name="position"),
    path("positions/<int:position_id>/edit/", views.position_edit, name="position_edit"),
    path("positions/<int:position_id>/delete/", views.position_delete, name="position_delete"),
    path("positions/<int:position_id>/release/", views.position_release, name="position_release"),
    path("meetings/<int:meeting_id>/positions/", views.positions_for_meeting, name="positions_for_meeting"),
    path(
        "commitments/<int:commitment_id>/position/",
        views.commitment_position_new,
        name="commitment_position_new",
    ),
    path(
        "meetings/agenda/<int:item_id>/position/",
        views.agenda_item_position_new,
        name="agenda_item_position_new",
    ),
]
