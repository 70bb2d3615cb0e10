from django.urls import path

from committee.budgets import views

urlpatterns = [
    path("budgets/", views.budget_list, name="budget_list"),
    path("projects/<int:project_id>/budget/", views.project_budget, name="project_budget"),
    path("projects/<int:project_id>/budget/new/", views.budget_line_new, name="budget_line_new"),
    path("budgets/<int:line_id>/edit/", views.budget_line_edit, name="budget_line_edit"),
    path("budgets/<int:line_id>/delete/", views.budget_line_delete, name="budget_line_delete"),
]
