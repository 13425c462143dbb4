"""A web site of test pages on `news.localhost`, with headers and scripts a test can choose."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

PAGES = Path(__file__).parent / "pages"
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css"}


@dataclass
class Site:
    """The site's port, and per path a policy or a page of the test's own."""

    port: int
    policies: dict[str, str] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)

    def url(self, path: str) -> str:
        """The address of a page; not on 127.0.0.1, which the extension may always read."""
        return f"http://news.localhost:{self.port}/{path}"


@contextmanager
def serving_site() -> Iterator[Site]:
    """Serves `pages/` and what the test adds."""
    with answering(_handler()) as server:
        site = server.site = Site(server.server_address[1])  # type: ignore[attr-defined]
        yield site


@contextmanager
def answering(handler: type[BaseHTTPRequestHandler]) -> Iterator[ThreadingHTTPServer]:
    """A web server on a free port of this machine, until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler() -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site: Site = self.server.site  # type: ignore[attr-defined]
            name = urlsplit(self.path).path.strip("/")
            file = PAGES / name
            if name in site.pages:
                body, kind = site.pages[name].encode(), TYPES[".html"]
            elif name and file.is_file() and file.resolve().is_relative_to(PAGES):
                body, kind = file.read_bytes(), TYPES.get(file.suffix, "application/octet-stream")
            else:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if name in site.policies:
                self.send_header("Content-Security-Policy", site.policies[name])
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Silence."""

    return Handler
