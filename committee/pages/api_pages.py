from rest_framework.pagination import LimitOffsetPagination


class AnswerPages(LimitOffsetPagination):
    """A hundred records an answer, or as many as are asked for: a thousand, and what follows at `next`."""

    max_limit = 1000
