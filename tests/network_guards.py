"""The guards of the network door and of signed packs, each with the test that fails without it."""

from tests.guard import Guard

GATEWAY, PACKS = "privacy_audit/gateway", "privacy_audit/packs"
DOOR = "tests/privacy_audit/gateway/test_door.py"
ADDRESSES = "tests/privacy_audit/gateway/test_addresses.py"
LEDGER = "tests/privacy_audit/gateway/test_ledger.py"
TESTS = "tests/privacy_audit/packs/test_packs.py"
ATTACK = f"{DOOR}::test_each_attack_is_contained_and_noted"


def _door(name: str, line: str, change: str, test: str) -> Guard:
    return Guard(f"network: {name}", "door.py", line, change, f"{DOOR}::{test}", GATEWAY)


def _attack(name: str, line: str, change: str, attack: str) -> Guard:
    return Guard(f"network: {name}", "door.py", line, change, f"{ATTACK}[{attack}]", GATEWAY)


def _pack(name: str, file: str, line: str, change: str, test: str) -> Guard:
    return Guard(f"packs: {name}", file, line, change, f"{TESTS}::{test}", PACKS)


NETWORK = (
    _door(
        "agreed to",
        "if agreed != request or request != self.preview(request.purpose, request.path):",
        "if request != self.preview(request.purpose, request.path):",
        "test_nothing_is_sent_that_was_not_agreed_to_in_these_words",
    ),
    _door(
        "one yes, one request",
        "agreed, self._agreed = self._agreed, None",
        "agreed = self._agreed",
        "test_nothing_is_sent_that_was_not_agreed_to_in_these_words",
    ),
    _door(
        "the words as they were shown",
        " or request != self.preview(request.purpose, request.path):",
        ":",
        "test_nothing_is_sent_that_was_not_agreed_to_in_these_words",
    ),
    Guard(
        "network: the purpose's own path",
        "purposes.py",
        "if not purpose.host or not re.fullmatch(purpose.path, path):",
        "if not purpose.host:",
        f"{DOOR}::test_only_the_purposes_own_words_can_be_asked",
        GATEWAY,
    ),
    _attack("redirects and refusals", "if response.status_code != _OK:", "if False:", "an error"),
    _attack(
        "redirects are not followed", "allow_redirects=False,", "allow_redirects=True,", "a redirect to the same host"
    ),
    _attack(
        "packed answers",
        'if response.headers.get("Content-Encoding", "identity") != "identity":',
        "if False:",
        "packed",
    ),
    _attack("size", "if len(body) + len(chunk) > purpose.most:", "if False:", "too large"),
    _attack("a deadline for all of it", "timer.start()", "pass", "dripping headers"),
    _door(
        "proxies and passwords of the surroundings",
        "session.trust_env = False",
        "session.trust_env = True",
        "test_proxies_and_passwords_of_the_surroundings_are_left_alone",
    ),
    _door(
        "who it is",
        "verify=self._around.authorities or certifi.where(),",
        "verify=False,",
        "test_an_authority_that_nobody_knows_is_refused",
    ),
    _door(
        "noted before it leaves",
        "entry = self.ledger.asked(request.purpose, request.host, request.text)\n        body",
        "entry = None\n        body",
        "test_nothing_leaves_when_it_cannot_be_noted",
    ),
    Guard(
        "network: the address that was checked",
        "connecting.py",
        "if not addresses or not all(map(self._allowed, addresses)):",
        "if not addresses:",
        f"{DOOR}::test_a_name_that_leads_home_is_refused_before_any_connection",
        GATEWAY,
    ),
    Guard(
        "network: private addresses",
        "addresses.py",
        "if refused or ip.is_private or not ip.is_global:",
        "if False:",
        f"{ADDRESSES}::test_everything_else",
        GATEWAY,
    ),
    Guard(
        "network: addresses in disguise",
        "addresses.py",
        "return not any(ip.version == network.version and ip in network for network in _DISGUISES)",
        "return True",
        f"{ADDRESSES}::test_everything_else",
        GATEWAY,
    ),
    Guard(
        "network: the chain of the ledger",
        "ledger.py",
        "if entry.number != number or entry.before != before or _sealed(entry).digest != entry.digest:",
        "if entry.number != number:",
        f"{LEDGER}::test_any_change_is_seen",
        GATEWAY,
    ),
    _pack(
        "signature",
        "pack_file.py",
        "    except InvalidSignature:\n        raise",
        "    except InvalidSignature:\n        pass\n    if False:\n        raise",
        "test_a_forged_pack_is_refused",
    ),
    _pack(
        "prints of the files",
        "pack_file.py",
        'about.get("sha256") == _print(text)',
        "True",
        "test_a_forged_pack_is_refused",
    ),
    _pack(
        "size",
        "pack_file.py",
        "if len(data) > MOST:",
        "if False:",
        "test_a_pack_that_is_too_large_is_not_even_read",
    ),
    _pack(
        "data alone",
        "pack_file.py",
        "if not _FILE.fullmatch(name) or not fits:",
        "if not fits:",
        "test_data_that_weakens_a_safeguard_is_refused_and_nothing_changes",
    ),
    _pack(
        "trusted keys",
        "shelf.py",
        "if pack.key not in self._trusted:",
        "if False:",
        "test_a_key_that_nobody_trusted_is_asked_about_by_its_fingerprint",
    ),
    _pack(
        "a name stays with its key",
        "shelf.py",
        "if before is not None and before[0].key != pack.key:",
        "if False:",
        "test_versions_rise_and_a_name_stays_with_its_key",
    ),
    _pack(
        "versions rise",
        "shelf.py",
        "if before is not None and before[0].version >= pack.version:",
        "if False:",
        "test_versions_rise_and_a_name_stays_with_its_key",
    ),
    _pack(
        "people's rights",
        "pack_rules.py",
        "if clause.kind is ClauseKind.GUARD and kinds.get(clause.id) is not ClauseKind.GUARD:",
        "if False:",
        "test_data_that_weakens_a_safeguard_is_refused_and_nothing_changes[rights taken away]",
    ),
    _pack(
        "removals say so",
        "pack_rules.py",
        "if _TAKES_AWAY.search(step.text) and not (step.kind.takes_away or _only_warns(step.kind)):",
        "if False:",
        "test_data_that_weakens_a_safeguard_is_refused_and_nothing_changes[a removal in disguise]",
    ),
    _pack(
        "messages are kind and tell nothing",
        "pack_rules.py",
        "for flaw in flaws(step.message):",
        "for flaw in ():",
        "test_data_that_weakens_a_safeguard_is_refused_and_nothing_changes[a message that frightens]",
    ),
    _pack(
        "known links",
        "pack_rules.py",
        "if step.link and not is_allowed(step.link):",
        "if False:",
        "test_data_that_weakens_a_safeguard_is_refused_and_nothing_changes[an unknown link]",
    ),
    _pack(
        "plain words",
        "pack_rules.py",
        'if "<" in text or ">" in text:',
        "if False:",
        "test_data_that_weakens_a_safeguard_is_refused_and_nothing_changes[markup]",
    ),
)
