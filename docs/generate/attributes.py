"""What the strings under the attributes of a class say of them."""

import ast
import inspect
from collections.abc import Mapping
from itertools import pairwise
from textwrap import dedent


def told(noun: type) -> Mapping[str, str]:
    """Attributes with the string that stands under each, those without one left out."""
    (body,) = ast.parse(dedent(inspect.getsource(noun))).body
    assert isinstance(body, ast.ClassDef)
    return {
        attribute.target.id: " ".join(string.value.value.split())
        for attribute, string in pairwise(body.body)
        if isinstance(attribute, ast.AnnAssign)
        and isinstance(attribute.target, ast.Name)
        and isinstance(string, ast.Expr)
        and isinstance(string.value, ast.Constant)
        and isinstance(string.value.value, str)
    }
