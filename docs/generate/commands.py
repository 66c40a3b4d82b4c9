"""The page of all commands, as the command line's own parser has them."""

from collections.abc import Iterator, Mapping
from typing import Any

import typer

from dateline.cli.main import app
from dateline.export.codebook import table


def commands() -> str:
    """Usage, arguments and options of every command."""
    lines = ["# Commands\n", "Each has [a page](../index.md#commands) that says more; here is what the parser knows.\n"]
    for name, command in leaves().items():
        lines += _told(name, command)
    return "\n".join(lines)


def leaves() -> Mapping[str, Any]:
    """The commands that do something, by the words that call them: `rules check`."""
    return dict(_leaves("", typer.main.get_command(app)))


def _leaves(words: str, command: Any) -> Iterator[tuple[str, Any]]:
    within = getattr(command, "commands", {})
    if not within or command.invoke_without_command:
        yield words, command
    for name, each in within.items():
        yield from _leaves(f"{words} {name}".strip(), each)


def _told(words: str, command: Any) -> Iterator[str]:
    yield f"## dateline {words}\n"
    yield f"[More](../commands/{words.split()[0]}.md). {command.help}\n"
    named = [each for each in command.params if each.name != "help"]
    arguments = [each for each in named if each.param_type_name == "argument"]
    usage = " ".join(_placeholder(each) for each in arguments)
    yield f"    dateline {words} {'[OPTIONS] ' if len(arguments) < len(named) else ''}{usage}\n"
    if named:
        yield from table(("", "", "default"), ((_name(each), each.help, _default(each)) for each in named))


def _placeholder(argument: Any) -> str:
    shown = str(argument.metavar or argument.name.upper())
    return shown if argument.required or shown.startswith("[") else f"[{shown}]"


def _name(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{parameter.metavar or parameter.name.upper()}`"
    return ", ".join(f"`{flag}`" for flag in [*parameter.opts, *parameter.secondary_opts])


def _default(parameter: Any) -> str:
    if parameter.required:
        return "required"
    if parameter.default in (None, False, "", []) or callable(parameter.default):
        return ""
    return f"`{parameter.default}`"
