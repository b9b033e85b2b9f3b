"""The errors a user may meet: each carries one calm sentence of two halves, what happened and what to do next."""


class AuditError(Exception):
    """Something that cannot be opened or done. `sentence` is for the user and holds nothing from an export."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ExportError(AuditError):
    """An export cannot be opened or is refused."""


class UsageError(AuditError):
    """The program was asked for something that it does not do."""


class DataError(AuditError):
    """A data file of the program (guidance, remedies, lexicon) or of the user (own facts) cannot be used."""


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """The user stopped the work."""
