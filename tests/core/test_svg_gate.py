"""Every way out of a drawing, and every drawing without end, is refused; what drawing programs save is let in."""

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kneeguide.core import svg_gate
from kneeguide.core.svg_gate import DEEPEST, LARGEST, MOST_ELEMENTS, check_svg

PROJECT = Path(__file__).parents[2]
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(inside: str, top: str = "") -> str:
    return f'{top}<svg {SVG} viewBox="0 0 10 10">{inside}</svg>'


def chain(levels: int, each: int) -> str:
    """Parts of which each uses the one before so many times."""
    parts = ['<g id="a0"><rect width="1" height="1"/></g>']
    for level in range(1, levels):
        parts.append(f'<g id="a{level}">' + f'<use xlink:href="#a{level - 1}"/>' * each + "</g>")
    return drawing(f"<defs>{''.join(parts)}</defs><use xlink:href='#a{levels - 1}'/>")


LEADS_OUT = {
    "image by a plain path": '<image href="/etc/passwd"/>',
    "image by xlink": '<image xlink:href="../secret.png"/>',
    "image by a pipe's name": '<image href="pipe"/>',
    "image without an address": "<image/>",
    "image in another name space": '<q:image xmlns:q="urn:x" href="a.png"/>',
    "image with a prefix nobody declared": '<q:image xlink:href="a.png"/>',
    "image in capitals": '<IMAGE href="a.png"/>',
    "image within the file": '<image href="data:image/png;base64,iVBORw0KGgo="/>',
    "image in a filter": '<filter><feImage href="#a"/></filter>',
    "foreign object": "<foreignObject/>",
    "a web page": "<iframe/>",
    "a film": "<video/>",
    "a sound": "<audio/>",
    "use of another file": '<use href="other.svg#a"/>',
    "use by xlink of another file": '<use xlink:href="file:///other.svg#a"/>',
    "use by another prefix": '<use xmlns:y="http://www.w3.org/1999/xlink" y:href="other.svg#a"/>',
    "use by a prefix nobody declared": '<use nobody:href="other.svg#a"/>',
    "use in capitals": '<use HREF="other.svg"/>',
    "use after a blank": '<use href=" #a"/>',
    "use of nothing": '<use href=""/>',
    "use without a mark": '<use href="a"/>',
    "use of an encoded mark": '<use href="%23a"/>',
    "address by letters in code": '<use href="&#104;ttp://example.org/a.svg#a"/>',
    "address on a link": '<a href="https://example.org/"><rect/></a>',
    "script's address on a link": '<a xlink:href="javascript:alert(1)"><rect/></a>',
    "gradient from another file": '<linearGradient href="other.svg#a"/>',
    "fill from another file": '<rect fill="url(other.svg#a)"/>',
    "fill from the net": '<rect fill="url(http://example.org/a.svg#a)"/>',
    "fill in quotes": "<rect fill=\"url( 'other.svg#a' )\"/>",
    "fill in capitals": '<rect fill="URL(other.svg#a)"/>',
    "fill by letters in code": '<rect fill="&#117;rl(&#x6f;ther.svg#a)"/>',
    "fill with nothing": '<rect fill="url()"/>',
    "filter from another file": '<rect filter="url(other.svg#a)"/>',
    "a style of an element": '<rect style="fill:url(other.svg#a)"/>',
    "a style in disguise": r'<rect style="fill:u\72l(other.svg#a)"/>',
    "a style sheet": "<style>rect { fill: url(other.svg#a) }</style>",
    "a style sheet kept from XML": "<style><![CDATA[ rect { fill: url(other.svg#a) } ]]></style>",
    "a style sheet in pieces": "<style>rect { fill: u<!-- -->rl(other.svg#a) }</style>",
    "a style sheet in another name space": '<q:style xmlns:q="urn:x">rect { fill: url(a) }</q:style>',
    "a style sheet within another": "<style><style>a{}</style>rect { fill: url(a) }</style>",
    "a second style sheet": '<style>@import "other.css";</style>',
    "a second style sheet in capitals": "<style>@IMPORT url(#a)</style>",
    "a second style sheet in disguise": r'<style>@\69mport "other.css";</style>',
    "letters of another file": "<style>@font-face { font-family: a; src: url(a.ttf) }</style>",
}
ACTS = {
    "script": "<script>1</script>",
    "script in another name space": '<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>',
    "script in capitals": "<SCRIPT/>",
    "handler": "<handler/>",
    "animation": '<rect><animate attributeName="x" from="0" to="9" dur="1s"/></rect>',
    "turning": '<rect><animateTransform attributeName="transform"/></rect>',
    "moving": "<rect><animateMotion/></rect>",
    "colouring": "<rect><animateColor/></rect>",
    "setting": '<rect><set attributeName="x" to="1"/></rect>',
}
_HEAVY = '<pattern id="p">' + "<rect/>" * 200 + "</pattern>"
DASHED = {
    "dashes": '<path stroke-dasharray="0.001" d="M0 0H9"/>',
    "dashes by a style": '<path style="stroke-dasharray: 0.001 0.001" d="M0 0H9"/>',
    "dashes by a style sheet": "<style>path { stroke-DASHARRAY:.001 }</style><path d='M0 0H9'/>",
}
FILLED_WITHOUT_END = {
    "by an attribute": _HEAVY + '<rect fill="url(#p)"/>' * 150,
    "by a style": _HEAVY + "<rect style=\"fill:url( '#p' )\"/>" * 150,
    "by a style sheet": "<style>rect { fill: url(#p) }</style>" + _HEAVY,
    "by many style sheets' parts": "<style>"
    + "".join(f"a{{fill:url(#p{n})}}" for n in range(9000))
    + "</style><g/><g/>",
    "by itself": '<pattern id="p"><rect fill="url(#p)"/></pattern>',
}
NO_SUCH_FILE = {
    "packed": gzip.compress(drawing("").encode()),
    "empty": b"",
    "words": b"no picture",
    "cut off": drawing("<g>").encode()[:-20],
    "two drawings": (drawing("") * 2).encode(),
    "another format": b"<html/>",
    "a drawing in something": f"<html>{drawing('')}</html>".encode(),
    "letters that are none": drawing("<text>\ud800</text>").encode("utf-8", "surrogatepass"),
    "a byte of nothing": drawing("<text>\0</text>").encode(),
    "Latin": b'<?xml version="1.0" encoding="ISO-8859-1"?>' + drawing("").encode(),
    "UTF-16": drawing("").encode("utf-16"),
    "UTF-7 by its own account": b'<?xml version="1.0" encoding="UTF-7"?>' + drawing("").encode(),
    "a name that nobody explains": drawing("<text>&knee;</text>").encode(),
    "too large": drawing(f"<!--{'x' * LARGEST}-->").encode(),
}
DECLARES = {
    "a document type": drawing("", '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'),
    "an inner document type": drawing("", "<!DOCTYPE svg [ ]>"),
    "an entity of another file": drawing(
        "<text>&x;</text>", '<!DOCTYPE svg [ <!ENTITY x SYSTEM "file:///etc/passwd"> ]>'
    ),
    "an entity of entities": drawing(
        "<text>&b;</text>", '<!DOCTYPE svg [ <!ENTITY a "aaaa"> <!ENTITY b "&a;&a;&a;&a;"> ]>'
    ),
    "a style sheet of another file": drawing("", '<?xml-stylesheet href="other.css"?>'),
    "an instruction inside": drawing("<?php 1 ?>"),
}
NEVER_ENDS = {
    "a chain of parts": chain(13, 10),
    "a chain of few parts": chain(20, 2),
    "a long chain of single parts": chain(200, 1),
    "a chain without the prefix": chain(13, 10).replace("xlink:href", "href"),
    "a chain in another name space": chain(13, 10).replace("<use", '<q:use xmlns:q="urn:x"'),
    "a part that uses itself": drawing('<g id="a"><use href="#a"/></g>'),
    "two parts that use each other": drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "a part with a name that two have": drawing(
        '<g id="a"/><g id="a">' + "<rect/>" * 200 + "</g>" + '<use href="#a"/>' * 200
    ),
    "deep groups": drawing("<g>" * DEEPEST + "</g>" * DEEPEST),
    "deep groups in deep groups": drawing(
        '<g id="a">' + "<g>" * 18 + "</g>" * 19 + "<g>" * 18 + '<use href="#a"/>' + "</g>" * 18
    ),
    "many elements": drawing("<g/>" * MOST_ELEMENTS),
    "a long outline many times": drawing(f'<path id="a" d="M{"1 1 " * 20_000}"/>' + '<use href="#a"/>' * 500),
}


