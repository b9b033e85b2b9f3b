"""What makes a message the same message in another export, be it JSON or HTML: HTML tells no zone, so no hour either."""

from privacy_audit.model import Moment


def message_identity(title: str, author: str, text: str, when: Moment | None) -> tuple[object, ...]:
    """`title` is the thread's title: the one name of it that JSON, HTML and Messenger's own download all carry."""
    return ("message", title.casefold().strip(), author, text.strip(), when.at.minute if when else -1)
