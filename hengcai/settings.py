"""One settings file; every variable it reads is listed in docs/*/run/settings.md."""

import os
import re
import secrets
from fractions import Fraction
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import unquote, urlparse

from csp.constants import NONCE, SELF
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parent.parent


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def folder(name: str, default: Path) -> Path:
    return Path(text(name) or default).expanduser().resolve()


def number(name: str, default: int) -> int:
    """A whole number from 1 on."""
    found = text(name, str(default))
    if not found.isdecimal() or int(found) < 1:
        raise ValueError(f"{name} must be a whole number from 1 on, not {found!r}")
    return int(found)


def share(name: str, default: str) -> Fraction:
    """From 0 to 1, as it is written: 0.1, 1/10."""
    found = text(name, default)
    try:
        value = Fraction(found)
    except (ValueError, ZeroDivisionError):
        value = Fraction(-1)
    if not 0 <= value <= 1:
        raise ValueError(f"{name} must be a share from 0 to 1, not {found!r}")
    return value


def flag(name: str, *, default: bool) -> bool:
    return text(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def version() -> str:
    """The newest released heading of the changelog, or the one in the making."""
    headings = re.findall(r"^## \[?([^\]\s]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    return next((heading for heading in headings if heading[0].isdigit()), "0.1.0.dev0")


def kept_secret(home: Path) -> str:
    """Made on the first start and kept beside the data, readable by its owner only."""
    home.mkdir(parents=True, exist_ok=True)
    path = home / "secret_key"
    if not path.exists():
        fresh = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(fresh, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()


def database(url: str, home: Path) -> dict[str, object]:
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home / "hengcai.sqlite3",
            "TEST": {
                "NAME": home / "tests.sqlite3"
            },  # a file, so that a server's threads share it without locking tables
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
            },
        }
    at = urlparse(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": at.path.lstrip("/"),
        "USER": unquote(at.username or ""),
        "PASSWORD": unquote(at.password or ""),
        "HOST": at.hostname or "",
        "PORT": str(at.port or ""),
        "CONN_MAX_AGE": 60,
    }


VERSION = version()
HOME = folder("HENGCAI_HOME", ROOT / "var")
MEDIA_ROOT = folder("HENGCAI_MEDIA", HOME / "media")
MEDIA_HOSTS = frozenset(one.strip().lower() for one in text("HENGCAI_MEDIA_HOSTS").split(",") if one.strip())
RECORDING_BYTES = number("HENGCAI_RECORDING_MEGABYTES", 1_000) * 1_000_000
RECORDING_SECONDS = number("HENGCAI_RECORDING_MINUTES", 240) * 60
EVIDENCE_BYTES = number("HENGCAI_EVIDENCE_MEGABYTES", 50) * 1_000_000  # a file of an appeal
EVIDENCE_FILES = number("HENGCAI_EVIDENCE_FILES", 10)
LAKE = text("HENGCAI_LAKE") or str(HOME / "lake")
AUDIT_HEADS = text("HENGCAI_AUDIT_HEADS")
SHARED = folder("HENGCAI_SHARED", ROOT.parent / "shared")
FONTS = HOME / "assets" / "fonts"
SYSTEM_FONTS = folder("HENGCAI_SYSTEM_FONTS", Path("/usr/share/fonts"))

SECRET_KEY = text("HENGCAI_SECRET_KEY") or kept_secret(HOME)
DEBUG = flag("HENGCAI_DEBUG", default=False)
ALLOWED_HOSTS = text("HENGCAI_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
TRUSTED_PROXIES = [ip_network(one.strip()) for one in text("HENGCAI_TRUSTED_PROXIES").split(",") if one.strip()]
CSRF_FAILURE_VIEW = "hengcai.web.shell.views.form_refused"
CSRF_TRUSTED_ORIGINS = [origin for origin in text("HENGCAI_ORIGINS").split(",") if origin]
SECURE = flag("HENGCAI_HTTPS", default=False)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "ninja",
    "hengcai.jobs",
    "hengcai.audit",
    "hengcai.accounts",
    "hengcai.framework",
    "hengcai.people",
    "hengcai.inbox",
    "hengcai.evidence",
    "hengcai.interactions",
    "hengcai.quality",
    "hengcai.assessment",
    "hengcai.simulation",
    "hengcai.coaching",
    "hengcai.appraisal",
    "hengcai.review",
    "hengcai.training",
    "hengcai.records",
    "hengcai.appeals",
    "hengcai.council",
    "hengcai.consequences",
    "hengcai.growth",
    "hengcai.improvement",
    "hengcai.programme",
    "hengcai.mentoring",
    "hengcai.courseware",
    "hengcai.bulletins",
    "hengcai.insight",
    "hengcai.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "hengcai.web.interactions.limits.UploadLimitMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hengcai.web.shell.middleware.LanguageMiddleware",
    "hengcai.web.shell.middleware.NoStoreMiddleware",
    "hengcai.web.shell.middleware.FirstPasswordMiddleware",
    "hengcai.web.shell.middleware.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "hengcai.web.shell.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "hengcai.urls"
WSGI_APPLICATION = "hengcai.wsgi.application"

WEB = ROOT / "hengcai" / "web"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(WEB.glob("*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "hengcai.web.shell.context.shell",
            ],
            "builtins": [
                "hengcai.web.shell.templatetags.hc",
                "hengcai.web.interactions.templatetags.player",
                "hengcai.web.coaching.templatetags.coaching",
                "hengcai.web.appeals.templatetags.appeals",
                "hengcai.web.appraisal.templatetags.appraisal",
                "hengcai.web.improvement.templatetags.improvement",
                "hengcai.web.consequences.templatetags.consequences",
                "django.templatetags.i18n",
            ],
        },
    }
]

