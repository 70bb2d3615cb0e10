from django.urls import path

from committee.checklists import template_views, views

urlpatterns = [
    path("checklist/", template_views.checklist_task_list, name="checklist_task_list"),
    path("checklist/new/", template_views.checklist_task_new, name="checklist_task_new"),
    path("checklist/usual/", template_views.checklist_tasks_usual, name="checklist_tasks_usual"),
    path("checklist/<int:task_id>/edit/", template_views.checklist_task_edit, name="checklist_task_edit"),
    path(
        "checklist/<int:task_id>/delete/", template_views.checklist_task_delete, name="checklist_task_delete"
    ),
    path("checklist/waiting/", views.checklist_waiting, name="checklist_waiting"),
    path("meetings/<int:meeting_id>/checklist/", views.checklist, name="checklist"),
    path("meetings/<int:meeting_id>/checklist/draw-up/", views.checklist_draw_up, name="checklist_draw_up"),
    path("meetings/<int:meeting_id>/checklist/new/", views.checklist_step_new, name="checklist_step_new"),
    path("meetings/checklist/<int:step_id>/edit/", views.checklist_step_edit, name="checklist_step_edit"),
    path(
        "meetings/checklist/<int:step_id>/delete/", views.checklist_step_delete, name="checklist_step_delete"
    ),
    path("meetings/checklist/<int:step_id>/done/", views.checklist_step_do, name="checklist_step_do"),
    path(
        "meetings/checklist/<int:step_id>/reopen/", views.checklist_step_reopen, name="checklist_step_reopen"
    ),
]
