"""A server on this machine that speaks OpenAI's chat protocol, and writes down what it was asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Say = Callable[[str], str | int]
"""From what was asked to the reply, or to the status of a failure."""


@dataclass
class ChatServer:
    """``url`` is the base address; ``asked`` holds the bodies of all requests, ``keys`` their keys."""

    say: Say
    url: str = ""
    asked: list[dict] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        return [body["messages"][-1]["content"] for body in self.asked]

    @contextmanager
    def running(self) -> Iterator["ChatServer"]:
        handler = type("Handler", (_Handler,), {"chat": self})
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            self.url = f"http://127.0.0.1:{server.server_port}/v1"
            thread = Thread(target=server.serve_forever, args=(0.02,))
            thread.start()
            try:
                yield self
            finally:
                server.shutdown()
                thread.join()


class _Handler(BaseHTTPRequestHandler):
    chat: ChatServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or "{}")
        self.chat.paths.append(self.path)
        self.chat.asked.append(body)
        self.chat.keys.append(self.headers["Authorization"].removeprefix("Bearer "))
        said = self.chat.say(self.chat.texts[-1])
        if isinstance(said, int):
            # What a provider really does: its message repeats what it was given.
            self._send(said, {"error": {"message": f"Bad key {self.chat.keys[-1]}: {self.chat.texts[-1]}"}})
        else:
            message = {"role": "assistant", "content": said}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            whole = {"id": "1", "object": "chat.completion", "created": 0, "model": "m", "choices": [choice]}
            self._send(200, whole)

    def _send(self, status: int, content: dict) -> None:
        data = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        """Keep quiet."""
