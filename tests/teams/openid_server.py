"""Serves metadata and keys as Bot Framework's login service does, until it is ended.

    python tests/teams/openid_server.py keys.json

The file is read again for each request. The first line of its output is the port.
"""

from __future__ import annotations

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

METADATA_PATH = "/v1/.well-known/openidconfiguration"
KEYS_PATH = "/v1/.well-known/keys"


class _Handler(BaseHTTPRequestHandler):
    keys = Path()

    def do_GET(self) -> None:
        if self.path == METADATA_PATH:
            self._tell(json.dumps(_metadata(f"http://{self.headers['Host']}")))
        elif self.path == KEYS_PATH:
            self._tell(self.keys.read_text(encoding="utf-8"))
        else:
            self.send_error(404)

    def _tell(self, body: str) -> None:
        data = body.encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Log nothing."""


def _metadata(url: str) -> dict[str, object]:
    return {
        "issuer": "https://api.botframework.com",
        "authorization_endpoint": "https://invalid.botframework.com",
        "jwks_uri": url + KEYS_PATH,
        "id_token_signing_alg_values_supported": ["RS256"],
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
    }


def _main(keys: str) -> None:
    _Handler.keys = Path(keys)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        sys.stdout.write(f"{server.server_address[1]}\n")
        sys.stdout.flush()
        server.serve_forever()


if __name__ == "__main__":
    _main(sys.argv[1])
