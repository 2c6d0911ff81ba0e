"""What is wrong with a request, in the sentences of class-validator, which Gamma is built on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quintet.edge import Fault

# What it says of each kind of fault. `choices` come from the form.
WORDS: Mapping[str, str] = {
    "extra_forbidden": "property {name} should not exist",
    "string_type": "{name} must be a string",
    "string_too_short": "{name} must be longer than or equal to {min_length} characters",
    "string_too_long": "{name} must be shorter than or equal to {max_length} characters",
    "float_type": "{name} must be a number conforming to the specified constraints",
    "int_type": "{name} must be a number conforming to the specified constraints",
    "int_parsing": "{name} must be a number conforming to the specified constraints",
    "int_parsing_size": "{name} must be a number conforming to the specified constraints",
    "int_from_float": "{name} must be a number conforming to the specified constraints",
    "finite_number": "{name} must be a number conforming to the specified constraints",
    "whole_number": "{name} must be an integer number",
    "greater_than_equal": "{name} must not be less than {ge:g}",
    "less_than_equal": "{name} must not be greater than {le:g}",
    "bool_type": "{name} must be a boolean value",
    "list_type": "{name} must be an array",
    "too_long": "{name} must contain no more than {max_length} elements",
    "too_short": "{name} must contain at least {min_length} elements",
    "model_type": "nested property {name} must be either object or array",
    "email": "{name} must be an email",
    "url": "{name} must be a URL address",
    "literal_error": "{name} must be one of the following values: {choices}",
    "named_choice": "{name} must be one of: {choices}",
}
# A field that is not there breaks the rule of its type.
TYPE_FAULT: Mapping[str, str] = {
    "string": "string_type",
    "number": "float_type",
    "integer": "int_type",
    "boolean": "bool_type",
    "array": "list_type",
    "object": "model_type",
}


def sentences(faults: Sequence[Fault]) -> list[str]:
    """A sentence for each fault, in the vendor's order, none twice."""
    # class-validator looks for unknown properties of an object before it looks at the known ones.
    ordered = sorted(
        faults, key=lambda fault: fault.kind != "extra_forbidden" or len(fault.where) > 1
    )
    return list(dict.fromkeys(_sentence(fault) for fault in ordered))


def listed(told: Sequence[str]) -> str:
    """All of them as the one message that Gamma makes of them."""
    numbered = " ".join(f"{number}. {sentence}" for number, sentence in enumerate(told, 1))
    return f"Input validation errors: {numbered}"


def _sentence(fault: Fault) -> str:
    """`parent.path.` and then what is wrong with the last name of it."""
    *parents, name = fault.where or ("body",)
    each = ""
    if isinstance(name, int):
        name, each = parents.pop(), "each value in "
    kind = fault.kind
    if kind == "missing":
        kind = TYPE_FAULT[fault.asked.get("type", "string")]
    if "enum" in fault.asked and kind in ("string_type", "literal_error"):
        kind = "named_choice" if fault.named else "literal_error"
    if kind not in WORDS:
        return fault.message
    choices = ", ".join(fault.asked.get("enum", ()))
    sentence = WORDS[kind].format(name=name, choices=choices, **fault.facts)
    return ".".join([*map(str, parents), each + sentence])
