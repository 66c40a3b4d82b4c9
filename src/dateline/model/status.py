"""Whether something happened, as a text has it."""

from typing import Literal

Status = Literal["actual", "planned", "possible", "hypothetical", "negated"]
