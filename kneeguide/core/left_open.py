"""Whether a session was left open, for the price of one query.

Most starts find none, and then need not load what a record is made of.
"""

from kneeguide.core.storage import Database


def session_left_open(database: Database) -> bool:
    """Whether there is a session to be gone on with. Raises StorageFault."""
    return bool(database.rows("SELECT 1 FROM session WHERE outcome = 'open' AND NOT deleted LIMIT 1"))
