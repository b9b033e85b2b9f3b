"""The guards of the vault and of what the window does with it, each with the test that fails without it."""

from tests.guard import Guard

VAULT = "privacy_audit/vault"
TESTS = "tests/privacy_audit/vault"
WINDOW = "tests/ui"


def _vault(name: str, file: str, line: str, change: str, test: str) -> Guard:
    return Guard(f"vault: {name}", file, line, change, f"{TESTS}/{test}", VAULT)


def _window(name: str, file: str, line: str, change: str, test: str) -> Guard:
    return Guard(f"window: {name}", file, line, change, f"{WINDOW}/{test}", "ui")


KEPT = (
    _vault(
        "pages are encrypted",
        "pages.py",
        'self._connection.pragma("key", f"raw:{key.hex()}")',
        "pass",
        "test_leaks.py::test_the_word_is_nowhere_on_the_disk",
    ),
    _vault(
        "one program at a time",
        "instance.py",
        "fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        "test_opening.py::test_only_one_program_has_it_open",
    ),
    _vault(
        "never made over another",
        "opening.py",
        "raise VaultInUseError  # another window made one a moment ago",
        "pass",
        "test_opening.py::test_a_vault_is_never_made_over_another",
    ),
    _vault(
        "a file of keys has its cost",
        "key_file.py",
        "or not all(slot.cost.sane for slot in read.slots)",
        "",
        "test_opening.py::test_a_spoilt_file_of_keys_is_damage_and_costs_nothing",
    ),
    _vault(
        "a slot is bound to what it says",
        "key_file.py",
        'return "\\x1f".join(("privacy-audit vault", self.kind.value, self.id, self.salt.hex(), cost)).encode()',
        'return b"privacy-audit vault"',
        "test_opening.py::test_a_slot_is_bound_to_what_it_says",
    ),
    _vault(
        "a newer version is left alone",
        "pages.py",
        "            raise VaultTooNewError",
        "            return",
        "test_opening.py::test_a_newer_database_is_left_untouched",
    ),
    _vault(
        "private files",
        "folder.py",
        "self.path.chmod(0o700)",
        "self.path.chmod(0o755)",
        "test_opening.py::test_everything_in_it_is_for_its_owner_alone",
    ),
    _vault(
        "all or nothing",
        "pages.py",
        'self._connection.execute("ROLLBACK")',
        'self._connection.execute("COMMIT")',
        "test_schema.py::test_a_step_that_fails_leaves_the_old_version",
    ),
    _vault(
        "a copy before the file is changed",
        "opening.py",
        "copy_whole(folder.database, folder.copy)\n            pages.bring_up_to_date()",
        "pages.bring_up_to_date()",
        "test_schema.py::test_an_old_vault_comes_up_to_date_and_loses_nothing",
    ),
    _vault(
        "a damaged file is no copy",
        "vault.py",
        "if pages.is_sound():",
        "if True:",
        "test_opening.py::test_a_damaged_file_never_becomes_the_copy",
    ),
    _vault(
        "words of conduct stay out",
        "wordless.py",
        "return finding.check in self.conduct or finding.subject in _OTHERS",
        "return finding.subject in _OTHERS",
        "test_kept.py::test_words_of_conduct_and_of_other_people_are_never_written",
    ),
    _vault(
        "words of other people stay out",
        "wordless.py",
        "return finding.check in self.conduct or finding.subject in _OTHERS",
        "return finding.check in self.conduct",
        "test_kept.py::test_words_of_conduct_and_of_other_people_are_never_written",
    ),
    _vault(
        "the answer about a case stays out",
        "own.py",
        "packed(replace(facts, under_investigation=Answer.NOT_ASKED))",
        "packed(replace(facts))",
        "test_kept.py::test_own_facts_come_back_but_not_the_answer_about_a_case",
    ),
    _vault(
        "a wrong clock costs nothing",
        "audits.py",
        "if row[2] is not None and now - _moment(row[2]) >= _WARNED]",
        "]",
        "test_kept.py::test_a_clock_that_is_thirty_years_out_for_a_sitting_costs_nothing",
    ),
    _vault(
        "people are keyed",
        "people.py",
        "key=self._key, digest_size=_SIZE",
        "digest_size=_SIZE",
        "test_kept.py::test_people_are_kept_without_their_names",
    ),
    _vault(
        "the key store is tried",
        "key_store.py",
        "if self._ask(lambda: self.backend.get_password(_SERVICE, vault)) != written:",
        "if False:",
        "test_key_store.py::test_a_store_that_takes_and_does_not_keep_is_found_out",
    ),
    _vault(
        "the key store is not waited for",
        "key_store.py",
        "thread.join(patience)",
        "thread.join()",
        "test_key_store.py::test_a_store_that_hangs_is_left_after_a_while",
    ),
    _vault(
        "the key stays on this machine",
        "key_store.py",
        'setattr(backend, "persist", "local machine")',
        'setattr(backend, "persist", "enterprise")',
        "test_key_store.py::test_on_windows_the_key_stays_on_this_machine",
    ),
    _vault(
        "a link is not followed",
        "clearing.py",
        "if folder.is_symlink():",
        "if False:",
        "test_clearing.py::test_a_link_in_the_place_of_a_folder_is_not_followed",
    ),
    _vault(
        "keys set aside are cleared too",
        "clearing.py",
        'return sorted(vault.path.glob("vault.key*"))',
        "return [vault.key_file]",
        "test_clearing.py::test_everything_goes_and_nothing_else",
    ),
    _window(
        "the made-up officer is not kept",
        "following.py",
        "if session.made_up or result.owner is not Ownership.CONFIRMED:",
        "if result.owner is not Ownership.CONFIRMED:",
        "test_keeping.py::test_the_made_up_officer_is_never_kept",
    ),
    _window(
        "the owner outlives the facts",
        "session.py",
        "return is_owner(Holder(names=names), (*self.facts.names, *self.owner))",
        "return not self.facts.names or is_owner(Holder(names=names), self.facts.names)",
        "test_keeping.py::test_a_download_in_another_name_is_asked_about_even_if_the_names_were_emptied",
    ),
    _window(
        "no page is left behind the lock",
        "walk.py",
        "self.window.drop_pages()",
        "pass",
        "test_locking.py::test_lock_and_unlock_keep_the_place_and_nothing_is_readable_between",
    ),
    _window(
        "nothing is left in memory",
        "keeping.py",
        "        self.shut()\n        self._session.put_away()",
        "        self.shut()",
        "test_locking.py::test_lock_and_unlock_keep_the_place_and_nothing_is_readable_between",
    ),
    _window(
        "the menu stops at the lock",
        "walk.py",
        'if self.keep.behind_lock and key != "about":',
        "if False:",
        "test_locking.py::test_lock_and_unlock_keep_the_place_and_nothing_is_readable_between",
    ),
    _window(
        "quick exit locks",
        "walk.py",
        "self.keep.end(at_once=True)",
        "self.keep.end = lambda: None",
        "test_locking.py::test_quick_exit_locks",
    ),
    _window(
        "sleep locks",
        "idle.py",
        "max(quiet, away)",
        "quiet",
        "test_locking.py::test_a_computer_that_slept_is_locked",
    ),
    _window(
        "reasons follow their words",
        "following.py",
        "return replace(change, before=without_reason(change.before), after=without_reason(change.after))",
        "return change",
        "test_keeping.py::test_conduct_is_on_show_until_the_window_closes_and_never_kept",
    ),
    _window(
        "the bin waits for the answer",
        "widgets/bin_offer.py",
        "self.bin.setVisible(may_go and bool(self.paths))",
        "self.bin.setVisible(bool(self.paths))",
        "test_clearing.py::test_the_download_goes_to_the_bin_only_on_a_tick_and_without_a_case",
    ),
    _window(
        "only what is ticked goes",
        "widgets/bin_offer.py",
        "zip(self.paths, self.ticks, strict=True) if line.box.isChecked()]",
        "zip(self.paths, self.ticks, strict=True)]",
        "test_clearing.py::test_the_download_goes_to_the_bin_only_on_a_tick_and_without_a_case",
    ),
)
