"""A real way to the real server that can be held shut: for what happens while an answer is under way."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

import httpx

from tests.e2e.site import answering


@dataclass
class Gate:
    """Its address; how many requests came; `shut` holds every analysis until it is opened again."""

    url: str
    asked: int = 0
    opened: threading.Event = field(default_factory=threading.Event)

    def shut(self) -> None:
        """Lets no analysis through from now on."""
        self.opened.clear()

    def open(self) -> None:
        """Lets everything through, also what waits."""
        self.opened.set()


@contextmanager
def holding(server: str) -> Iterator[Gate]:
    """Passes every request on to `server`, and its answer back."""
    with answering(_handler(server)) as http:
        gate = http.gate = Gate(f"http://127.0.0.1:{http.server_address[1]}")  # type: ignore[attr-defined]
        gate.open()
        try:
            yield gate
        finally:
            gate.open()


def _handler(server: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def _pass(self) -> None:
            gate: Gate = self.server.gate  # type: ignore[attr-defined]
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if self.path == "/v1/analyze" and self.command == "POST":
                gate.asked += 1
                gate.opened.wait(100)
            kept = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
            answer = httpx.request(self.command, server + self.path, content=body, headers=kept, timeout=60)
            try:
                self.send_response(answer.status_code)
                for name, value in answer.headers.items():
                    if name.lower() not in ("transfer-encoding", "connection", "content-encoding", "content-length"):
                        self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.content)))
                self.end_headers()
                self.wfile.write(answer.content)
            except (BrokenPipeError, ConnectionResetError):
                pass  # whoever asked was shut down meanwhile

        do_GET = do_POST = do_DELETE = do_OPTIONS = _pass

        def log_message(self, *arguments: object) -> None:
            """Silence."""

    return Handler
