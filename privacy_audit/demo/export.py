"""Writes the invented officer's export as the ZIP that Facebook would send."""

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

from privacy_audit.demo.facebook_activity_files import PICTURES, activity_files, picture_path
from privacy_audit.demo.facebook_profile_files import profile_files
from privacy_audit.demo.life import life
from privacy_audit.demo.officer import Stage
from privacy_audit.demo.pictures import picture
from privacy_audit.demo.zip_writing import zipped
from privacy_audit.own_facts import Answer, OwnFacts
from privacy_audit.private_files import write_private

# What the invented officer would tell about himself, for those who run the audit as him.
OWN_NAMES: Final = ("Callum Wrenfield", "PC Wrenny")
OWN_FACTS: Final = OwnFacts(
    names=OWN_NAMES,
    service="Mid Essex Police",
    role="response officer",
    under_investigation=Answer.NO,
    date_of_birth=date(1989, 6, 14),
    home_town="Maldon",
    home_postcode="CM9 9XZ",
    family_names=("Jess", "Isla", "Freddie"),
)


def build(folder: Path, stage: Stage | str = Stage.BEFORE) -> Path:
    """Writes the export of that stage into the folder and says where; the same bytes every time."""
    wanted = Stage(stage)
    whole = life(wanted)
    made = whole.made.date()
    path = folder / f"facebook-callumwrenfield-{made:%d-%m-%Y}-invented.zip"
    write_private(path, zipped(members(wanted)))
    return path


def members(stage: Stage) -> dict[str, bytes]:
    """All files of the export of that stage, by path."""
    whole = life(stage)
    trees = profile_files(whole, stage) | activity_files(whole)
    files = {path: _as_facebook_writes(tree) for path, tree in trees.items()}
    files["connections/followers/no-data.txt"] = b"You have no data in this section\n"
    return files | {picture_path(number): picture(number) for number in range(PICTURES)}


def _as_facebook_writes(tree: Any) -> bytes:
    """Facebook writes each byte of a letter's UTF-8 as a letter of its own."""
    return json.dumps(_byte_letters(tree), indent=2).encode("ascii")


def _byte_letters(tree: Any) -> Any:
    if isinstance(tree, str):
        return tree.encode("utf-8").decode("latin-1")
    if isinstance(tree, dict):
        return {_byte_letters(key): _byte_letters(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_byte_letters(value) for value in tree]
    return tree
