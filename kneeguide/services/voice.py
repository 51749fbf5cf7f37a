"""Words that are said, for eyes that are shut or two metres from the screen."""

from typing import Protocol


class Voice(Protocol):
    """Whatever can say a text, or cannot and says so."""

    problem: str | None
    """One plain sentence when nothing can be said, else None."""

    @property
    def is_speaking(self) -> bool:
        """Whether a text is being said: from the moment it was asked for until its end, or until it failed."""
        ...

    def say(self, text: str) -> None:
        """Say this in place of what is being said. Returns at once."""
        ...

    def stop(self) -> None:
        """Silence now."""
        ...


class SilentVoice:
    """Says nothing, and has no problem with that."""

    problem: str | None = None
    is_speaking = False

    def say(self, text: str) -> None:
        """Nothing is heard."""

    def stop(self) -> None:
        """Nothing is being said."""
