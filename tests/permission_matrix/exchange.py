from tests.permission_matrix import Row, of_members
from tests.permission_matrix.hotline import of_delivery

ROWS = [
    # Deliveries are pushed with the token of a machine account; no member has one.
    Row("api-delivery-push", **of_members(401, anonymous=401)),
    Row("api-delivery-push", method="post", **of_members(401, anonymous=401)),
    Row("api-delivery-receipt", of_delivery, **of_members(200, anonymous=401)),
]
