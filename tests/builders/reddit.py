"""Makes the tables of a Reddit data request for an invented person, with known counts."""

from tests.builders.linkedin import table

COUNTS = {
    "profile": 4,
    "posts": 2,
    "comments": 2,
    "messages": 2,
    "connections": 1,
    "likes": 3,
    "groups": 3,
    "logins": 2 + 1 + 1 + 1,
    "settings": 3,
    "apps": 1,
}


def archive() -> dict[str, bytes]:
    tables = {
        "statistics.csv": [
            ["statistic", "value"],
            ["account name", "morganfp"],
            ["export time", "2026-02-01 10:00:00 UTC"],
            ["email verified", "True"],
            ["registration ip", "192.0.2.1"],
        ],
        "posts.csv": [
            ["id", "permalink", "date", "ip", "subreddit", "gildings", "title", "url", "body"],
            [
                "1",
                "https://example.com/1",
                "2023-01-15 12:34:56 UTC",
                "192.0.2.2",
                "ludlow",
                "0",
                "Best pie?",
                "",
                "I say &amp; mean\npork",
            ],
            [
                "2",
                "https://example.com/2",
                "2023-01-16 12:34:56 UTC",
                "",
                "ludlow",
                "0",
                "A link",
                "https://example.com",
                "",
            ],
        ],
        "comments.csv": [
            ["id", "permalink", "date", "ip", "subreddit", "gildings", "link", "parent", "body"],
            ["3", "https://example.com/3", "2023-01-17 12:34:56 UTC", "192.0.2.3", "uk", "0", "x", "", "same here"],
            ["4", "https://example.com/4", "2023-01-17 12:35:56 UTC", "", "uk", "0", "x", "", "[deleted]"],
        ],
        "messages.csv": [
            ["id", "permalink", "thread_id", "date", "ip", "from", "to", "subject", "body"],
            ["5", "", "t1", "2023-01-17 12:35:56 UTC", "", "morganfp", "samt", "Hi", "are you about"],
            ["6", "", "t1", "2023-01-17 12:36:56 UTC", "", "samt", "morganfp", "re: Hi", "yes"],
        ],
        "post_votes.csv": [["id", "permalink", "direction"], ["7", "https://example.com/7", "up"]],
        "comment_votes.csv": [["id", "permalink", "direction"], ["8", "https://example.com/8", "down"]],
        "saved_posts.csv": [["id", "permalink"], ["9", "https://example.com/9"]],
        "subscribed_subreddits.csv": [["subreddit"], ["policeuk"], ["ludlow"]],
        "moderated_subreddits.csv": [["subreddit"], ["shedbuilders"]],
        "friends.csv": [["username", "note"], ["samt", "from school"]],
        "birthdate.csv": [["birthdate", "verified_birthdate"], ["1987-03-14", ""]],
        "account_gender.csv": [["account_gender"], ["m"]],
        "linked_phone_number.csv": [["phone_number"], ["+447700900318"]],
        "linked_identities.csv": [["issuer_id", "subject_id"], ["https://example.com", "1"]],
        "ip_logs.csv": [
            ["date", "ip"],
            ["2023-01-17 12:35:56 UTC", "192.0.2.9"],
            ["2023-01-18 12:35:56 UTC", "192.0.2.9"],
        ],
        "user_preferences.csv": [["preference", "value"], ["show_presence", "True"]],
        "checkfile.csv": [["a", "b"], ["1", "2"]],
    }
    return {name: table(rows) for name, rows in tables.items()}
