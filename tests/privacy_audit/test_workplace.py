"""Whether a computer belongs to an organisation: told by what each system leaves lying about."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from privacy_audit.workplace import is_managed

_ENROLLED = r"SOFTWARE\Microsoft\Enrollments"


@pytest.mark.parametrize(
    ("system", "name"),
    [
        ("linux", "etc/krb5.keytab"),
        ("linux", "etc/sssd/sssd.conf"),
        ("linux", "etc/ipa/default.conf"),
        ("darwin", "var/db/ConfigurationProfiles/Settings/.cloudConfigProfileInstalled"),
        ("darwin", "Library/Managed Preferences/com.example.plist"),
    ],
)
def test_what_an_organisation_leaves_behind(tmp_path: Path, system: str, name: str) -> None:
    assert not is_managed(system, tmp_path)
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    assert not is_managed(system, tmp_path), "an empty folder tells nothing"
    path.write_bytes(b"")
    assert is_managed(system, tmp_path)
    other = "darwin" if system == "linux" else "linux"
    assert not is_managed(other, tmp_path)


def test_what_may_not_be_looked_at_is_there_for_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Library/Managed Preferences"
    folder.mkdir(parents=True)

    def refused(_path: Path) -> object:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", refused)
    assert is_managed("darwin", tmp_path)


@pytest.mark.parametrize(
    ("environment", "keys", "managed"),
    [
        ({}, {}, False),
        ({"USERDNSDOMAIN": "WESTHAVEN.EXAMPLE"}, {}, True),
        ({}, {r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters": ({"Domain": ""}, ())}, False),
        ({}, {r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters": ({"Domain": "westhaven.example"}, ())}, True),
        ({}, {r"SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo": ({}, ("ABCD",))}, True),
        ({}, {_ENROLLED: ({}, ("Context", "0A")), rf"{_ENROLLED}\0A": ({"ProviderID": "MS DM Server"}, ())}, True),
        ({}, {_ENROLLED: ({}, ("Context", "Status"))}, False),
    ],
    ids=[
        "a home computer",
        "a domain",
        "no domain",
        "a machine of a domain",
        "Entra",
        "a device manager",
        "empty keys",
    ],
)
def test_windows_by_its_registry(
    environment: Mapping[str, str],
    keys: Mapping[str, tuple[Mapping[str, object], tuple[str, ...]]],
    *,
    managed: bool,
) -> None:
    assert is_managed("win32", Path("/"), environment, lambda path: keys.get(path, ({}, ()))) is managed
