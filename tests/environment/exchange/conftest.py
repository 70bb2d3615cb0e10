import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nobody_pushed_yet():
    """Pushes a minute are counted in the cache, which outlives a test."""
    cache.clear()