@pytest.mark.parametrize("how", LEADS_OUT)
def test_nothing_leads_out_of_a_drawing(how: str) -> None:
    with pytest.raises(ValueError, match=r"^must (use parts of itself alone|hold nothing but a drawing|have styles)"):
        check_svg(drawing(LEADS_OUT[how]).encode())


@pytest.mark.parametrize("how", ACTS)
def test_nothing_in_a_drawing_acts_or_moves(how: str) -> None:
    with pytest.raises(ValueError, match=r"^must hold no script and nothing that moves$"):
        check_svg(drawing(ACTS[how]).encode())


@pytest.mark.parametrize("how", NO_SUCH_FILE)
def test_what_is_no_plain_drawing_is_refused(how: str) -> None:
    with pytest.raises(ValueError, match=r"^must be (plain SVG|SVG|well-formed SVG|at most 512 KiB)"):
        check_svg(NO_SUCH_FILE[how])


@pytest.mark.parametrize("how", DECLARES)
def test_nothing_is_declared_or_instructed(how: str) -> None:
    with pytest.raises(ValueError, match=r"^must hold no (DOCTYPE|processing instructions); save it as plain SVG$"):
        check_svg(DECLARES[how].encode())


@pytest.mark.parametrize("how", NEVER_ENDS)
def test_a_drawing_has_an_end(how: str) -> None:
    with pytest.raises(ValueError, match=r"^must (draw at most 20000 elements|be nested at most 30 deep)"):
        check_svg(NEVER_ENDS[how].encode())


