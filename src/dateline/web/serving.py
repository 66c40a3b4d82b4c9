"""The server: uvicorn on a socket of loopback."""

import errno
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from dateline.errors import UsageError

LOOPBACK = "127.0.0.1"


@contextmanager
def listening(port: int) -> Iterator[socket.socket]:
    """A socket at a port of loopback, which no other machine reaches and where callers wait until they are served; raises UsageError where the port is taken."""
    with socket.socket() as made:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((LOOPBACK, port))
            made.listen()
        except OSError as error:
            taken = "in use by another program" if error.errno == errno.EADDRINUSE else str(error.strerror).lower()
            raise UsageError(f"port {port}: {taken}; choose another with --port") from error
        yield made


def run(app: FastAPI, at: socket.socket) -> None:
    """Serves until it is interrupted."""
    made = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False, access_log=False)
    uvicorn.Server(made).run(sockets=[at])
