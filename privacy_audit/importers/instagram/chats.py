"""The conversations of an Instagram export, as JSON or as pages."""

from collections.abc import Iterator, Mapping

from privacy_audit import contents
from privacy_audit.archive import Archive, Member
from privacy_audit.archive.names import natural, same_letters
from privacy_audit.contents import Visit
from privacy_audit.errors import ExportError
from privacy_audit.importers.instagram.account import Account
from privacy_audit.importing import MemberFate, MemberNote
from privacy_audit.meta import messages, page_messages
from privacy_audit.meta.scene import Found
from privacy_audit.meta.threads import thread_of

_HEAD = 4096


def conversations(account: Account, threads: Mapping[str, list[Member]]) -> contents.Reader:
    """Reads a whole conversation where its first file stands; as JSON where it is there in both forms."""
    told: set[str] = set()

    def read(_visit: Visit, member: Member) -> Iterator[Found]:
        found = thread_of(member.path)
        key = found.key if found else member.path
        if key in told:
            if _is_page(member) != _is_page(threads.get(key, [member])[0]):
                yield MemberNote(member.path, MemberFate.IGNORED)
            return
        told.add(key)
        conversation = page_messages.conversation if _is_page(member) else messages.conversation
        yield from conversation(account, key, found.folder if found else "", threads.get(key, [member]))

    return read


def _is_page(member: Member) -> bool:
    return same_letters(member.path).endswith(".html")


def threads_in(archive: Archive) -> dict[str, list[Member]]:
    """The files of each conversation, in their order; its pages where it has no other."""
    threads: dict[str, list[Member]] = {}
    for member in (*archive.matching("message*.json"), *archive.matching("message*.html")):
        found = thread_of(member.path)
        if found is not None and (found.key not in threads or _is_page(member) == _is_page(threads[found.key][0])):
            threads.setdefault(found.key, []).append(member)
    return {key: sorted(members, key=lambda one: natural(same_letters(one.path))) for key, members in threads.items()}


def chats_in(archive: Archive) -> dict[str, list[Member]]:
    """Conversations under names of the user's own, for an export that holds nothing else that tells."""
    names = [member for member in archive.members if same_letters(member.path).endswith(".json")]
    return {member.path: [member] for member in names if thread_of(member.path) is None and _is_chat(archive, member)}


def _is_chat(archive: Archive, member: Member) -> bool:
    try:
        return b'"sender_name"' in archive.head(member, _HEAD)
    except ExportError:
        return False  # reported as not known
