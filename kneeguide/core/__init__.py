"""What KneeGuide knows: routines, safety, plans, sessions and their history. No Qt, no sound, no globals."""
