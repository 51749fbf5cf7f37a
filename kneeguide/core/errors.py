"""The one kind of trouble that a person can do something about.

Anything else that goes wrong is a fault of ours: it is left to rise to the crash dialog.
"""


class KneeGuideError(Exception):
    """Trouble in the world outside: its text is one plain sentence that says what happened and what to do."""
