"""The settings of the look as plain values that a vault keeps, and back; what is not known is left as it is."""

from privacy_audit.vault.own import Setting
from ui.look import SCALES, Look, Theme


def settings_of(look: Look, minutes: int) -> dict[str, Setting]:
    """`minutes` without a touch after which the window locks by itself."""
    return {
        "theme": look.theme.value,
        "scale": look.scale,
        "single keys": look.single_keys,
        "motion": look.motion,
        "lock after": minutes,
    }


def use_settings(look: Look, settings: dict[str, Setting]) -> None:
    look.single_keys = settings.get("single keys", look.single_keys) is True
    look.motion = settings.get("motion", look.motion) is True
    theme, scale = settings.get("theme"), settings.get("scale")
    look.set_theme(next((one for one in Theme if one.value == theme), look.theme))
    look.set_scale(scale if isinstance(scale, int) and scale in SCALES else look.scale)


def minutes_of(settings: dict[str, Setting], offered: tuple[int, ...], otherwise: int) -> int:
    minutes = settings.get("lock after")
    return minutes if isinstance(minutes, int) and minutes in offered else otherwise
