"""Discord: the data package of one's own account, with tables or JSON for messages."""

from collections.abc import Iterator

from privacy_audit.archive import Archive
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.importers.discord import account, activity, messages
from privacy_audit.importers.discord.recognition import IMPORTER_ID, account_file, recognise
from privacy_audit.importing import ExportItem, Importer, LayoutEvidence, ReadOptions

_NOT_TOLD = (
    "The package holds your own messages only: not what others wrote to you or about you, and not who can read a "
    "server's channels.",
    "Pictures and files that you sent are told as addresses that run out; they are not in the package and were not "
    "looked at.",
    "Who may find you by your phone number or e-mail address is a setting that the package does not hold.",
)
_IGNORED = (
    "README.txt", "applications/**", "programs/**", "audit-log.json", "channels.json", "webhooks.json", "emoji.json",
    "bots.json", "billing*.json", "payments*.json", "entitlements*.json", "quests*.json", "Hypesquad/**",
)  # fmt: skip


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    member = account_file(archive)
    user = account.user_of(archive, member).value
    visit = Visit(IMPORTER_ID, archive, options)
    owner = ""
    if user is not None:
        holder = account.holder_of(user)
        owner = next(iter((*holder.names, *holder.handles)), "")
        visit.names = frozenset(name.casefold() for name in (*holder.names, *holder.handles))
        yield holder
    channels = messages.Channels(owner, messages.titles_of(archive))
    events = activity.Activity()
    yield from carried_out(
        visit,
        Plan(
            readers=(
                *(((member.path, account.read),) if member is not None else ()),
                ("messages.json", channels.json),
                ("messages.csv", channels.table),
                ("channel.json", messages.channel),
                ("guild.json", messages.server),
                ("index.json", messages.index),
                ("events-*.json", events),
                ("traits.json", activity.traits),
            ),
            ignored=_IGNORED,
        ),
    )


_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="Discord",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(("JSON messages", LayoutEvidence.SOURCE), ("CSV messages", LayoutEvidence.SOURCE), ),
    category_evidence={
        "profile": _SOURCE, "comments": _MEMORY, "messages": _SOURCE, "connections": _SOURCE, "photos": _SOURCE,
        "groups": _SOURCE, "logins": _SOURCE, "settings": _MEMORY, "apps": _SOURCE,
    },
)  # fmt: skip
