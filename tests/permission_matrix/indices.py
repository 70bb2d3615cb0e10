from tests.permission_matrix import Row, of_members

ROWS = [
    # Without parameters the question is incomplete.
    Row("api-air-indices", **of_members(400, anonymous=403)),
]
