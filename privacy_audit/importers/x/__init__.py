"""X (Twitter): the archive of one's own data, in every shape since the table of 2018."""

from collections.abc import Iterator

from privacy_audit.archive import Archive
from privacy_audit.contents import Plan, Visit, carried_out
from privacy_audit.importers.x import account as about
from privacy_audit.importers.x import messages, posts
from privacy_audit.importers.x.recognition import IMPORTER_ID, recognise
from privacy_audit.importing import ExportItem, Importer, LayoutEvidence, ReadOptions
from privacy_audit.model import ConnectionKind

_NOT_TOLD = (
    "The archive does not say who could see a post. Posts of an open account can be seen by everybody; whether yours "
    "was protected at times is in the archive, and is shown where it is.",
    "Whether others can see your date of birth is a setting that the archive does not hold: look at your profile.",
    "Followers are only account numbers in the archive: no names and no dates.",
    "Posts of others that mention you, and their pictures of you, are not in it.",
)
_PRIVATE = ("saved-search*.js", "user-search*.js", "search-*.js")
_IGNORED = (
    "ad-*.js", "twitter-article*.js", "article*.js", "verified*.js", "periscope-*.js", "spaces-metadata.js",
    "professional-data.js", "expanded-profile.js", "tweet-headers.js", "deleted-tweet-headers.js", "deleted-tweet*.js",
    "deleted-note-tweet.js", "key-registry.js", "account-label.js", "account-suspension.js", "branch-links.js",
    "catalog-item.js", "commerce-catalog.js", "product-*.js", "shop-module.js", "shopify-account.js", "smartblock.js",
    "moment.js", "reply-prompt.js", "direct-message-headers.js", "direct-message-group-headers.js",
    "community-note*.js", "user-link-clicks.js", "sso.js", "tweetdeck.js", "manifest.js", "app.js", "README.txt",
    "Your archive.html", "index.html", "assets/**", "lib/**", "css/**", "img/**",
)  # fmt: skip


def read(archive: Archive, options: ReadOptions) -> Iterator[ExportItem]:
    """Long posts come before posts, which are cut short, and posts before messages, which they put names to."""
    holder = about.holder_of(archive)
    yield holder
    texts = posts.Texts()
    names = (*holder.names, *holder.handles)
    visit = Visit(IMPORTER_ID, archive, options, frozenset(name.casefold() for name in names))
    yield from carried_out(visit, _plan(texts, messages.Messages(texts, holder.account_id, (*names, "")[0])))


def _plan(texts: posts.Texts, talk: messages.Messages) -> Plan:
    small = (
        ("account", "account", about.account),
        ("profile", "profile", about.profile),
        ("ageinfo", "ageMeta", about.age),
        ("phone-number", "device", about.phone),
        ("email-address-change", "emailAddressChange", about.email_change),
        ("screen-name-change", "screenNameChange", about.handle_change),
        ("ip-audit", "ipAudit", about.ip_audit),
        ("account-creation-ip", "accountCreationIp", about.creation_ip),
        ("device-token", "deviceToken", about.device),
        ("ni-devices", "niDeviceResponse", about.device),
        ("protected-history", "protectedHistory", about.protected),
        ("account-timezone", "accountTimezone", about.time_zone),
        ("personalization", "p13nData", about.inferred),
        ("contact", "contact", about.contact),
        ("connected-application", "connectedApplication", about.application),
        ("lists-created", "userListInfo", about.lists),
        ("lists-member", "userListInfo", about.lists),
        ("lists-subscribed", "userListInfo", about.lists),
    )
    kinds = {
        "follower": ConnectionKind.FOLLOWER,
        "following": ConnectionKind.FOLLOWING,
        "block": ConnectionKind.BLOCKED,
    }
    circles = [(f"{name}{part}.js", posts.follows(kind)) for name, kind in kinds.items() for part in ("", "-part*")]
    return Plan(
        readers=(
            *((f"{name}.js", about.each(key, make)) for name, key, make in small),
            ("note-tweet*.js", texts.notes),
            *((name, texts.tweets) for name in ("tweets.js", "tweets-part*.js", "tweet.js", "tweet-part*.js")),
            ("community-tweet*.js", texts.tweets),
            ("data/js/tweets/*.js", texts.tweets),
            ("tweets.csv", posts.table),
            ("like*.js", posts.likes),
            *circles,
            ("direct-messages*.js", talk),
            ("direct-message*.js", talk),
            ("grok-chat-item*.js", messages.grok),
        ),
        private=_PRIVATE,
        ignored=("mute*.js", *_IGNORED),
    )


_SOURCE, _MEMORY = LayoutEvidence.SOURCE, LayoutEvidence.MEMORY
IMPORTER = Importer(
    id=IMPORTER_ID,
    title="X (Twitter)",
    recognise=recognise,
    read=read,
    not_told=_NOT_TOLD,
    layouts=(
        ("2022 and later", LayoutEvidence.SOURCE),
        ("2020 to 2022", LayoutEvidence.SOURCE),
        ("2018 to 2020, files at the top", LayoutEvidence.SOURCE),
        ("2018 and earlier, a file a month", LayoutEvidence.MEMORY),
        ("2018 and earlier, table of posts", LayoutEvidence.MEMORY),
    ),
    category_evidence={
        "profile": _SOURCE, "posts": _SOURCE, "comments": _SOURCE, "messages": _SOURCE, "connections": _SOURCE,
        "photos": _SOURCE, "likes": _SOURCE, "groups": _SOURCE, "places": _SOURCE, "logins": _SOURCE,
        "settings": _MEMORY, "apps": _SOURCE,
    },
)  # fmt: skip
