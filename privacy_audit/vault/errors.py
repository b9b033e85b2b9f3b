"""Why the vault cannot be opened or written to: each reason has its own sentence, and none of them loses anything."""

from privacy_audit.errors import AuditError


class VaultError(AuditError):
    """The vault cannot be opened, read or written to."""


class WrongPassphraseError(VaultError):
    def __init__(self) -> None:
        super().__init__(
            "That passphrase does not open what you kept, and nothing was changed. Try again; capitals, spaces and the "
            "keyboard's language all count."
        )


class VaultDamagedError(VaultError):
    def __init__(self) -> None:
        super().__init__(
            "The file with what you kept is damaged and cannot be read; it was left as it is. You can go back to the "
            "copy from when it was last closed, or set it aside and start afresh: your downloads can be read again."
        )


class VaultTooNewError(VaultError):
    def __init__(self) -> None:
        super().__init__(
            "What you kept was written by a newer version of this program, so it was left untouched. Install that "
            "version again, or a later one, and it opens as before."
        )


class VaultInUseError(VaultError):
    def __init__(self) -> None:
        super().__init__("What you kept is open in another window of this program. Close that window, or go on there.")


class VaultPlaceError(VaultError):
    def __init__(self) -> None:
        super().__init__(
            "What you keep cannot be written to its folder: the disk may be full, or you may not write there. What "
            "was kept before is still there. Make some room, then try again."
        )


class KeyStoreError(VaultError):
    def __init__(self) -> None:
        super().__init__(
            "This computer's key store does not answer or is locked, so nothing was changed. Unlock it and try again; "
            "a passphrase works without it."
        )


class KeyLostError(VaultError):
    def __init__(self) -> None:
        super().__init__(
            "The key to what you kept is no longer in this computer's key store, so it cannot be opened; a new "
            "installation of the system can do that. You can clear it and start afresh: your downloads can be read "
            "again."
        )
