from queue import Empty

import pytest
from kombu import Connection

from committee.config.celery import app
from committee.config.file_queue import Transport


@pytest.fixture
def channel(tmp_path):
    folders = {"data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path)}
    with Connection(transport=Transport, transport_options=folders) as connection:
        yield connection.channel()


def test_messages_come_out_as_they_went_in(channel):
    for words in ("핫라인", "热线"):
        channel._put("celery", {"body": words})

    assert [channel._get("celery")["body"] for _each in range(2)] == ["핫라인", "热线"]
    with pytest.raises(Empty):
        channel._get("celery")


def test_a_message_that_is_not_whole_is_not_read(channel):
    with pytest.raises(TypeError):
        channel._put("celery", {"body": object()})

    with pytest.raises(Empty):
        channel._get("celery")


def test_the_address_of_the_queue_without_a_server_means_these_files():
    assert app.connection_for_write("files://localhost").get_transport_cls() is Transport
