"""When it is asked how the knee is the day after a session."""

from datetime import timedelta

NEXT_DAY_FROM, NEXT_DAY_WITHIN = timedelta(hours=18), timedelta(hours=36)
"""How long after a session it is asked. Later it is not, but can still be told."""

ASK_AGAIN = timedelta(hours=4)
"""How long somebody who has no time just now is left alone."""
