"""The invented person of the Facebook tests: one of everything, with accents and emoji in every kind of field."""

from tests.builders.facebook_content import Chat, Comment, Person, Picture, Post, Said, Spot

NAME = "Siân Prydderch-Ødegård"
FRIEND = "Zoë Núñez"
_PUB = Spot("Tŷ Coch Café", "1 Stryd Fawr, Abercwmnodd", (52.367, -2.718))
_BEACH = Spot("Traeth Œstre", "Lôn y Môr", (51.5, -3.25))
_AT = 1_500_000_000


def _picture(name: str, **more: object) -> Picture:
    return Picture(name, uploaded=_AT + len(name), taken=_AT - 99, upload_ip="192.0.2.44", **more)  # type: ignore[arg-type]


PERSON = Person(
    name=NAME,
    profile={
        "name": {"full_name": NAME, "first_name": "Siân", "last_name": "Prydderch-Ødegård"},
        "emails": {"emails": ["sian@example.com"], "previous_emails": ["siân.old@example.org"]},
        "birthday": {"year": 1987, "month": 3, "day": 14},
        "gender": {"gender_option": "FEMALE", "pronoun": "FEMALE"},
        "previous_names": [{"name": "Siân Bôn", "timestamp": _AT}],
        "other_names": [{"name": "Siâni", "type": "nickname", "timestamp": 0}],
        "current_city": {"name": "Abercwmnodd, Powys", "timestamp": 0},
        "hometown": {"name": "Llanfâr", "timestamp": 0},
        "relationship": {
            "status": "Married",
            "partner": "Rhŷs Prydderch",
            "anniversary": {"year": 2014, "month": 6, "day": 21},
            "timestamp": _AT,
        },
        "previous_relationships": [{"name": "Tomás Bôn", "timestamp": _AT}],
        "family_members": [
            {"name": "Nerys Bôn", "relation": "Mother", "timestamp": _AT},
            {"name": "Gwên Prydderch", "relation": "Daughter", "timestamp": _AT},
        ],
        "education_experiences": [
            {
                "name": "Ysgol Gyfun Llanfâr",
                "graduated": True,
                "school_type": "High School",
                "concentrations": ["Français"],
                "start_timestamp": 978_307_200,
            }
        ],
        "work_experiences": [
            {
                "employer": "Gwent Fire Café",
                "title": "Crew manager",
                "location": "Abercwmnodd",
                "description": "Blue watch — nights",
                "start_timestamp": 1_388_534_400,
                "end_timestamp": 0,
            }
        ],
        "languages": [{"name": "Cymraeg"}, {"name": "Français"}],
        "interested_in": ["MALE"],
        "blood_info": {"blood_donor_status": "registered"},
        "websites": [{"address": "https://example.com/siân"}],
        "phone_numbers": [{"phone_type": "Mobile", "phone_number": "07700 900123", "verified": True}],
        "username": "sian.prydderch",
        "intro_bio": {"text": "Mam i Gwên ❤️ Gwent born"},
        "favorite_quotes": {"text": "Dyfal donc a dyr y garreg — “keep at it”"},
        "religious_view": {"name": "Chapel"},
        "political_view": {"name": "Dim sylw"},
        "pages": [{"name": "Music", "pages": ["Côr Meibion Llanfâr"], "timestamps": [_AT]}],
        "registration_timestamp": 1_200_000_000,
        "profile_uri": "https://www.facebook.com/profile.php?id=100000000000042",
    },
    name_changes=(("Siân Bôn", NAME, _AT + 5),),
    profile_updates=((f"{NAME} updated her profile picture.", _AT),),
    friends=((FRIEND, _AT), ("Łukasz Żak", _AT + 1), ("Plain Jane", _AT + 2)),
    requests_received=(("Müge Çelik", _AT),),
    requests_sent=(("Noël Béart", _AT),),
    requests_rejected=(("Björn Ås", _AT),),
    removed_friends=(("Tomás Bôn", _AT),),
    following=(("Ffôn Cymru", _AT),),
    followers=(("Åse Lien", _AT), ("Ian Éire", _AT)),
    contacts=(("Dávid plumber", ("07700 900456", "david@example.org"), _AT),),
    posts=(
        Post(_AT, "Diolch pawb am y pen-blwydd 🎂 37 heddiw!"),
        Post(_AT + 10, "Yn y dafarn — lovely", f"{NAME} is with {FRIEND}.", tags=(FRIEND,), place=_PUB),
        Post(_AT + 20, "New lid ⛑️", picture=_picture("lid.jpg", caption="Blue watch, mân", album="Timeline photos")),
        Post(_AT + 30, "Worth a read", link=("Crews praised after flâneur rescued", "https://example.com/n")),
        Post(_AT + 40, "", f"{NAME} is going to an event.", event=("Gŵyl Llanfâr", _AT + 999)),
        Post(_AT + 50, "", life_event="Started a new job at Gwent Fire Café"),
        Post(_AT + 60, "Vote 👇", poll=("Pâté or crêpe?", ("Pâté", "Crêpe"))),
        Post(_AT + 70, "For sale", sale=("Beic bach", "Hardly used — Abercwmnodd")),
        Post(_AT + 80, "", f"{NAME} updated her status."),
    ),
    others_posts=(Post(_AT + 5, "Penblwydd hapus Siân! 🎉", f"{FRIEND} wrote on your timeline."),),
    albums=(
        (
            "Ffair Llanfâr",
            "A day out with the crèche",
            (
                _picture(
                    "fair.jpg",
                    caption="Gwên at the fâir",
                    album="Ffair Llanfâr",
                    at=(52.1, -3.2),
                    camera=("Cânon", "EOS"),
                    remarks=((FRIEND, "Bonny lass 😍", _AT + 7), (NAME, "Diolch ❤️", _AT + 8)),
                ),
                _picture("fair2.jpg", album="Ffair Llanfâr"),
            ),
        ),
    ),
    loose_photos=(_picture("loose.jpg", caption="Désert"), _picture("loose2.jpg")),
    videos=(_picture("clip.mp4", caption="Trên stêm"),),
    stories=(_picture("story.jpg", caption="On nights 🌙 nôs da"),),
    comments=(
        Comment(_AT + 11, "Da iawn ti! 👏", f"{NAME} commented on {FRIEND}'s photo."),
        Comment(_AT + 12, "Plain words", f"{NAME} replied to Łukasz Żak's comment."),
    ),
    reactions=((f"{NAME} likes {FRIEND}'s photo.", "LIKE", _AT), (f"{NAME} loved Łukasz Żak's post.", "LOVE", _AT)),
    pages_liked=(("Côr Meibion Llanfâr", _AT), ("Fire Brigade Café", _AT)),
    pages_followed=(("Newyddion Bro", _AT),),
    pages_run=(("Siân's Crêpes", _AT),),
    groups_joined=(("Abercwmnodd Retained Crëw", _AT), ("Mamau Llanfâr", _AT)),
    groups_left=(("You stopped being a member of Hên Grŵp.", _AT),),
    groups_run=(("Clwb Rhedeg Llanfâr", _AT),),
    group_posts=(
        Post(_AT + 21, "Anyone swap a nôs shift?", f"{NAME} posted in Abercwmnodd Retained Crëw."),
        Post(_AT + 22, "Ras dydd Sul", f"{NAME} posted in Clwb Rhedeg Llanfâr."),
    ),
    group_comments=(
        Comment(_AT + 23, "Fi! I can do it — nôs Wener", f"{NAME} commented on a post.", "Abercwmnodd Retained Crëw"),
    ),
    events_hosted=(("Barbeciŵ", _AT + 500, _BEACH, "Bring your own — rhôl a bîff"),),
    events_invited=(("Priodas Zoë", _AT + 600),),
    events_joined=(("Noson Gôr", _AT + 700),),
    events_declined=(("Ffair Râs", _AT + 800),),
    history=((_PUB, _AT), (_BEACH, _AT + 9)),
    logins=(("Login", _AT, "192.0.2.1", "Mozilla/5.0", "Llanfâr"), ("Logout", _AT + 1, "192.0.2.1", "Mozilla/5.0", "")),
    sessions=((_AT + 2, "192.0.2.2", "Mozilla/5.0", "Ffôn Siân", "Llanfâr, Wales"),),
    devices=(("Siân's phone", _AT + 3, "192.0.2.3", "Mozilla/5.0"),),
    apps=(("Rhedeg+", _AT, "active"), ("Gêm", _AT, "removed")),
    off_meta=(("siop.example.com", _AT),),
    chats=(
        Chat(
            "zoenunez_abc123",
            FRIEND,
            (FRIEND, NAME),
            (
                Said(NAME, "Wela i di fory 👋", 1_500_000_300_000),
                Said(FRIEND, "Iawn, hwyl — café at 9?", 1_500_000_200_000),
                Said(NAME, "", 1_500_000_100_000, pictures=("p1.jpg",)),
                Said(FRIEND, "", 1_500_000_050_000, link="https://example.com/crêpe"),
                Said(NAME, "Plain hello", 1_500_000_000_000),
            ),
            files=2,
        ),
        Chat(
            "blûewatch_xyz",
            "Blue Wâtch",
            (FRIEND, "Łukasz Żak", NAME),
            (Said("Łukasz Żak", "Shift swap? 🚒", 1_500_001_000_000), Said(NAME, "Na", 1_500_000_900_000)),
            folder="archived_threads",
        ),
        Chat(
            "stranger_1",
            "Müge Çelik",
            ("Müge Çelik", NAME),
            (Said("Müge Çelik", "Diolch for cöming out", 1_500_002_000_000),),
            folder="message_requests",
        ),
    ),
    check_ins=(("Yn ôl eto", _PUB, _AT + 33),),
    tagged_places=(("Tŷ Coch Café", _AT + 34),),
    edits=(("Before the êdit", _AT + 35),),
    elsewhere=(("Da iawn bawb ar y pâge", _AT + 36),),
    settings=(("Who can see your future posts?", "Friends"), ("Who can find you by phone?", "Everyone")),
    audiences=(("Teulu", "Nerys Bôn"),),
    answers=(("Mamau Llanfâr", "Why join?", "Dwi'n fam — Gwên is 4"),),
    forms={"FULL_NAME": (NAME,), "EMAIL": ("sian@example.com",), "ADDRESS_LINE_1": ("2 Lôn Fâch",)},
    searches=("Somebody Sêcret",),
)
