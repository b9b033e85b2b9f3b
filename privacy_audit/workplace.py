"""Whether this computer is joined to an organisation, as far as files and settings on it tell at once.

Sources: Windows, Tcpip\\Parameters "Domain" and CloudDomainJoin\\JoinInfo, Enrollments with a ProviderID (MDM);
macOS, /Library/Managed Preferences and ConfigurationProfiles; Linux, the files of realmd, SSSD, FreeIPA, winbind.
"""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

_LINUX: Final = (
    "etc/krb5.keytab",
    "etc/sssd/sssd.conf",
    "etc/ipa/default.conf",
    "var/lib/samba/private/secrets.tdb",
    "etc/opt/quest/vas/vas.conf",
    "etc/pbis/pbis.conf",
    "opt/microsoft/mdatp/conf/mdatp_managed.json",
)
_MAC: Final = (
    "Library/Managed Preferences",
    "var/db/ConfigurationProfiles/Settings/.cloudConfigProfileInstalled",
    "var/db/ConfigurationProfiles/Settings/.cloudConfigHasActivationRecord",
)
_DOMAIN: Final = r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters"
_JOINED: Final = r"SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo"
_ENROLLED: Final = r"SOFTWARE\Microsoft\Enrollments"

RegistryRead = Callable[[str], tuple[Mapping[str, object], tuple[str, ...]]]  # values and names of what lies below


def is_managed(
    system: str = sys.platform,
    root: Path = Path("/"),
    environment: Mapping[str, str] = os.environ,
    registry: RegistryRead | None = None,
) -> bool:
    """False where nothing tells of an organisation; that is no proof that there is none."""
    if system == "win32":
        return _windows(environment, registry or _registry)
    files = _MAC if system == "darwin" else _LINUX
    return any(_is_there(root / name) for name in files)


def _is_there(path: Path) -> bool:
    """A file, or a folder that holds something; what may not be looked at is there for a reason."""
    try:
        return any(path.iterdir()) if path.is_dir() else path.exists()
    except OSError:
        return True


def _windows(environment: Mapping[str, str], registry: RegistryRead) -> bool:
    if environment.get("USERDNSDOMAIN"):
        return True
    values, _below = registry(_DOMAIN)
    if values.get("Domain"):
        return True
    _values, joined = registry(_JOINED)
    if joined:
        return True
    _values, enrolments = registry(_ENROLLED)
    return any(registry(rf"{_ENROLLED}\{name}")[0].get("ProviderID") for name in enrolments)


def _registry(path: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    """A key of HKEY_LOCAL_MACHINE; empty where there is none or it may not be read."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - there is none on other systems

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            below, values, _changed = winreg.QueryInfoKey(key)
            told = dict(winreg.EnumValue(key, place)[:2] for place in range(values))
            return told, tuple(winreg.EnumKey(key, place) for place in range(below))
    return {}, ()
