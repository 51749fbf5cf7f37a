"""Aware times as the tables keep them: whole microseconds since 1970 UTC, and the minutes of the user's offset."""

from datetime import UTC, datetime, timedelta, timezone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_stored(time: datetime) -> int:
    """Microseconds since 1970 UTC. Raises TypeError for a time that does not know its zone."""
    return (time - _EPOCH) // timedelta(microseconds=1)


def offset_of(time: datetime) -> int:
    """Minutes east of UTC."""
    return (time.utcoffset() or timedelta()) // timedelta(minutes=1)


def from_stored(microseconds: int, offset: int = 0) -> datetime:
    """The time, in the zone that is ``offset`` minutes east of UTC. Raises ValueError for what is no date."""
    try:
        return (_EPOCH + timedelta(microseconds=microseconds)).astimezone(timezone(timedelta(minutes=offset)))
    except OverflowError as error:
        raise ValueError(f"{microseconds} is no date") from error


def maybe_stored(time: datetime | None) -> int | None:
    """Microseconds since 1970 UTC, None for none."""
    return None if time is None else to_stored(time)


def maybe_from_stored(microseconds: int | None) -> datetime | None:
    """The time in UTC, None for none."""
    return None if microseconds is None else from_stored(microseconds)
