"""What makes a message the same message in another export: HTML tells no zone, so the hour is left out."""

from privacy_audit.model import Moment


def message_identity(title: str, author: str, text: str, when: Moment | None) -> tuple[object, ...]:
    """`title` is the thread's title: the one name of it that JSON, HTML and Messenger's own download all carry."""
    return ("message", title.casefold().strip(), author, text.strip(), when.at.minute if when else -1)
