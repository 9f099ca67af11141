"""Django settings, all from the environment (see `portal.environment`)."""

import secrets
from pathlib import Path

from portal.api.oauth.configuration import oauth_settings
from portal.environment import read_environment
from portal.federation.configuration import read_franceconnect
from portal.notifications.sms.configuration import read_sms

ENVIRONMENT = read_environment()

PACKAGE = Path(__file__).resolve().parent
REPOSITORY = PACKAGE.parent
RESOURCES = REPOSITORY / "resources"

DEBUG = ENVIRONMENT.debug
# Without a given key, one that nobody else can know: sessions then end with the process, and
# `portal serve` refuses to open (portal.serving.fitness).
SECRET_KEY = ENVIRONMENT.secret_key or secrets.token_urlsafe(48)
ALLOWED_HOSTS = list(ENVIRONMENT.allowed_hosts)

INSTALLED_APPS = [
    "portal.administration.apps.AdministrationConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "oauth2_provider",
    "post_office",
    "portal.catalogue",
    "portal.accounts",
    "portal.deadlines",
    "portal.messaging",
    "portal.notifications",
    "portal.audit",
    "portal.retention",
    "portal.operations",
    "portal.registration",
    "portal.federation",
    "portal.mandates",
    "portal.documents",
    "portal.appointments",
    "portal.reply_templates",
    "portal.wording",
    "portal.supervision",
    "portal.reviews",
    "portal.api",
    "portal.web",
]

MIDDLEWARE = [
    "portal.operations.metrics.RequestMetricsMiddleware",
    "portal.api.middleware.ApiEnvelopeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "portal.urls"
ASGI_APPLICATION = "portal.asgi.application"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates", PACKAGE / "administration" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": ENVIRONMENT.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "portal.accounts.passwords.LengthValidator",
        "OPTIONS": {"min_length": 12},  # CNIL délibération 2022-100
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "portal.accounts.passwords.GuessedFirstValidator"},
]

# Sign-in of desk (portal.api.oauth).
OAUTH2_PROVIDER = oauth_settings(
    ENVIRONMENT.access_token_seconds, ENVIRONMENT.refresh_token_seconds
)

# Sign-in of adherents and agents on the web pages (portal.web), by django-allauth.
ACCOUNT_ADAPTER = "portal.web.account_adapter.PortalAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False  # each of the two doors decides (portal.web)
ACCOUNT_UNIQUE_EMAIL = False  # couples share an address, and « already used » tells of others
ACCOUNT_SESSION_REMEMBER = False  # the browser forgets when it closes: computers are shared
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/m/ip,5/300s/key",
    # Ours (portal.registration.limits): per address, and per identifier or account.
    "portal_register": "30/h/ip,5/h/key",
    "portal_forgotten": "30/h/ip,5/h/key",
    "portal_code": "120/h/ip",
    "portal_federation": "30/h/ip,5/h/key",
    "portal_own_password": "5/300s/key",
    "portal_own_email": "10/h/key",
    "portal_own_phone": "20/h/ip,5/h/key",
    "portal_mandate": "20/h/key",
    "portal_upload": "300/h/key",
    "portal_appointment": "10/h/key",
    "portal_pdf": "60/h/key",  # laying one out takes a processor for half a second
}
ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.reverse_proxies
# allauth counts attempts in the cache: in the database, all processes of a portal count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entries",
    },
    "calls": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},  # portal.api.throttles
}
SESSION_COOKIE_AGE = 30 * 60  # without activity
SESSION_SAVE_EVERY_REQUEST = True
CSRF_FAILURE_VIEW = "portal.web.views.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
FRANCECONNECT = read_franceconnect()
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        # The sign-out form of who came by FranceConnect leads on to it.
        "form-action": ["'self'", *([FRANCECONNECT.origin] if FRANCECONNECT else [])],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français")]
LOCALE_PATHS = [REPOSITORY / "translations" / "portal"]
TIME_ZONE = "Europe/Paris"
USE_TZ = True

STATIC_URL = "/static/"
# Without collected files, those of the packages are served as they are (embedded mode).
STATIC_ROOT = ENVIRONMENT.static_root
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
# Uploaded files never touch the disk before they are checked and sealed.
FILE_UPLOAD_HANDLERS = ["portal.documents.uploading.BoundedUploadHandler"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_ROOT
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

OVER_TLS = ENVIRONMENT.base_url.startswith("https://")
# With this prefix browsers take the cookie from this host alone, over TLS alone (RFC 6265bis).
_HOST_ONLY = "__Host-" if OVER_TLS else ""
SESSION_COOKIE_NAME = f"{_HOST_ONLY}sessionid"
SESSION_COOKIE_SECURE = OVER_TLS
CSRF_COOKIE_NAME = f"{_HOST_ONLY}csrftoken"
CSRF_COOKIE_SECURE = OVER_TLS
CSRF_COOKIE_HTTPONLY = True  # forms carry it; no script of ours reads it
SECURE_HSTS_SECONDS = 31_536_000 if OVER_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = OVER_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if OVER_TLS else None

EMAIL_BACKEND = "post_office.EmailBackend"
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
EMAIL_HOST = ENVIRONMENT.smtp.host
EMAIL_PORT = ENVIRONMENT.smtp.port
EMAIL_HOST_USER = ENVIRONMENT.smtp.user
EMAIL_HOST_PASSWORD = ENVIRONMENT.smtp.password
EMAIL_USE_TLS = ENVIRONMENT.smtp.tls == "starttls"
EMAIL_USE_SSL = ENVIRONMENT.smtp.tls == "tls"
EMAIL_TIMEOUT = 20
# Its tables and queue are used; the sender is our own (portal.notifications.relay).
POST_OFFICE = {
    "MESSAGE_ID_ENABLED": True,
    "MESSAGE_ID_FQDN": ENVIRONMENT.mail_domain,
}
SMS = read_sms()

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"()": "portal.operations.logs.LineFormatter"},
        "json": {"()": "portal.operations.logs.JsonFormatter"},
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": ENVIRONMENT.log_format}},
    "root": {"handlers": ["stderr"], "level": ENVIRONMENT.log_level},
    # At DEBUG these two write tokens and codes.
    "loggers": {"oauthlib": {"level": "INFO"}, "oauth2_provider": {"level": "INFO"}},
}
