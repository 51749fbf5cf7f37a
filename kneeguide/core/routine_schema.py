"""The JSON Schema of each kind of file in ``routines``, by which editors complete, explain and check while one writes.

It is generated from the very models that the reader checks with. What several fields or files must agree on, no schema
can say; ``kneeguide check`` does.
"""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from kneeguide.core.file_fields import JsonSchema
from kneeguide.core.routine_file import RoutineFile, ShippedRoutineFile
from kneeguide.core.shared_files import SourcesFile, TechniquesFile

MODELS: Mapping[str, type[BaseModel]] = MappingProxyType(
    {
        "routine": RoutineFile,
        "shipped-routine": ShippedRoutineFile,
        "techniques": TechniquesFile,
        "sources": SourcesFile,
    }
)
"""What the file of each kind holds, by the name under which its schema is asked for."""


def schema_of(kind: str) -> JsonSchema:
    """The schema of one kind of file, a key of ``MODELS``."""
    return schema_of_model(MODELS[kind])


def schema_of_model(model: type[BaseModel]) -> JsonSchema:
    """The schema of the file that a model reads."""
    made = model.model_json_schema(schema_generator=_ForEditors)
    for choice in made["$defs"].values():
        if "enum" in choice:  # what is said of the field is enough; this is for readers of the code
            del choice["title"], choice["description"]
    return {"$schema": GenerateJsonSchema.schema_dialect, **made}


def schema_text(kind: str) -> str:
    """The same as it is shipped and printed: always the same text for the same models."""
    return json.dumps(schema_of(kind), indent=2) + "\n"


class _ForEditors(GenerateJsonSchema):
    """Describes every field, and leaves out what would only clutter an editor: names of classes, and empty defaults."""

    def nullable_schema(self, schema: Any) -> JsonSchemaValue:
        """Editors tell what is wrong with a value only where they need not guess which of two kinds it should be."""
        made = self.generate_inner(schema["schema"])
        if "type" not in made:
            return super().nullable_schema(schema)
        kinds = made["type"] if isinstance(made["type"], list) else [made["type"]]
        return made | {"type": [*kinds, "null"]}

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        model: type[BaseModel] = schema["cls"]
        made = super().model_schema(schema)
        if "title" not in model.model_config:
            del made["title"]
        for name, field in made["properties"].items():
            field.pop("title", None)
            field.setdefault("description", _description(model, name))
            if field.get("default") in (None, "", []):
                field.pop("default", None)
        return made


def _description(model: type[BaseModel], name: str) -> str:
    """What is said of a field, by the model or by the one whose field it makes stricter."""
    fields = (base.model_fields.get(name) for base in model.__mro__ if issubclass(base, BaseModel))
    return next(field.description for field in fields if field is not None and field.description is not None)
