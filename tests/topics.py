"""Pages to read, for tests: small ones, with every kind of thing that a page can hold."""

from kneeguide.core.learn import Basis, Picture, Row, Section, Statement, Topic, Urgency
from kneeguide.core.routine import Certainty, Source

PERLMAN = Source(
    id="perlman-2012",
    authors="Perlman AI et al.",
    about="How much massage",
    journal="PLoS One",
    year=2012,
    identifier="doi:10.1371/x",
    found="60 minutes did more than 30.",
    certainty=Certainty.LOW_TO_MODERATE,
)
NHS = Source(
    id="nhs",
    authors="NHS",
    about="Page on knee pain",
    journal="NHS website",
    year=None,
    found="Lists signs & more.",
    certainty=Certainty.EXPERT_OPINION,
    verified=False,
)

HELP = Topic(
    id="help",
    title="Does <b>massage</b> & so on help?",
    lead="Some people felt better for some weeks.",
    certainty=Certainty.LOW_TO_MODERATE,
    sure="Most trials are small.",
    exercise=(NHS,),
    sections=(
        Section(
            "What trials found",
            (Statement("In 125 people, more did more.", Basis.RESEARCH, (PERLMAN,)),),
            Picture("palm-glides-front-thigh", "Slow strokes along the thigh."),
        ),
        Section(
            "Call now",
            (Statement("Call for:", Basis.JUDGEMENT, (NHS,), points=("a cold leg", "chest pain")),),
            urgency=Urgency.NOW,
        ),
        Section(
            "What to do",
            (
                Statement("Use it beside exercise.", Basis.JUDGEMENT),
                Statement("By number:", Basis.JUDGEMENT, rows=(Row("0 to 3", "Go on."), Row("4 to 6", "Go easy."))),
            ),
            urgency=Urgency.SOON,
        ),
    ),
)
"""Every kind of statement and section, with characters that mean something elsewhere."""


def topic(id: str, title: str) -> Topic:
    """A page with next to nothing on it."""
    section = Section("One", (Statement("Said.", Basis.RESEARCH, (PERLMAN,)),), Picture("easy-knee-bends", "Bends."))
    return Topic(id, title, f"About {title}.", Certainty.LOW, "Few looked.", (PERLMAN,), (section,))


TOPICS = (HELP, topic("rolling", "Rolling"), topic("safety", "Staying safe"))
