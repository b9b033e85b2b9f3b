"""Takes out each guard of the doors to exports, packs, the network and the vault in turn: `python3 run.py guards`."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.guard import Guard
from tests.network_guards import NETWORK
from tests.vault_guards import KEPT

_OUTCOMES = {0: "ITS TEST STILL PASSES", 1: "its test fails"}  # by pytest's exit status
ROOT = Path(__file__).resolve().parent.parent
GUARDS = "tests/privacy_audit/test_archive_guards.py"
FOLDERS = "tests/privacy_audit/test_archive_folders.py"
TREE = "tests/privacy_audit/test_archive.py"


EXPORTS = (
    Guard("total size", "parts.py", "if self._left < 0:", "if False:", f"{GUARDS}::test_total_size"),
    Guard(
        "ratio of the whole",
        "zip_directory.py",
        "if total > limits.all_ratio_from and total > size * limits.ratio:",
        "if False:",
        f"{GUARDS}::test_ratio_of_the_whole",
    ),
    Guard(
        "entries counted",
        "zip_directory.py",
        "        if budget.entries_left < 0:",
        "        if False:",
        f"{GUARDS}::test_entries",
    ),
    Guard(
        "entries and list as stated",
        "zip_directory.py",
        "if end.entries > budget.entries_left or end.size > limits.directory:",
        "if False:",
        f"{GUARDS}::test_size_of_the_list",
    ),
    Guard("overlap", "zip_directory.py", "if start < reached:", "if False:", f"{GUARDS}::test_overlap"),
    Guard(
        "reaching into the list",
        "zip_directory.py",
        "if reached > end:",
        "if False:",
        f"{GUARDS}::test_a_member_that_reaches_into_the_list",
    ),
    Guard(
        "reaching into the next member",
        "zip_part.py",
        "if start + packed > directory.starts[bisect_right(directory.starts, offset)]:",
        "if False:",
        f"{GUARDS}::test_data_that_reach_into_the_next_member_by_their_own_header",
    ),
    Guard("password", "zip_directory.py", "if raw.flags & 0x2041:", "if False:", f"{GUARDS}::test_password"),
    Guard(
        "Deflate64 and other methods",
        "zip_directory.py",
        "if raw.method not in (STORED, DEFLATED):",
        "if False:",
        f"{GUARDS}::test_deflate64_and_other_methods",
    ),
    Guard(
        "truncated",
        "zip_directory.py",
        'say.CUT_SHORT if head[:2] == b"PK" else say.NO_ZIP',
        "say.NO_ZIP",
        f"{GUARDS}::test_truncated",
    ),
    Guard(
        "bytes lost",
        "zip_directory.py",
        "    if prefix < 0:",
        "    if False:",
        f"{GUARDS}::test_bytes_lost_in_the_middle",
    ),
    Guard(
        "empty file",
        "opening.py",
        "if not status.st_size:",
        "if False:",
        f"{GUARDS}::test_empty_file_hollow_zip_and_what_is_no_zip",
    ),
    Guard(
        "hollow ZIP",
        "zip_directory.py",
        "if not directory.members:",
        "if False:",
        f"{GUARDS}::test_empty_file_hollow_zip_and_what_is_no_zip",
    ),
    Guard(
        "split ZIP",
        "zip_directory.py",
        "if disk not in (0, _FULL16) or first_disk not in (0, _FULL16):",
        "if False:",
        f"{GUARDS}::test_one_piece_of_a_split_zip",
    ),
    Guard(
        "program in front",
        "zip_directory.py",
        'if head[:2] == b"MZ" or head == b"\\x7fELF":',
        "if False:",
        f"{GUARDS}::test_a_program_with_a_zip_behind_it",
    ),
    Guard(
        "junk in front",
        "zip_directory.py",
        "if end.prefix:",
        "if False:",
        f"{GUARDS}::test_junk_in_front_is_noted_and_passed_over",
    ),
    Guard(
        "missing parts",
        "tree.py",
        "missing = missing_parts(self.parts)",
        "missing = ()",
        f"{GUARDS}::test_missing_parts_are_named",
    ),
    Guard(
        "unsafe names",
        "zip_directory.py",
        "say.NOTE_UNSAFE if suspect and is_unsafe(path, self._limits) else",
        'say.NOTE_UNSAFE if path == "no such name" else',
        f"{GUARDS}::test_unsafe_names",
    ),
    Guard(
        "quick look at names",
        "names.py",
        "        if mark in plain:",
        "        if False:",
        f"{GUARDS}::test_unsafe_names",
    ),
    Guard("links", "zip_directory.py", "if stat.S_ISLNK(raw.mode):", "if False:", f"{GUARDS}::test_links"),
    Guard(
        "duplicate names",
        "zip_directory.py",
        "if not refusal and path in self._seen:",
        "if False:",
        f"{GUARDS}::test_duplicate_names_use_the_first_and_say_so",
    ),
    Guard(
        "ratio of a member",
        "zip_directory.py",
        "if raw.size > limits.ratio_from and raw.size > raw.packed * limits.ratio:",
        "if False:",
        f"{GUARDS}::test_ratio_of_a_member",
    ),
    Guard(
        "size of a member read whole",
        "tree.py",
        "if member.size > self._limits.member:",
        "if False:",
        f"{GUARDS}::test_size_of_a_member",
    ),
    Guard(
        "size of a member streamed",
        "zip_part.py",
        "if self._given > self._budget.limits.streamed:",
        "if False:",
        f"{GUARDS}::test_size_of_a_member",
    ),
    Guard(
        "longer than stated, one shot",
        "zip_part.py",
        "raise ExportError(say.MEMBER_LIES if longer else say.MEMBER_DAMAGED)",
        "return inflater.decompress(inflater.unconsumed_tail)",
        f"{GUARDS}::test_a_member_that_holds_more_than_it_says",
    ),
    Guard(
        "longer than stated, streamed",
        "zip_part.py",
        "if self._given > self._packing.size:",
        "if False:",
        f"{GUARDS}::test_a_member_that_holds_more_than_it_says",
    ),
    Guard(
        "checksum, one shot",
        "zip_part.py",
        "if len(data) != size or deflate.crc32(data) != packing.crc:",
        "if len(data) != size:",
        f"{GUARDS}::test_damage_is_told_and_the_rest_read",
    ),
    Guard(
        "checksum, streamed",
        "zip_part.py",
        "if self._given != self._packing.size or self._crc != self._packing.crc:",
        "if self._given != self._packing.size:",
        f"{GUARDS}::test_damage_is_told_and_the_rest_read",
    ),
    Guard(
        "a member's own header",
        "zip_part.py",
        'if len(header) != _LOCAL or header[:4] != b"PK\\x03\\x04":',
        "if False:",
        f"{GUARDS}::test_a_lost_header_is_told",
    ),
    Guard(
        "clutter",
        "zip_directory.py",
        "(suspect and is_clutter(path))",
        "False",
        f"{GUARDS}::test_clutter_is_passed_over",
    ),
    Guard(
        "flood of notes",
        "parts.py",
        "if len(self._kept) < self._limit:",
        "if True:",
        f"{GUARDS}::test_notes_are_summed_up",
    ),
    Guard(
        "depth of ZIPs in ZIPs",
        "inner_zips.py",
        "self.members(inner, levels - 1)",
        "self.members(inner, levels)",
        f"{TREE}::test_a_zip_inside_is_looked_into_one_level_deep",
    ),
    Guard(
        "number of ZIPs inside",
        "inner_zips.py",
        "        if self._left < 0:",
        "        if False:",
        f"{TREE}::test_zips_inside_stay_within_the_limits",
    ),
    Guard(
        "size of ZIPs inside",
        "inner_zips.py",
        "if member.size > self._bytes_left:",
        "if False:",
        f"{TREE}::test_zips_inside_stay_within_the_limits",
    ),
    Guard(
        "links in folders",
        "folder_part.py",
        "    if is_link(status):",
        "    if False:",
        f"{FOLDERS}::test_links_in_folders_are_not_followed",
    ),
    Guard(
        "depth of folders",
        "folder_part.py",
        "if depth <= budget.limits.depth:",
        "if True:",
        f"{FOLDERS}::test_limits_of_folders",
    ),
    Guard(
        "entries of folders",
        "folder_part.py",
        "if budget.entries_left < 0:",
        "if False:",
        f"{FOLDERS}::test_limits_of_folders",
    ),
    Guard(
        "files that grow",
        "folder_part.py",
        "if len(data) > self._budget.limits.member:",
        "if False:",
        f"{FOLDERS}::test_a_file_that_grows_is_cut_off",
    ),
    Guard(
        "one file in the cloud",
        "opening.py",
        "if lies_in_cloud(status) and not self.may_fetch(path):",
        "if False:",
        f"{FOLDERS}::test_a_zip_in_the_cloud_is_asked_about_first",
    ),
    Guard(
        "files of a folder in the cloud",
        "folder_part.py",
        "if lies_in_cloud(status) and not may_fetch():",
        "if False:",
        f"{FOLDERS}::test_a_folder_in_the_cloud_is_asked_about_once",
    ),
    Guard(
        "gzip bomb",
        "tar_part.py",
        "if self._gzipped and at > limits.ratio_from and at > self._packed * limits.ratio:",
        "if False:",
        f"{FOLDERS}::test_a_gzip_bomb_is_refused",
    ),
    Guard(
        "tar with sizes below nothing",
        "tar_part.py",
        "if info.size < 0:",
        "if False:",
        f"{FOLDERS}::test_a_tar_whose_sizes_run_backwards_ends",
    ),
    Guard(
        "entries of a tar",
        "tar_part.py",
        "if budget.entries_left < 0:",
        "if False:",
        f"{FOLDERS}::test_limits_of_tars",
    ),
    Guard(
        "unsafe names in a tar",
        "tar_part.py",
        "if is_suspect(path, budget.limits) and is_unsafe(path, budget.limits):",
        "if False:",
        f"{FOLDERS}::test_tars_are_read_in_place",
    ),
    Guard(
        "links in a tar",
        "tar_part.py",
        "elif info.issym() or info.islnk():",
        "elif False:",
        f"{FOLDERS}::test_tars_are_read_in_place",
    ),
)

TABLE = (*EXPORTS, *NETWORK, *KEPT)


def main(chosen: Sequence[str] = ()) -> int:
    """Runs the table, or the rows named; 1 when a guard can be taken out unnoticed or its line has changed."""
    table = [guard for guard in TABLE if not chosen or guard.name in chosen]
    unnoticed = 0
    with tempfile.TemporaryDirectory(prefix="guards-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=_left_behind)
        for guard in table:
            outcome = _without(guard, tree)
            unnoticed += outcome != "its test fails"
            print(f"{guard.name:32} {outcome}", flush=True)
    print(f"{len(table)} guards, {unnoticed} of them unguarded")
    return 1 if unnoticed else 0


def _left_behind(folder: str, names: list[str]) -> set[str]:
    """What the tests of the door do not need: hidden folders, caches, builds."""
    at_root = Path(folder) == ROOT
    wanted = {"privacy_audit", "tests", "checks", "ui", "pyproject.toml"}
    return {name for name in names if name == "__pycache__" or (at_root and name not in wanted)}


def _without(guard: Guard, tree: Path) -> str:
    path = tree / guard.folder / guard.file
    sound = path.read_text(encoding="utf-8")
    if sound.count(guard.line) != 1:
        return f"ITS LINE STANDS {sound.count(guard.line)} TIMES in {guard.file}"
    path.write_text(sound.replace(guard.line, guard.change), encoding="utf-8")
    try:
        return _OUTCOMES.get(_status(guard.test, tree), "ITS TEST COULD NOT BE RUN")
    finally:
        path.write_text(sound, encoding="utf-8")


def _status(test: str, tree: Path) -> int:
    """Pytest's exit status."""
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--no-header", test]
    surroundings = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=tree, env=surroundings, capture_output=True, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
