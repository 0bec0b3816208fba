"""A stand-in of a few lines: listens on every address unless it is told a host, as the real one does."""
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Application:
    hangs = False


class Plain(BaseHTTPRequestHandler):
    def do_GET(self):
        while self.server.app.hangs:
            import time
            time.sleep(0.05)
        self.send_response(400 if self.path == "/api/chat" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        pass


def run_app(app, *, host=None, port=None, ssl_context=None, path=None):
    if path is not None:
        raise SystemExit("it was asked to listen on a file as well")
    server = ThreadingHTTPServer((host or "0.0.0.0", port), Plain)
    server.app = app
    server.serve_forever()
