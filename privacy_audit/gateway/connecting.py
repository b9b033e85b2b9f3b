"""Connections that go to the address that was checked, and nowhere else; the name on the certificate is checked too."""

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPSConnection

Resolve = Callable[[str, int], tuple[str, ...]]


class ForbiddenAddressError(OSError):
    """The name leads to an address that is not of the open internet."""


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a name, in the system's order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_kind, address in found))


class CheckedAdapter(HTTPAdapter):
    """Resolves, checks every address, connects to the first: between check and connection nothing is asked again."""

    def __init__(self, resolve: Resolve, allowed: Callable[[str], bool]) -> None:
        self._resolve, self._allowed = resolve, allowed
        self._twins: list[socket.socket] = []
        super().__init__(max_retries=0, pool_connections=1, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:
        """What the library calls to get its connections."""
        manager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, **kwargs)
        connect = self.connect

        class Connection(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return connect(self.host, self.port, self.timeout)

        class Pool(HTTPSConnectionPool):
            ConnectionCls = Connection

        manager.pool_classes_by_scheme = {"https": Pool}
        self.poolmanager = manager

    def connect(self, host: str, port: int | None, timeout: Any) -> socket.socket:
        addresses = self._resolve(host, port or 443)
        if not addresses or not all(map(self._allowed, addresses)):
            raise ForbiddenAddressError
        made = socket.create_connection((addresses[0], port or 443), timeout if isinstance(timeout, float) else None)
        self._twins.append(made.dup())  # TLS takes the socket itself away; a twin can still end the connection
        return made

    def cut(self) -> None:
        """Ends whatever is being said: a server that drips is not waited for."""
        for one in tuple(self._twins):
            with suppress(OSError):  # ended already
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        super().close()
        while self._twins:
            self._twins.pop().close()
