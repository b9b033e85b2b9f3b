"""How Meta words who can see something, where the words leave no doubt."""

from privacy_audit.model import Audience

# Only whole values that leave no doubt, in English and the larger European languages; "Friends of friends" is none.
_AUDIENCES = {
    "public": Audience.EVERYONE,
    "everyone": Audience.EVERYONE,
    "öffentlich": Audience.EVERYONE,
    "público": Audience.EVERYONE,
    "pubblico": Audience.EVERYONE,
    "tout le monde": Audience.EVERYONE,
    "friends": Audience.FRIENDS,
    "your friends": Audience.FRIENDS,
    "freunde": Audience.FRIENDS,
    "amis": Audience.FRIENDS,
    "amigos": Audience.FRIENDS,
    "amici": Audience.FRIENDS,
    "only me": Audience.ONLY_ME,
    "nur ich": Audience.ONLY_ME,
    "moi uniquement": Audience.ONLY_ME,
    "solo yo": Audience.ONLY_ME,
    "solo io": Audience.ONLY_ME,
    "custom": Audience.LISTED,
    "specific friends": Audience.LISTED,
    "close friends": Audience.LISTED,
}


def audience_of(value: str) -> Audience:
    return _AUDIENCES.get(value.strip().casefold(), Audience.UNKNOWN)
