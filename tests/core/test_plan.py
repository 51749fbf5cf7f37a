from fakes import planned


def test_x():
    assert planned().total_seconds > 0
