"""How long a user is new, so that doses are lighter by rule."""

from datetime import timedelta

FIRST_WEEK = timedelta(days=7)
"""From the beginning of the first session."""
