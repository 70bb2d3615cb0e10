from tests.permission_matrix import Row, of_members

ROWS = [
    Row("search", **of_members(200)),
    Row("api-search-list", **of_members(200, anonymous=403)),
]
