"""Where words are said, and by whom: the kinds of text and the voices that several checks look at."""

from privacy_audit.model import PassageKind, Voice

OTHERS = frozenset({Voice.OTHER})
TO_THE_USER = frozenset({PassageKind.MESSAGE, PassageKind.POST, PassageKind.COMMENT})
WRITTEN = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION, PassageKind.BIO})
FROM_OTHERS = frozenset({PassageKind.POST, PassageKind.MESSAGE})
TALK = frozenset({PassageKind.POST, PassageKind.COMMENT, PassageKind.MESSAGE, PassageKind.CAPTION})
