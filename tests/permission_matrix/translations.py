from typing import Any

from committee.models import Member
from tests.factories.article import ArticleFactory
from tests.factories.project import ProjectFactory
from tests.factories.translation import TranslationRequestFactory, translated_request
from tests.factories.update import UpdateFactory, submitted_update
from tests.permission_matrix import Row, World, of_members, of_secretariat


def _of_project(world: World) -> dict[str, Any]:
    return {"project": ProjectFactory(subcommittee=world.subcommittee)}


def of_agreement(_world: World) -> list[Any]:
    return ["agreement", ArticleFactory().agreement.pk]


def of_update(world: World) -> list[Any]:
    return ["progressupdate", submitted_update(**_of_project(world)).pk]


def of_draft(world: World) -> list[Any]:
    return ["progressupdate", UpdateFactory(**_of_project(world)).pk]


def of_article_text(_world: World) -> list[Any]:
    return ["article", ArticleFactory().pk, "text", "zh_hans"]


def of_city(_world: World) -> list[Any]:
    """Nothing of a city is translated this way."""
    return ["city", 1]


def asked(world: World) -> list[Any]:
    return [TranslationRequestFactory(asked_by=_asker(world)).pk]


def translated(world: World) -> list[Any]:
    return [translated_request(asked_by=_asker(world)).pk]


def asked_of_a_draft(world: World) -> list[Any]:
    draft = UpdateFactory(**_of_project(world))
    texts = {"name": "narrative", "from_language": "en", "to_language": "ko"}
    return [TranslationRequestFactory(record=draft, asked_by=_asker(world), **texts).pk]


def _asker(world: World) -> Member:
    return world.members["co_lead"][0]


SEOUL_ONLY = {
    "anonymous": 302,
    "observer": (200, 404),
    "contributor": (200, 404),
    "co_lead": (200, 404),
    "liaison": (200, 404),
    "secretariat": (200, 404),
}
WRITERS = {
    "anonymous": 302,
    "observer": 403,
    "contributor": (200, 403),
    "co_lead": 200,
    "liaison": 403,
    "secretariat": 200,
}
WHO_ASKED = of_secretariat(302) | {"co_lead": (302, 403)}

ROWS = [
    Row("translation_list", **of_members(200)),
    Row("translations_waiting", **of_members(200)),
    Row("translations_of", of_agreement, **of_members(200)),
    Row("translations_of", of_draft, **SEOUL_ONLY),
    Row("translations_of", of_city, **of_members(404)),
    Row("translation_ask", of_agreement, **of_secretariat(200)),
    Row("translation_ask", of_update, **WRITERS),
    Row(
        "translation_ask",
        of_update,
        method="post",
        **WRITERS | {"contributor": (422, 403), "co_lead": 422, "secretariat": 422},
    ),
    Row("translation_holds", of_article_text, **of_members(302)),
    Row("translation_holds", of_article_text, method="post", **of_secretariat(302)),
    Row("translation", asked, **of_members(200)),
    Row("translation", asked_of_a_draft, **SEOUL_ONLY),
    Row("translation_edit", asked, **of_secretariat(200)),
    Row("translation_edit", asked, method="post", **of_secretariat(422)),
    Row("translation_check", translated, **of_members(302)),
    Row(
        "translation_check",
        translated,
        method="post",
        **WHO_ASKED | {"co_lead": (422, 403), "secretariat": 422},
    ),
    Row("translation_return", translated, **of_members(302)),
    Row(
        "translation_return",
        translated,
        method="post",
        **WHO_ASKED | {"co_lead": (422, 403), "secretariat": 422},
    ),
    Row("translation_withdraw", asked, **of_members(302)),
    Row("translation_withdraw", asked, method="post", **WHO_ASKED),
    Row("api-translation-list", **of_members(200, anonymous=403)),
    Row("api-translation-detail", asked, **of_members(200, anonymous=403)),
    Row("api-translation-of", of_agreement, **of_members(200, anonymous=403)),
    Row("api-translation-of", of_draft, **SEOUL_ONLY | {"anonymous": 403}),
    Row("api-translation-of", of_city, **of_members(404, anonymous=403)),
]
