"""What a person is told about a broken rule in a file of theirs: the rule in plain words, not a library's jargon."""

from pydantic_core import ErrorDetails

# What PyYAML and libyaml say (they differ by a word or two) and what to do about it.
_ADVICE = {
    "mapping values are not allowed": 'put text that contains ": " in quotes, and check the indentation',
    "cannot start any token": "indent with spaces, not tabs, and put text that begins with a sign in quotes",
    "expected <block end>": "this line is not indented like the lines it belongs to",
    "expected key": "this line is not indented like the lines it belongs to",
    "expected '-'": "this line is not indented like the lines it belongs to",
    "expected ',' or": "a bracket is opened and not closed, or a comma is missing",
    "node content": "a value is missing here",
    "unexpected end of stream": "a quote is opened and not closed",
    "expected ':'": "a field needs a colon and a space after its name",
    "unknown escape character": "write a backslash as two, or use single quotes",
    "escape code": "write the character itself instead of its code",
    "nesting depth": "is nested more than 20 deep",
}

_EXPECTATIONS = {
    "missing": "is required",
    "extra_forbidden": "is not a field that belongs here; check its spelling",
    "unexpected_keyword_argument": "is not a field that belongs here; check its spelling",
    "string_type": "must be text; put it in quotes",
    "string_too_short": "must have {min_length} or more characters",
    "string_too_long": "must have no more than {max_length} characters",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "enum": "must be one of {expected}",
    "literal_error": "must be {expected}",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than": "must be less than {lt:g}",
    "less_than_equal": "must be {le:g} or less",
    "list_type": "must be a list, such as [one, two]",
    "tuple_type": "must be a list, such as [one, two]",
    "dict_type": "must be fields with values (name: value)",
    "model_type": "must be fields with values (name: value)",
    "model_attributes_type": "must be fields with values (name: value)",
    "dataclass_type": "must be fields with values (name: value)",
    "too_short": "must have {min_length} or more entries",
    "too_long": "must have no more than {max_length} entries",
    "value_error": "{error}",
}


def advice_on_syntax(said: str) -> str:
    """What to do about text that is no YAML; ``said``: the YAML parser's own words."""
    for words, advice in _ADVICE.items():
        if words in said:
            return f"cannot be read as YAML here: {advice}"
    return "cannot be read as YAML here"


def expectation_of(detail: ErrorDetails) -> str:
    """The rule that a value broke; pydantic's own words only for a kind of rule that no file of ours has."""
    kind = detail["type"]
    if detail["input"] is None and kind not in {
        "missing",
        "extra_forbidden",
        "unexpected_keyword_argument",
        "value_error",
    }:
        return "needs a value; there is none"
    said = _EXPECTATIONS.get(kind, detail["msg"]).format(**detail.get("ctx", {}))
    return said.replace("'", "") if kind == "enum" else said
