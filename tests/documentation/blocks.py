"""The blocks of code that pages show, and the statements of shell in them."""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
HEREDOC = re.compile(r"<<'(\w+)'")
ASSIGNMENT = re.compile(r"[A-Z_]+=\S*$")
ENDS = frozenset({"|", "&&", ";", "||"})


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two fences, and what its language is said to be."""

    language: str
    code: str


def blocks_of(path: Path) -> list[Block]:
    """All blocks of a page, in order."""
    return [Block(*found) for found in FENCE.findall(path.read_text("utf8"))]


def statements_of(code: str) -> Iterator[str]:
    """The statements of shell, a heredoc with its lines and a line with those that continue it."""
    lines = iter(code.replace("\\\n", " ").splitlines())
    for line in lines:
        here = HEREDOC.search(line)
        if here is None:
            if line.strip() and not line.startswith("#"):
                yield line
            continue
        taken = [line]
        while taken[-1] != here[1]:
            taken.append(next(lines))
        yield "\n".join(taken)


def calls_of(statement: str) -> list[list[str]]:
    """The arguments of each call of `dateline` in a statement."""
    lexer = shlex.shlex(statement.partition("\n")[0], posix=True, punctuation_chars="|&;")
    lexer.whitespace_split = True
    commands = [list(group) for ends, group in groupby(lexer, lambda word: word in ENDS) if not ends]
    return [command[1:] for words in commands if (command := _without_assignments(words)) and _is_dateline(command[0])]


def _without_assignments(words: Sequence[str]) -> list[str]:
    first = next((place for place, word in enumerate(words) if not ASSIGNMENT.match(word)), len(words))
    return list(words[first:])


def _is_dateline(word: str) -> bool:
    return word.rpartition("/")[2] == "dateline"
