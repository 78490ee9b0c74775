"""Answer policies by the names that the command line and the documentation use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from ._generated.verifier_pb2 import AnswerPolicy

PolicyValue: TypeAlias = "str | bool | float | list[str]"
Policy: TypeAlias = "AnswerPolicy | Mapping[str, PolicyValue]"


def answer_policy(**fields: PolicyValue) -> AnswerPolicy:
    """An `AnswerPolicy` from plain names: `answer_policy(place="box", percent="lenient", relative_tolerance=1e-3)`.

    Fields left out take the server's defaults. Raises ValueError for a field or a value that does not exist.
    """
    policy = AnswerPolicy()
    known = AnswerPolicy.DESCRIPTOR.fields_by_name
    for name, value in fields.items():
        if name not in known:
            raise ValueError(f'an answer policy has no field "{name}"; it has {", ".join(sorted(known))}')
        field = known[name]
        if field.enum_type is not None:
            setattr(policy, name, _enum_number(field, value))
        elif isinstance(value, (list, tuple)):
            getattr(policy, name).extend(value)
        else:
            setattr(policy, name, value)
    return policy


def to_policy(policy: Policy | None) -> AnswerPolicy | None:
    if policy is None or isinstance(policy, AnswerPolicy):
        return policy
    return answer_policy(**policy)


def _enum_number(field: Any, value: PolicyValue) -> int:
    values = {_short_name(field, name): number.number for name, number in field.enum_type.values_by_name.items()}
    del values["unspecified"]
    found = values.get(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f"{field.name} is one of {', '.join(values)}; got {value!r}")
    return int(found)


def _short_name(field: Any, name: str) -> str:
    # ANSWER_PLACE_BOX of enum AnswerPlace is "box".
    prefix = "".join(f"_{letter}" if letter.isupper() else letter for letter in field.enum_type.name).lstrip("_")
    return name[len(prefix) + 1 :].lower()
