from typing import Any

from tests.factories.agreement import AgreementFactory, SignatureFactory
from tests.factories.article import ArticleFactory
from tests.permission_matrix import Row, World, of_members, of_secretariat


def of_agreement(_world: World) -> list[Any]:
    return [AgreementFactory().pk]


def of_article(_world: World) -> list[Any]:
    return [ArticleFactory().pk]


def of_signature(world: World) -> list[Any]:
    return [SignatureFactory(city=world.seoul).pk]


ROWS = [
    Row("agreement_list", **of_members(200)),
    Row("agreement", of_agreement, **of_members(200)),
    Row("agreement_parity", of_agreement, **of_members(200)),
    Row("agreements_ending", **of_members(200)),
    Row("agreement_new", **of_secretariat(200)),
    Row("agreement_new", method="post", **of_secretariat(422)),
    Row("agreement_edit", of_agreement, **of_secretariat(200)),
    Row("agreement_edit", of_agreement, method="post", **of_secretariat(422)),
    Row("agreement_delete", of_agreement, **of_secretariat(200)),
    Row("agreement_delete", of_agreement, method="post", **of_secretariat(302)),
    Row("agreement_document_new", of_agreement, **of_secretariat(200)),
    Row("agreement_document_new", of_agreement, method="post", **of_secretariat(422)),
    Row("article_new", of_agreement, **of_secretariat(200)),
    Row("article_new", of_agreement, method="post", **of_secretariat(422)),
    Row("article_edit", of_article, **of_secretariat(200)),
    Row("article_edit", of_article, method="post", **of_secretariat(422)),
    Row("article_delete", of_article, **of_secretariat(200)),
    Row("article_delete", of_article, method="post", **of_secretariat(302)),
    Row("signature_new", of_agreement, **of_secretariat(200)),
    Row("signature_new", of_agreement, method="post", **of_secretariat(422)),
    Row("signature_edit", of_signature, **of_secretariat(200)),
    Row("signature_edit", of_signature, method="post", **of_secretariat(422)),
    Row("signature_delete", of_signature, **of_secretariat(200)),
    Row("signature_delete", of_signature, method="post", **of_secretariat(302)),
    Row("api-agreement-list", **of_members(200, anonymous=403)),
    Row("api-agreement-detail", of_agreement, **of_members(200, anonymous=403)),
]
