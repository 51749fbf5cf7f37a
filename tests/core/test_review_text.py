"""What a reviewer gets: each sentence beside what it stands on, as text and for programs, and the sources in full."""

import json

from kneeguide.core.question_sources import Footing, Subject
from kneeguide.core.review_text import NOT_REVIEWED, WIDTH, Entry, ReviewPage, as_json, as_text, entry, points
from kneeguide.core.routine import Certainty, Source

READ = Source("a-2020", "A and B", "Rolling", "Journal 1:2", 2020, "It helped a little.", Certainty.LOW, "On rolling")
TOLD = Source("c-page", "C", "A page", "Website", None, "It warns.", Certainty.EXPERT_OPINION, verified=False)
SOURCES = {"a-2020": READ, "c-page": TOLD, "unused": READ}
PAGES = (
    ReviewPage(
        "Checklist",
        (
            Entry(
                "stop-wound", (("question", "Is there a cut?"), ("why", "Skin heals.")), Footing(("a-2020", "c-page"))
            ),
            Entry("rest", (("advice", "Let the leg rest. " * 20),), Footing(note="our judgement")),
        ),
    ),
)


def test_as_text_it_can_be_read_from_top_to_bottom() -> None:
    lines = as_text(PAGES, SOURCES).splitlines()
    assert NOT_REVIEWED in lines[0]
    assert lines[2:9] == [
        "Checklist",
        "=========",
        "",
        "stop-wound",
        "  question: Is there a cut?",
        "  why: Skin heals.",
        "  sources: a-2020, c-page",
    ]
    assert "  note: our judgement" in lines
    assert max(map(len, lines)) <= WIDTH


def test_as_text_it_ends_with_the_sources_that_are_named_and_says_which_were_not_read() -> None:
    sources = as_text(PAGES, SOURCES).partition("Sources\n=======\n")[2]
    assert "a-2020: A and B (2020). On rolling. Journal 1:2. It helped a little." in sources
    assert "c-page: C (no date). A page. Website. (Not read in the source itself.) It warns." in sources
    assert "unused" not in sources


def test_as_json_it_holds_the_same() -> None:
    told = json.loads(as_json(PAGES, SOURCES))
    assert told["reviewed_by_a_clinician"] is False
    (page,) = told["pages"]
    assert page["page"] == "Checklist"
    assert page["entries"][0] == {
        "about": "stop-wound",
        "says": [{"kind": "question", "text": "Is there a cut?"}, {"kind": "why", "text": "Skin heals."}],
        "sources": ["a-2020", "c-page"],
        "note": "",
    }
    assert set(told["sources"]) == {"a-2020", "c-page"}
    assert told["sources"]["c-page"]["read_in_the_source"] is False


def test_an_entry_leaves_out_what_is_empty() -> None:
    made = entry("x", Subject.WHAT_TO_DO, ("title", "A"), ("lead", ""), *points(("B", "C")))
    assert made.says == (("title", "A"), ("point", "B"), ("point", "C"))
    assert made.footing.note == "our judgement"