@pytest.mark.parametrize("how", FILLED_WITHOUT_END)
def test_what_a_part_is_filled_with_counts_as_often_as_it_is_used(how: str) -> None:
    with pytest.raises(ValueError, match=r"^must (draw at most 20000 elements|be nested at most 30 deep)"):
        check_svg(drawing(FILLED_WITHOUT_END[how]).encode())


@pytest.mark.parametrize("how", DASHED)
def test_lines_are_whole(how: str) -> None:
    with pytest.raises(ValueError, match=r"^must have whole lines"):
        check_svg(drawing(DASHED[how]).encode())


@pytest.mark.parametrize("said", ["stroke-dasharray:none", "stroke-dasharray : NONE", "stroke-dasharray:inherit"])
def test_saying_that_lines_are_whole_is_fine(said: str) -> None:
    check_svg(drawing(f'<path stroke-dasharray="none" style="{said};stroke:#000" d="M0 0H9"/>').encode())


INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="120mm" height="80mm" viewBox="0 0 120 80" version="1.1" id="svg1"
   inkscape:version="1.3.2 (091e20e, 2023-11-25)" sodipodi:docname="C:\\Users\\me\\knee.svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
   xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="view" pagecolor="#ffffff" inkscape:zoom="0.7"><inkscape:grid id="g0"/></sodipodi:namedview>
  <defs id="defs1">
    <linearGradient id="lg1"><stop style="stop-color:#ff7a59;stop-opacity:1;" offset="0" id="s1"/>
      <stop style="stop-color:#ffd9cc" offset="1" id="s2"/></linearGradient>
    <linearGradient inkscape:collect="always" xlink:href="#lg1" id="lg2" x1="0" y1="0" x2="1" y2="1"/>
    <clipPath id="clip"><rect width="50" height="50" id="r1"/></clipPath>
    <marker id="Arrow" orient="auto"><path d="M 0,0 5,5" id="m1"/></marker>
    <style type="text/css">.cls-1 { fill: url(#lg2); stroke: "none" }</style>
  </defs>
  <metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" clip-path="url(#clip)">
    <path style="fill:url( '#lg2' );stroke-width:0.5;marker-end:url(&quot;#Arrow&quot;)" d="M 10,10 C 20,20 40,20 50,10"
       id="path1" sodipodi:nodetypes="cc"/>
    <use x="0" y="0" xlink:href="#path1" id="use1" transform="translate(10)"/>
    <text xml:space="preserve" id="text1"><tspan sodipodi:role="line" id="t1">Knee &amp; calf: 3 × 10</tspan></text>
  </g>
</svg>
"""

LET_IN = {
    "from Inkscape": INKSCAPE,
    "with a mark at its beginning": "\ufeff" + drawing("<rect/>"),
    "without a name space": '<svg viewBox="0 0 1 1"><rect/></svg>',
    "with a prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect/></s:svg>',
    "with a part used often": drawing('<defs><g id="a"><rect/><rect/></g></defs>' + '<use href="#a"/>' * 1000),
    "as deep as may be": drawing("<g>" * (DEEPEST - 2) + "</g>" * (DEEPEST - 2)),
    "with words that look like an address": drawing("<text>See url(http://example.org) and @import</text>"),
    "with a part that is not there": drawing('<use href="#nobody"/>'),
}


@pytest.mark.parametrize("how", LET_IN)
def test_a_drawing_is_let_in(how: str) -> None:
    check_svg(LET_IN[how].encode())


def test_our_own_drawings_pass_the_same_gate() -> None:
    icons = sorted((PROJECT / "assets" / "icons").glob("*.svg"))
    assert icons
    for icon in icons:
        check_svg(icon.read_bytes())


# What nobody thought of


TRICKS = st.sampled_from(
    [
        *("<g>", "</g>", "<use", ' href="#a"', ' id="a"', ' xlink:href="#b"', "/>", ">", "<style>", "</style>", "url("),
        *("<!DOCTYPE svg>", "<![CDATA[", "]]>", "<!--", "-->", "&#x23;", "&a;", "<?a b?>", "<image/>", "a:", "\\", '"'),
    ]
)


@given(st.lists(TRICKS | st.text(max_size=4), max_size=30))
def test_whatever_it_holds_it_is_judged(pieces: list[str]) -> None:
    judged(drawing("".join(pieces)).encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200))
def test_whatever_the_bytes_they_are_judged(content: bytes) -> None:
    judged(content)


@given(st.integers(0, len(INKSCAPE) - 1), st.binary(min_size=1, max_size=3))
def test_a_drawing_with_a_fault_is_judged(at: int, fault: bytes) -> None:
    content = INKSCAPE.encode()
    judged(content[:at] + fault + content[at + 1 :])


def judged(content: bytes) -> None:
    """Let in, or refused in one sentence of our own: nothing else comes of it."""
    said = "must be let in"
    try:
        check_svg(content)
    except ValueError as fault:
        said = str(fault)
    assert re.match(r"must (be|hold|use|have|draw) ", said)


def is_let_in(content: str) -> bool:
    try:
        check_svg(content.encode())
    except ValueError:
        return False
    return True


PARTS = st.integers(0, 7)


@given(st.dictionaries(PARTS, st.lists(PARTS, max_size=4)), st.lists(PARTS, max_size=4))
def test_what_is_drawn_is_counted_as_often_as_it_is_drawn(parts: dict[int, list[int]], drawn: list[int]) -> None:
    """The count, against drawing it all out; what never ends or goes too deep is refused."""

    def inside(uses: list[int]) -> str:
        return "".join(f'<use href="#p{use}"/>' for use in uses)

    def count(uses: list[int], depth: int = 0) -> int:
        if depth > 15:
            raise RecursionError
        return sum(1 + (1 + count(parts[use], depth + 1) if use in parts else 0) for use in uses)

    groups = "".join(f'<g id="p{name}">{inside(uses)}</g>' for name, uses in parts.items())
    try:
        total = 2 + sum(1 + count(uses) for uses in parts.values()) + count(drawn)
    except RecursionError:
        assert not is_let_in(drawing(groups + inside(drawn)))
        return
    for most in (total, total - 1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(svg_gate, "MOST_ELEMENTS", most)
            assert is_let_in(drawing(groups + inside(drawn))) == (most == total)
