"""The second look's own side: loads the model, gives up all else, and answers text for text until the pipe closes."""

import gc
from typing import cast

from privacy_audit import pipe
from privacy_audit.opinion.confinement import confine
from privacy_audit.opinion.model import Model
from privacy_audit.own_process import taken_over

Asked = list[tuple[str, str]]  # where a text stands, and the text


def main() -> None:
    """Says which checks the model knows, then answers lists of texts with lists of shares."""
    inbox, outbox = taken_over()
    model = Model()
    model.shares("self-post: ", "Everything that is loaded late is loaded now.")
    gc.collect()
    confine()
    try:
        pipe.send(outbox, model.ids)
        while True:
            asked = cast("Asked", pipe.receive(inbox))
            pipe.send(outbox, [model.shares(head, text) for head, text in asked])
    except (EOFError, OSError):
        return  # the program has what it wanted, or has gone
