from django.urls import path

from committee.delegations import views, views_of_delegates

urlpatterns = [
    path("delegations/", views.delegation_list, name="delegation_list"),
    path("delegations/waiting/", views.delegations_waiting, name="delegations_waiting"),
    path("delegations/people/", views.delegate_list, name="delegate_list"),
    path("meetings/<int:meeting_id>/delegations/new/", views.delegation_new, name="delegation_new"),
    path("delegations/<int:delegation_id>/", views.delegation_page, name="delegation"),
    path("delegations/<int:delegation_id>/delete/", views.delegation_delete, name="delegation_delete"),
    path("delegations/<int:delegation_id>/announce/", views.delegation_announce, name="delegation_announce"),
    path("delegations/<int:delegation_id>/attendance/", views_of_delegates.attendance, name="attendance"),
    path("delegations/<int:delegation_id>/people/new/", views_of_delegates.delegate_new, name="delegate_new"),
    path(
        "delegations/people/<int:delegate_id>/edit/", views_of_delegates.delegate_edit, name="delegate_edit"
    ),
    path(
        "delegations/people/<int:delegate_id>/delete/",
        views_of_delegates.delegate_delete,
        name="delegate_delete",
    ),
    path(
        "delegations/people/<int:delegate_id>/head/", views_of_delegates.delegate_head, name="delegate_head"
    ),
    path(
        "delegations/people/<int:delegate_id>/move/", views_of_delegates.delegate_move, name="delegate_move"
    ),
]
