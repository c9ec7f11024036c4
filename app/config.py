"""The configuration: one frozen tree, read once at the start from SCRIMMAGE_… variables."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from app.acs_config import ACS_SECRETS, AcsVariables, acs_settings, missing_acs_partners
from app.slack_config import SLACK_SECRETS, SlackVariables, missing_partners, slack_settings
from app.teams_config import TEAMS_SECRETS, TeamsVariables, teams_settings
from app.teams_partners import missing_teams_partners
from app.voice_config import VOICE_SECRETS, VoiceVariables, missing_voice_partners
from bots.slack.settings import SlackSettings
from bots.teams.settings import TeamsSettings
from core.errors import PracticeError
from voice_bridge.teams_call.settings import AcsSettings

PREFIX = "SCRIMMAGE_"
SECRET_LENGTH = 24
"""Characters that a secret must have at least."""
_SECRETS = (
    frozenset({"secret", "openai_api_key"})
    | SLACK_SECRETS
    | TEAMS_SECRETS
    | ACS_SECRETS
    | VOICE_SECRETS
)
# Of the tests: where they find the programs they drive.
_NOT_OURS = f"{PREFIX}TEST_"


class Settings(SlackVariables, TeamsVariables, AcsVariables, VoiceVariables, BaseSettings):
    """Every setting, with its default. `docs/running.md` lists them for administrators."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True
    )

    data: Path = Field(default=Path("data"), description="Folder for the database and secrets.")
    database_url: str = Field(
        default="",
        description="sqlite:///FILE or postgresql://…; empty: SQLite in the data folder.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8080, ge=0, le=65535, description="Port to listen on; 0: any.")
    base_url: str = Field(
        default="", description="Address by which people reach the pages, for links."
    )
    secret: SecretStr = Field(
        default=SecretStr(""), description="Signs links and cookies; empty: made and kept in data."
    )
    demo: bool = Field(default=False, description="Serve the demo workspace; on loopback only.")
    link_minutes: int = Field(default=60, ge=1, description="How long a signed link is good.")
    scenarios: tuple[Path, ...] = Field(default=(), description="Further folders of scenarios.")
    customer: Literal["embedded", "openai"] = Field(
        default="embedded", description="What words the customer's lines."
    )
    grader: Literal["embedded", "openai"] = Field(
        default="embedded", description="What judges the criteria."
    )
    openai_base_url: str = Field(
        default="https://api.openai.com/v1", description="Any OpenAI-compatible address."
    )
    openai_api_key: SecretStr = Field(default=SecretStr(""), description="Its key, if it has one.")
    openai_model: str = Field(default="", description="The model's name there.")
    openai_timeout_s: float = Field(
        default=12.0,
        gt=0,
        le=120,
        description="Seconds after which the embedded customer takes over.",
    )
    writing_pause: float = Field(
        default=1.0, ge=0, le=5, description="Scales the time the customer takes to write; 0: none."
    )
    purge_hour: int = Field(default=3, ge=0, le=23, description="Hour of the nightly purge, UTC.")
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info")

    @model_validator(mode="after")
    def _models_are_named(self) -> Settings:
        uses = "openai" in {self.customer, self.grader}
        if uses and not self.openai_model:
            message = "SCRIMMAGE_OPENAI_MODEL is missing: name the model that the address serves"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _surfaces_are_whole(self) -> Settings:
        missing = [
            *missing_partners(self.slack),
            *missing_teams_partners(self, self.base_url, self.host),
            *missing_voice_partners(self),
            *missing_acs_partners(self, self.base_url, teams=self.teams.configured),
        ]
        if missing:
            raise ValueError("\n  - ".join(missing))
        return self

    @field_validator("base_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if value and not value.startswith(("http://", "https://")):
            message = "write the whole address, such as https://practice.example.com"
            raise ValueError(message)
        return value

    @field_validator("secret")
    @classmethod
    def _is_long_enough(cls, value: SecretStr) -> SecretStr:
        if 0 < len(value.get_secret_value()) < SECRET_LENGTH:
            message = (
                f"it needs at least {SECRET_LENGTH} characters; leave it away to have one made"
            )
            raise ValueError(message)
        return value

    @field_validator("scenarios")
    @classmethod
    def _are_folders(cls, value: tuple[Path, ...]) -> tuple[Path, ...]:
        missing = [str(path) for path in value if not path.is_dir()]
        if missing:
            message = f"there is no folder {', '.join(missing)}"
            raise ValueError(message)
        return value

    @property
    def slack(self) -> SlackSettings:
        """What the Slack surface needs; `slack.configured` tells whether there is a Slack."""
        return slack_settings(self, self.base_url)

    @property
    def teams(self) -> TeamsSettings:
        """What the Teams surface needs; `teams.configured` tells whether there is a Teams."""
        return teams_settings(self, self.base_url)

    @property
    def acs(self) -> AcsSettings:
        """What calls in Teams need; `acs.configured` tells whether people are rung there."""
        return acs_settings(self, self.base_url)

    @property
    def store_url(self) -> str:
        """The database's address."""
        return self.database_url or f"sqlite:///{self.data.resolve() / 'scrimmage.db'}"

    @property
    def blobs(self) -> Path:
        """The folder of the recordings."""
        return self.data / "blobs"

    def signing_secret(self) -> str:
        """Return the secret that signs links; makes one at first and keeps it in the data folder.

        Raises PracticeError when the folder cannot be written to.
        """
        given = self.secret.get_secret_value()
        if given:
            return given
        path = self.data / "secret"
        try:
            self.data.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                path.touch(mode=0o600)
                path.write_text(secrets.token_urlsafe(48), encoding="ascii")
            return path.read_text(encoding="ascii").strip()
        except OSError as error:
            raise PracticeError(
                f"The data folder {self.data} cannot be used: {error.strerror}.",
                "Make it writable, or name another with SCRIMMAGE_DATA.",
            ) from error


def read_settings(**given: object) -> Settings:
    """Read the settings; `given` ones win. Raises PracticeError that names every wrong one."""
    unknown = _unknown(os.environ)
    if unknown:
        raise PracticeError("These settings need mending:\n" + "\n".join(unknown))
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        wrong = [_named(dict(problem)) for problem in error.errors(include_url=False)]
        raise PracticeError(
            "These settings need mending:\n" + "\n".join(f"  - {line}" for line in wrong),
        ) from error
    except SettingsError as error:
        # Only the list among the settings has to be JSON, and it is read before all the others.
        raise PracticeError(
            f"{PREFIX}SCENARIOS is no list.",
            f"""Write it so: {PREFIX}SCENARIOS='["my-scenarios"]'.""",
        ) from error


def _unknown(environment: Mapping[str, str]) -> list[str]:
    """Say which variables look like settings and are none: most are slips of the finger."""
    known = [f"{PREFIX}{name.upper()}" for name in Settings.model_fields]
    return [
        f"  - {name} is no setting.{_near(name, known)}"
        for name in sorted(environment)
        if name.startswith(PREFIX) and not name.startswith(_NOT_OURS) and name not in known
    ]


def _near(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=1)
    return f" Did you mean {near[0]}?" if near else ""


def _named(problem: dict[str, Any]) -> str:
    names = [str(part) for part in problem["loc"]]
    message = str(problem["msg"]).removeprefix("Value error, ")
    if not names:
        return message
    shown = "not fit" if names[0] in _SECRETS else repr(problem["input"])
    return f"{PREFIX}{'_'.join(names).upper()} is {shown}: {message}"
