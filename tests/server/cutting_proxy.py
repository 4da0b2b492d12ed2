"""Forwards sessions to a PostgreSQL server, and cuts the connection at a chosen statement."""

import os
import socket
import struct
import tempfile
import threading

SOCKET = ".s.PGSQL.5432"


class CuttingProxy:
    """Forwards sessions. At the statement number `cut_at`, counted from 1 over all sessions, calls
    `fault` and closes the connection: before the server gets the statement, or with `after_answer`,
    when it has answered and the program has not seen it yet. Number 0 is the start of a session."""

    def __init__(self, server, cut_at, after_answer=False, fault=lambda: None):
        self.server = server
        self.cut_at = cut_at
        self.after_answer = after_answer
        self.fault = fault
        self.statements = 0
        self.has_cut = False
        self.text = b""  # of the statement that was cut
        self.folder = tempfile.TemporaryDirectory(prefix="aliprotect-proxy.")
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(os.path.join(self.folder.name, SOCKET))
        self.listener.listen()
        threading.Thread(target=self.accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.folder.cleanup()

    def accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        upstream = socket.socket(socket.AF_UNIX)
        with client, upstream:
            try:
                upstream.connect(os.path.join(self.server.folder, SOCKET))
                self.start_session(client, upstream)
                while self.exchange(client, upstream):
                    pass
            except (OSError, EOFError):
                pass

    def start_session(self, client, upstream):
        (size,) = struct.unpack("!i", received(client, 4))
        startup = struct.pack("!i", size) + received(client, size - 4)
        if self.cut_at == 0 and not self.has_cut:
            self.cut(startup)
            raise EOFError
        upstream.sendall(startup)
        client.sendall(answer_of(upstream))

    def exchange(self, client, upstream):
        """Forwards one statement and its answer; returns whether the session goes on."""
        request = b""
        while True:
            kind, message = read_message(client)
            request += message
            if kind in b"QScf":  # a statement, or the end of one with parameters or of COPY
                break
            if kind == b"X":
                upstream.sendall(request)
                return False
        self.statements += 1
        is_chosen = self.statements == self.cut_at and not self.has_cut
        if is_chosen and not self.after_answer:
            self.cut(request)
            return False
        upstream.sendall(request)
        answer = answer_of(upstream)
        if is_chosen:
            self.cut(request)
            return False
        client.sendall(answer)
        return True

    def cut(self, request):
        self.has_cut = True
        self.text = request
        self.fault()


def received(stream, size):
    data = b""
    while len(data) < size:
        part = stream.recv(size - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def read_message(stream):
    header = received(stream, 5)
    kind, size = struct.unpack("!ci", header)
    return kind, header + received(stream, size - 4)


def answer_of(upstream):
    """Returns all messages up to the one that says that the server is ready, or waits for COPY."""
    answer = b""
    while True:
        kind, message = read_message(upstream)
        answer += message
        if kind in b"ZG":
            return answer