DATABASES = {"default": database(text("HENGCAI_DATABASE_URL"), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# wrong sign-ins are counted here: with the usual 300 entries a hundred made-up names would wipe out the count of a real one
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "hengcai.web.accounts.adapter.Adapter"
# wrong passwords wait by our own rule (accounts/rules.py); this one holds for second factors, by person
ACCOUNT_RATE_LIMITS = {"login": False, "login_failed": "5/5m/key", "reauthenticate": "10/m/user"}
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Hengcai"

SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = text("HENGCAI_LANGUAGE", "zh-hans")
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = sorted(path for path in (ROOT / "hengcai" / "locale").iterdir() if path.is_dir())
LANGUAGE_COOKIE_NAME = "hengcai_language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = text("HENGCAI_TIME_ZONE", "Asia/Shanghai")

# working days: for an agent to confirm or dispute a published evaluation, and for a dispute to be decided
DISPUTE_DAYS, DECISION_DAYS = number("HENGCAI_DISPUTE_DAYS", 3), number("HENGCAI_DECISION_DAYS", 3)

# seconds in which an analyst may take back what they have just submitted
UNDO_SECONDS = number("HENGCAI_UNDO_SECONDS", 10)

# the share of each analyst's evaluations scored again before publication (0: fatal errors alone), how many points apart
# two scores may be, and working days for a recheck
RECHECK_SHARE, RECHECK_POINTS = share("HENGCAI_RECHECK_SHARE", "0.1"), number("HENGCAI_RECHECK_POINTS", 5)
RECHECK_DAYS = number("HENGCAI_RECHECK_DAYS", 3)

# months for which an analyst does not score a team they stood in, or led
OWN_TEAM_MONTHS = number("HENGCAI_OWN_TEAM_MONTHS", 3)
# working days from submission within which an evaluation should reach its agent, and for an owner to answer a cause
FEEDBACK_DAYS, CAUSE_DAYS = number("HENGCAI_FEEDBACK_DAYS", 5), number("HENGCAI_CAUSE_DAYS", 5)

# notices: the mail server (none: no e-mail), how it is reached (starttls, tls or plain), whom mail is from, where people
# find this application, and gateways of one's own through which group robots may be called
MAIL_HOST, MAIL_PORT = text("HENGCAI_MAIL_HOST"), number("HENGCAI_MAIL_PORT", 587)
MAIL_USER, MAIL_PASSWORD = text("HENGCAI_MAIL_USER"), text("HENGCAI_MAIL_PASSWORD")
MAIL_SECURITY = text("HENGCAI_MAIL_SECURITY", "starttls")
MAIL_FROM = text("HENGCAI_MAIL_FROM", "hengcai@localhost")
PUBLIC_URL = text("HENGCAI_PUBLIC_URL", "http://127.0.0.1:8000")
HOOK_HOSTS = tuple(one.strip().lower() for one in text("HENGCAI_HOOK_HOSTS").split(",") if one.strip())

# working days for an open complaint to be judged
COMPLAINT_DAYS = number("HENGCAI_COMPLAINT_DAYS", 3)

# how many contacts of each agent are listened to live in a survey, at least and at most
LISTEN_FEWEST, LISTEN_MOST = number("HENGCAI_LISTEN_FEWEST", 3), number("HENGCAI_LISTEN_MOST", 5)

# months that an analyst's calibration certificate holds
CERTIFICATE_MONTHS = number("HENGCAI_CERTIFICATE_MONTHS", 6)

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = sorted(path for path in (*WEB.glob("*/static"), HOME / "assets" / "static") if path.is_dir())
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = DEBUG

DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_TEMP_DIR = None

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

ENGINE = text("HENGCAI_ENGINE", "local")
MODEL_URL, MODEL_NAME, MODEL_KEY = text("HENGCAI_MODEL_URL"), text("HENGCAI_MODEL_NAME"), text("HENGCAI_MODEL_KEY")
MODEL_DAILY_TOKENS = number("HENGCAI_MODEL_DAILY_TOKENS", 1_000_000)
SPEECH_MODEL = text("HENGCAI_SPEECH_MODEL")
