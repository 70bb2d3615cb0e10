from django.core.exceptions import PermissionDenied


def require(allowed: bool) -> None:
    """Answer 403 unless `allowed`: the reader may see the record but not do this to it."""
    if not allowed:
        raise PermissionDenied
