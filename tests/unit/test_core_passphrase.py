"""A store's key behind a passphrase: what opens it, what does not, what is on the disk."""

import json
import stat
import unicodedata
from pathlib import Path

import pytest

from desk.services.passphrase import PassphraseTooShort, WrongPassphrase, unwrap, wrap

KEY = bytes(range(32))
PHRASE = "quatre pommes mûres"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    wrapped = tmp_path / "agent" / "key.json"
    wrap(wrapped, KEY, PHRASE)
    return wrapped


def test_the_passphrase_gives_the_key_back(file: Path) -> None:
    assert unwrap(file, PHRASE) == KEY
    # Another keyboard composes its accents otherwise.
    assert unwrap(file, unicodedata.normalize("NFD", PHRASE)) == KEY


@pytest.mark.parametrize("typed", ["", "quatre pommes mures", PHRASE + " "])
def test_another_one_is_refused(file: Path, typed: str) -> None:
    with pytest.raises(WrongPassphrase):
        unwrap(file, typed)


@pytest.mark.parametrize("name", ["salt", "hidden", "signature"])
def test_a_damaged_file_gives_no_wrong_key(file: Path, name: str) -> None:
    content = json.loads(file.read_text())
    first = content[name]
    content[name] = ("1" if first[0] == "0" else "0") + first[1:]
    file.write_text(json.dumps(content))
    with pytest.raises(WrongPassphrase):
        unwrap(file, PHRASE)
    file.write_text("[]")
    with pytest.raises(WrongPassphrase):
        unwrap(file, PHRASE)


def test_the_file_is_private_and_says_neither(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    content = file.read_text()
    assert KEY.hex() not in content
    assert PHRASE not in content
    assert [each.name for each in file.parent.iterdir()] == ["key.json"]


def test_wrapping_again_hides_it_otherwise(file: Path) -> None:
    before = json.loads(file.read_text())
    wrap(file, KEY, PHRASE)
    after = json.loads(file.read_text())
    assert {name for name in before if before[name] == after[name]} == {"version"}


def test_a_short_one_is_not_taken(tmp_path: Path) -> None:
    with pytest.raises(PassphraseTooShort):
        wrap(tmp_path / "key.json", KEY, "sept...")
    assert list(tmp_path.iterdir()) == []
