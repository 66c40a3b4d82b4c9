"""The page of what `import dateline` offers."""

import inspect
from dataclasses import is_dataclass

import dateline
from docs.generate.layers import MODULES


def python() -> str:
    """The public names with what they do, those that are called with their signatures."""
    lines = ["# Python\n", f"```python\n{_example()}\n```\n"]
    for name in dateline.__all__:
        one = getattr(dateline, name)
        lines += [f"## {name}\n", f"{inspect.getdoc(one)}\n"]
        lines += [f"- `{_signature(each)}`: {inspect.getdoc(each)}" for each in _called(one)] + [""]
    return "\n".join([*lines, "[Layers](layers.md) and [settings](settings.md) tell the fields.", ""])


def _example() -> str:
    return inspect.cleandoc((dateline.__doc__ or "").partition("In Python:")[2])


def _called(one: object) -> list[object]:
    """A function itself, or the methods of a class that is no mere noun."""
    if inspect.isfunction(one):
        return [one]
    if is_dataclass(one):
        return []
    return [each for name, each in vars(one).items() if inspect.isfunction(each) and name != "__init__"]


def _signature(one: object) -> str:
    """Name and parameters, without the modules that their types are from."""
    assert inspect.isfunction(one)
    shown = MODULES.sub("", str(inspect.signature(one))).replace("'", "").replace("(self, ", "(")
    name = one.__qualname__.removesuffix(".__call__").replace("Coder", "coder")
    return f"{name}{shown}"
