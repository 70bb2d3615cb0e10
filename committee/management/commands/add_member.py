import secrets
from argparse import ArgumentParser
from typing import Any, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import models

from committee.cities.models import City
from committee.founding.actions import enter_member
from committee.languages.wording import SUFFIXES
from committee.members.models import Role
from committee.subcommittees.models import Subcommittee

Coded = TypeVar("Coded", City, Subcommittee)


class Command(BaseCommand):
    help = (
        "Let somebody in who cannot be entered on a page yet, such as the first member; prints the password."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--city", required=True, help="code of the city, such as seoul")
        parser.add_argument("--role", required=True, choices=Role.values)
        parser.add_argument("--subcommittee", help="its code; needed for co_lead and contributor")
        parser.add_argument("--email", default="")
        parser.add_argument("--language", default="en", choices=[code for code, _name in settings.LANGUAGES])
        for suffix in SUFFIXES:
            parser.add_argument(f"--name-{suffix.replace('_', '-')}", default="")

    def handle(self, *, username: str, role: str, **options: Any) -> None:
        password = secrets.token_urlsafe(12)
        try:
            member = enter_member(
                role=Role(role),
                subcommittee=self._with_code(Subcommittee, options["subcommittee"]),
                password=password,
                username=username,
                city=self._with_code(City, options["city"]),
                email=options["email"],
                language=options["language"],
                **{f"name_{suffix}": options[f"name_{suffix}"] for suffix in SUFFIXES},
            )
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        self.stdout.write(
            f"{member.username} may sign in at {settings.SITE_ADDRESS} with the password  {password}"
        )
        self.stdout.write("It is shown only now. Change it after signing in.")

    def _with_code(self, kind: type[Coded], code: str | None) -> Coded | None:
        if code is None:
            return None
        try:
            return kind._default_manager.get(code=code)
        except models.ObjectDoesNotExist as error:
            known = ", ".join(kind._default_manager.values_list("code", flat=True)) or "none yet"
            raise CommandError(f"There is no {kind._meta.verbose_name} “{code}”. Known: {known}.") from error
