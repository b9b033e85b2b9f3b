"""`privacy-audit compare`: two real downloads of the invented officer, and what is refused."""

from pathlib import Path

import pytest

from privacy_audit.demo import Stage
from privacy_audit.demo.export import members
from privacy_audit.demo.zip_writing import zipped
from ui.cli import main

_OTHER = b'{"profile_v2": {"name": {"full_name": "Somebody Else"}}}'


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("pair")
    paths = []
    for stage in (Stage.BEFORE, Stage.AFTER):
        path = folder / f"facebook-{stage.value}.zip"
        path.write_bytes(zipped({name: data for name, data in members(stage).items() if "profile" in name}))
        paths.append(path)
    return paths[0], paths[1]


def test_what_became_of_each_is_told(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    before, after = map(str, pair)
    assert main(["compare", "--before", before, "--after", after]) == 0
    told = capsys.readouterr().out
    assert "No longer there" in told
    assert "Still there" in told
    assert "not proof that nobody kept a copy" in told


def test_two_people_are_never_compared(
    pair: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "facebook-other.zip"
    name = next(name for name in members(Stage.AFTER) if name.endswith("profile_information.json"))
    other.write_bytes(zipped({name: _OTHER}))
    assert main(["compare", "--before", str(pair[0]), "--after", str(other)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "different people" in err


@pytest.mark.parametrize(("after", "said"), [("missing.zip", "no file or folder"), ("", "both sides")])
def test_wrong_use_is_said(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str], after: str, said: str) -> None:
    assert main(["compare", "--before", str(pair[0]), "--after", after or str(pair[0])]) == 2
    assert said in capsys.readouterr().err
