"""Settings: what starts the process, and what a wrong one is told."""

import os
from datetime import time
from pathlib import Path

import pytest
from tzlocal import reload_localzone

from bot.settings import TELEGRAM, Settings, load_settings
from bot.wrong_setting import ALLOWED, WrongSetting

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("RAPPORT_")]:
        monkeypatch.delenv(name)


def written(tmp_path: Path, **given: str) -> Path:
    file = tmp_path / ".env"
    file.write_text("".join(f"RAPPORT_{name}='{value}'\n" for name, value in given.items()), "utf-8")
    return file


def test_nothing_set_starts_the_demo() -> None:
    settings = load_settings(None)
    assert settings.wants_simulator
    assert (settings.api_url, settings.database_url) == (TELEGRAM, "sqlite:///data/rapport.db")
    assert (settings.language, settings.currency, settings.remind_at) == ("en", "USD", time(9))
    assert settings.zone.key == settings.timezone


def test_the_zone_is_the_machine_s_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    reload_localzone()
    found = load_settings(None).timezone
    monkeypatch.undo()
    reload_localzone()
    assert found == "Asia/Shanghai"


def test_all_of_it_from_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, TOKEN=TOKEN, TIMEZONE="Asia/Shanghai", CURRENCY="cny", LANGUAGE="zh", REMIND_AT="08:30")
    settings = load_settings(file)
    assert settings.token.get_secret_value() == TOKEN
    assert (settings.timezone, settings.currency, settings.language) == ("Asia/Shanghai", "CNY", "zh")
    assert settings.remind_at == time(8, 30)
    assert not settings.wants_simulator


def test_the_environment_beats_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAPPORT_TOKEN", "")
    assert load_settings(written(tmp_path, TOKEN=TOKEN)).wants_simulator


def test_a_file_by_notepad(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("RAPPORT_LANGUAGE=zh\r\n", "utf-8-sig")
    assert load_settings(file).language == "zh"
    file.write_text("RAPPORT_LANGUAGE=zh\n", "utf-16")
    with pytest.raises(WrongSetting, match="UTF-8"):
        load_settings(file)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        pytest.param("TOKEN", "hunter2", id="no token at all"),
        pytest.param("TOKEN", "bot" + TOKEN, id="with the word bot"),
        pytest.param("TOKEN", TOKEN + " x", id="something behind the token"),
        pytest.param("API_URL", "api.telegram.org", id="no scheme"),
        pytest.param("API_URL", "https://", id="no host"),
        pytest.param("DATABASE_URL", "mysql://root@host/x", id="an engine we do not speak"),
        pytest.param("DATABASE_URL", "data/rapport.db", id="a bare path"),
        pytest.param("DATABASE_URL", "sqlite:///", id="no file"),
        pytest.param("TIMEZONE", "CET+1", id="no zone"),
        pytest.param("TIMEZONE", "../etc/passwd", id="a path as zone"),
        pytest.param("TIMEZONE", "Shanghai", id="a city without its continent"),
        pytest.param("CURRENCY", "RMB", id="a currency's nickname"),
        pytest.param("CURRENCY", "¥", id="a currency's sign"),
        pytest.param("LANGUAGE", "fr", id="a language we lack"),
        pytest.param("WEBHOOK_URL", "http://bot.example.com/hook", id="webhook without TLS"),
        pytest.param("WEBHOOK_SECRET", "two words", id="secret with a space"),
        pytest.param("WEBHOOK_SECRET", "x" * 257, id="secret too long"),
        pytest.param("PORT", "tcp://10.0.0.1:80", id="what Kubernetes sets for a service named rapport"),
        pytest.param("PORT", "0", id="port zero"),
        pytest.param("PORT", "65536", id="port too high"),
        pytest.param("REMIND_AT", "9", id="an hour alone"),
        pytest.param("REMIND_AT", "24:00", id="no such hour"),
        pytest.param("REMIND_AT", "9am", id="English time"),
        pytest.param("LLM_URL", "models.example.com/v1", id="a model without a scheme"),
        pytest.param("LLM_ALLOW_PRIVATE", "perhaps", id="neither yes nor no"),
        pytest.param("PROXY", "socks5://127.0.0.1:1080", id="SOCKS"),
    ],
)
def test_a_wrong_value_is_one_line(tmp_path: Path, name: str, given: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        load_settings(written(tmp_path, **{name: given}))
    (line,) = wrong.value.lines
    assert line.startswith(f"RAPPORT_{name} is ")
    assert line.endswith(f"; allowed: {ALLOWED[name.lower()]}.")


@pytest.mark.parametrize(
    ("name", "given", "secret"),
    [
        ("TOKEN", "12:SECRETSECRET", "SECRET"),
        ("WEBHOOK_SECRET", "my secret words", "secret words"),
        ("DATABASE_URL", "postgres://anna:SECRET@host/x", "SECRET"),
    ],
)
def test_secrets_are_masked(tmp_path: Path, name: str, given: str, secret: str) -> None:
    with pytest.raises(WrongSetting) as wrong:
        load_settings(written(tmp_path, **{name: given}))
    assert secret not in str(wrong.value)


def test_all_wrong_values_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting) as wrong:
        load_settings(written(tmp_path, LANGUAGE="fr", PORT="x"))
    assert len(wrong.value.lines) == 2


def test_a_webhook_needs_a_token_and_a_secret(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting) as wrong:
        load_settings(written(tmp_path, WEBHOOK_URL="https://bot.example.com/hook"))
    assert [line.split()[0] for line in wrong.value.lines] == ["RAPPORT_TOKEN", "RAPPORT_WEBHOOK_SECRET"]


def test_a_language_model_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(WrongSetting, match="RAPPORT_LLM_MODEL is not set"):
        load_settings(written(tmp_path, LLM_URL="https://models.example.com/v1"))


def test_a_language_model_is_asked_by_https_unless_it_is_ours(tmp_path: Path) -> None:
    given = {"LLM_URL": "http://models.example.com/v1", "LLM_MODEL": "m", "LLM_KEY": "hush"}
    with pytest.raises(WrongSetting, match="RAPPORT_LLM_URL is not https"):
        load_settings(written(tmp_path, **given))
    assert "hush" not in repr(load_settings(written(tmp_path, **given, LLM_ALLOW_PRIVATE="1")))


def test_a_webhook_never_starts_the_simulator() -> None:
    assert not Settings(webhook_url="https://bot.example.com/hook").wants_simulator


def test_settings_are_frozen_and_show_no_secret(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, TOKEN=TOKEN))
    assert TOKEN not in repr(settings)
    with pytest.raises(ValueError, match="frozen"):
        settings.language = "zh"


def test_every_setting_says_what_is_allowed() -> None:
    assert set(ALLOWED) == set(Settings.model_fields)
