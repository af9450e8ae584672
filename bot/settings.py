"""What starts the process: read once from the environment or `.env`, checked, frozen and passed down."""

from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    model_validator,
)
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, SettingsConfigDict

from bot import setting_rules as rules
from bot.wrong_setting import WrongSetting, lines_for

TELEGRAM = "https://api.telegram.org"
Port = Annotated[int, Field(ge=1, le=65535)]


class Settings(BaseModel):
    """All that the environment decides; what a company sets while it runs is a table."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    token: Annotated[SecretStr, AfterValidator(rules.token)] = SecretStr("")
    api_url: Annotated[str, AfterValidator(rules.web_address)] = TELEGRAM
    database_url: Annotated[str, AfterValidator(rules.database)] = "sqlite:///data/rapport.db"
    timezone: Annotated[str, AfterValidator(rules.zone)] = Field(default_factory=rules.zone_of_this_machine)
    currency: Annotated[str, AfterValidator(rules.currency)] = "USD"
    language: Literal["en", "zh"] = "en"
    webhook_url: Annotated[str, AfterValidator(rules.hook_address)] = ""
    webhook_secret: Annotated[SecretStr, AfterValidator(rules.hook_secret)] = SecretStr("")
    public_url: Annotated[str, AfterValidator(rules.web_address)] = ""
    port: Port | None = None
    remind_at: Annotated[time, BeforeValidator(rules.clock_time)] = time(9)
    proxy: Annotated[str, AfterValidator(rules.web_address)] = ""
    llm_url: Annotated[str, AfterValidator(rules.web_address)] = ""
    llm_model: str = ""
    llm_key: SecretStr = SecretStr("")
    llm_allow_private: bool = False
    clock_file: Path | None = None
    """The demo's moved clock; set by the demo, not by people."""

    @model_validator(mode="before")
    @classmethod
    def _empty_means_not_set(cls, given: dict[str, Any]) -> dict[str, Any]:
        stripped = {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}
        return {name: value for name, value in stripped.items() if value != ""}

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def public_address(self) -> str:
        """Where people's own programs reach this house; the webhook's address tells, if nothing else does."""
        return self.public_url or rules.without_path(self.webhook_url)

    @property
    def wants_simulator(self) -> bool:
        """Only when nothing points at real people: no token and no webhook."""
        return not self.token.get_secret_value() and not self.webhook_url


class _Surroundings(Settings, BaseSettings):
    """The same, as it is looked for."""

    model_config = SettingsConfigDict(env_prefix="RAPPORT_")


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read and check everything; WrongSetting says in a line each what is wrong."""
    try:
        settings = Settings(**_given(env_file))
    except ValidationError as error:
        raise WrongSetting(lines_for(error)) from None
    except UnicodeDecodeError:
        raise WrongSetting([f"{env_file} cannot be read: save it as UTF-8 text."]) from None
    if unfit := [*_missing(settings), *_unfit_model(settings)]:
        raise WrongSetting(unfit)
    return settings


def _given(env_file: Path | None) -> dict[str, Any]:
    """What is set; the environment beats the file, also where it says "nothing"."""
    # Notepad begins UTF-8 files with a byte order mark.
    file = DotEnvSettingsSource(_Surroundings, env_file=env_file, env_file_encoding="utf-8-sig")
    return file() | EnvSettingsSource(_Surroundings)()


def _missing(settings: Settings) -> list[str]:
    """What a webhook cannot do without."""
    if not settings.webhook_url:
        return []
    needed = {"RAPPORT_TOKEN": settings.token, "RAPPORT_WEBHOOK_SECRET": settings.webhook_secret}
    return [
        f"{name} is not set, but RAPPORT_WEBHOOK_URL is: set both, or neither."
        for name, value in needed.items()
        if not value.get_secret_value()
    ]


def _unfit_model(settings: Settings) -> list[str]:
    """What a language model cannot do without; in the open internet nobody shall read along."""
    if not settings.llm_url:
        return []
    unnamed = "RAPPORT_LLM_MODEL is not set, but RAPPORT_LLM_URL is: set both, or neither."
    plain = "RAPPORT_LLM_URL is not https: that needs RAPPORT_LLM_ALLOW_PRIVATE=1, for a machine of yours."
    is_open = settings.llm_url.startswith("http:") and not settings.llm_allow_private
    return [unnamed] * (not settings.llm_model) + [plain] * is_open
