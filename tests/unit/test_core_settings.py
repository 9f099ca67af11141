"""Settings: where they come from, and the French words for those that cannot be used."""

import stat
from pathlib import Path

import pytest

from desk.services.last_agent import LastAgent
from desk.settings import DEFAULT_PORTAL, Settings, SettingsError, read_settings


def read(tmp_path: Path, content: str | None = None, **variables: str) -> Settings:
    file = tmp_path / "desk.toml"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    return read_settings({"DESK_CONFIG": str(file), **variables})


def test_defaults(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert (settings.portal_url, settings.language, settings.theme) == (
        DEFAULT_PORTAL,
        "fr",
        "system",
    )


def test_environment_goes_over_the_file(tmp_path: Path) -> None:
    content = 'portal_url = "https://a.exemple-msa.test/"\ntheme = "dark"\n'
    settings = read(tmp_path, content, DESK_THEME="contrast", DESK_DATA=str(tmp_path / "données"))
    assert settings.portal_url == "https://a.exemple-msa.test"
    assert settings.theme == "contrast"
    assert settings.data == tmp_path / "données"


@pytest.mark.parametrize(
    ("content", "variables", "words"),
    [
        ("portal_url = ", {}, "n’est pas du TOML valable"),
        ("portal_url = 3", {}, "doit être un texte entre guillemets"),
        ('portail = "x"', {}, "réglage inconnu « portail »"),
        (None, {"DESK_PORTAL_URL": "portail"}, "DESK_PORTAL_URL : « portail » n’est pas l’adresse"),
        (None, {"DESK_PORTAL_URL": "http://msa.test"}, "n’est pas chiffrée"),
        (None, {"DESK_PORTAL_URL": "https://a:secret@b.test"}, "aucun mot de passe"),
        (None, {"DESK_PORTAL_URL": "https://b.test/?x"}, "ni « ? » ni « # »"),
        (None, {"DESK_THEME": "bleu"}, "Valeurs possibles : system, light, dark, contrast"),
        (None, {"DESK_LANGUAGE": "de"}, "« de » n’est pas possible"),
        (None, {"DESK_DATA": "relatif"}, "doit être un chemin complet"),
    ],
)
def test_values_that_cannot_be_used(
    tmp_path: Path, content: str | None, variables: dict[str, str], words: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        read(tmp_path, content, **variables)
    assert words in str(caught.value)
    assert "secret" not in str(caught.value)


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "desk.toml").mkdir()
    with pytest.raises(SettingsError, match="ne peut pas être lu"):
        read(tmp_path)


def test_names_on_the_disk_tell_nobody(tmp_path: Path) -> None:
    settings = Settings("https://portail.test", tmp_path, tmp_path / "x")
    other = Settings("https://autre.test", tmp_path, tmp_path / "x")
    digest = settings.agent_digest("claire.exemple")
    path = settings.store_file(digest)
    assert "claire" not in str(path)
    assert "portail" not in str(path.relative_to(tmp_path))
    assert digest != settings.agent_digest("karim.exemple")
    assert digest != other.agent_digest("claire.exemple")


def test_last_agent_is_remembered_per_portal(tmp_path: Path) -> None:
    one = LastAgent(Settings("https://portail.test", tmp_path / "d", tmp_path / "x"))
    two = LastAgent(Settings("https://autre.test", tmp_path / "d", tmp_path / "x"))
    assert one.read() is None
    one.write("abc123")
    two.write("def456")
    assert (one.read(), two.read()) == ("abc123", "def456")
    file = tmp_path / "d" / "last_agent.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    one.forget()
    assert (one.read(), two.read()) == (None, "def456")
    file.write_text("{", encoding="ascii")
    assert two.read() is None
    file.write_text('{"x": ["y"], "z": "../../etc"}', encoding="ascii")
    assert two.read() is None


def test_last_agent_on_a_refusing_disk(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    last = LastAgent(Settings("https://portail.test", tmp_path / "file", tmp_path / "x"))
    assert last.read() is None
    with pytest.raises(OSError, match="file"):
        last.write("abc")
