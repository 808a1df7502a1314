"""A server that sends a built site as a real host does: compressed, with headers for caches, under the policy
that `docs/how-to/publish.md` advises. Knows no browser.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import threading
from pathlib import Path
from typing import Any

ADVICE = Path(__file__).resolve().parent.parent.parent / "docs" / "how-to" / "publish.md"
PACKED = (".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".webmanifest")
"""What is compressed; the rest is so already."""


@functools.cache
def headers() -> dict[str, str]:
    """The headers that the documentation advises, by name."""
    text = ADVICE.read_text(encoding="utf-8")
    blocks = re.findall(r"^```text\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    found = dict(re.findall(r"^([A-Z][\w-]+): (.+)$", "".join(blocks), re.MULTILINE))
    if "Content-Security-Policy" not in found:
        raise SystemExit(f"{ADVICE.name} advises no Content-Security-Policy")
    return found


@functools.cache
def packed(path: str, changed: float) -> bytes:
    """A file as it goes over the wire. `changed`: when it was, so that a newer file is read again."""
    data = Path(path).read_bytes()
    return gzip.compress(data, 9, mtime=0) if path.endswith(PACKED) else data


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the files of a site as a good host does: packed, with lifetimes and the advised headers."""

    protocol_version = "HTTP/1.1"
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return
        data = packed(str(path), path.stat().st_mtime)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        if str(path).endswith(PACKED):
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "no-cache" if path.suffix == ".html" else "max-age=86400")
        for name, value in headers().items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class serve:
    """A folder on a free port, as a context; gives its address: `http://127.0.0.1:1234/`."""

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(Handler, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.server.daemon_threads = True

    def __enter__(self) -> str:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_address[1]}/"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
