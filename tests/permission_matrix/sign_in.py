"""The way in, and what belongs to no room."""

from tests.permission_matrix import Row, of_everybody, of_members

BY_ITSELF = "a step of signing in that allauth guards and tests itself"
OF_ORGANISATION = "answers only where an organisation's sign-in is configured"

# What allauth keeps without a row here, and why.
KEPT_BY_ALLAUTH = {
    "account_confirm_email": BY_ITSELF,
    "account_confirm_login_code": BY_ITSELF,
    "account_email_verification_sent": BY_ITSELF,
    "account_inactive": BY_ITSELF,
    "account_reauthenticate": BY_ITSELF,
    "account_reset_password_done": BY_ITSELF,
    "account_reset_password_from_key": BY_ITSELF,
    "account_reset_password_from_key_done": BY_ITSELF,
    "account_set_password": BY_ITSELF,
    "mfa_activate_totp": BY_ITSELF,
    "mfa_add_webauthn": BY_ITSELF,
    "mfa_authenticate": BY_ITSELF,
    "mfa_deactivate_totp": BY_ITSELF,
    "mfa_download_recovery_codes": BY_ITSELF,
    "mfa_edit_webauthn": BY_ITSELF,
    "mfa_generate_recovery_codes": BY_ITSELF,
    "mfa_list_webauthn": BY_ITSELF,
    "mfa_login_webauthn": BY_ITSELF,
    "mfa_reauthenticate": BY_ITSELF,
    "mfa_reauthenticate_webauthn": BY_ITSELF,
    "mfa_remove_webauthn": BY_ITSELF,
    "mfa_view_recovery_codes": BY_ITSELF,
    "openid_connect_callback": OF_ORGANISATION,
    "openid_connect_login": OF_ORGANISATION,
    "socialaccount_connections": OF_ORGANISATION,
    "socialaccount_login_cancelled": OF_ORGANISATION,
    "socialaccount_login_error": OF_ORGANISATION,
    "socialaccount_signup": OF_ORGANISATION,
}

# What answers whoever has not signed in, also on a site without a public part: the way in, and what a
# link of a mail opens by its signature.
OPEN_ALWAYS = {
    "account_login",
    "account_reset_password",
    "account_signup",
    "api-schema",
    "calendar_feed",
    "home",
    "notice_stop",
}

# Redirects from addresses that allauth had in earlier releases.
NAMELESS_BY_ALLAUTH = {
    "social/login/cancelled/",
    "social/login/error/",
    "social/signup/",
    "social/connections/",
}

ROWS = [
    Row("root", **of_everybody(302)),
    Row("home", **of_everybody(200)),
    Row("account_login", **of_members(302, anonymous=200)),
    Row("account_logout", **of_members(200)),
    Row("account_signup", **of_members(302, anonymous=200)),
    Row("account_change_password", **of_members(200)),
    Row("account_reset_password", **of_everybody(200)),
    Row("account_email", **of_everybody(404)),
    Row("account_email", method="post", **of_everybody(404)),
    Row("mfa_index", **of_members(200)),
    Row("api-root", **of_members(200, anonymous=403)),
    Row("api-schema", **of_everybody(200)),
]
