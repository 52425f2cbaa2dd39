"""The server of the explorer, asked by hand: what is too long, too slow or no request is answered in words or closed, and others are served."""

import os
import socket
import threading
import time
import unittest
import urllib.parse

from explorer_case import ExplorerCase


def ask(site, text, wait=30):
    """What comes back of these bytes, until the connection is closed."""
    host = urllib.parse.urlsplit(site)
    with socket.create_connection((host.hostname, host.port), timeout=wait) as connection:
        try:
            connection.sendall(text)
        except OSError:
            pass
        answer = b""
        try:
            while part := connection.recv(65536):
                answer += part
        except ConnectionResetError:
            pass
        return answer


class ServerTest(ExplorerCase):
    def test_requests(self):
        with self.served(os.path.join(self.folder.name, "seeds.sqlite")) as site:
            host = b"Host: " + urllib.parse.urlsplit(site).netloc.encode()
            for length, status in ((100, b"404"), (16_000, b"404"), (17_000, b"414"), (100_000, b"414"), (2_000_000, b"414")):
                self.assertEqual(ask(site, b"GET /" + b"a" * length + b" HTTP/1.1\r\n" + host + b"\r\n\r\n").split()[1], status, length)
                self.assertEqual(ask(site, b"GET /x HTTP/1.1\r\n" + host + b"\r\nX: " + b"a" * length + b"\r\n\r\n").split()[1],
                                 status, length)
            self.assertEqual(ask(site, b"GET /x HTTP/1.1\r\n" + b"X: y\r\n" * 3000 + b"\r\n").split()[1], b"414")
            for text, status in ((b"GET / HTTP/1.1\r\n\r\n", b"403"), (b"GET / HTTP/1.1\r\n" + host + b"\r\n" + host + b"\r\n\r\n", b"403"),
                                 (b"GET / HTTP/1.1\r\nHost: evil\r\n\r\n", b"403"), (b"GET http://evil/ HTTP/1.1\r\n" + host + b"\r\n\r\n", b"400"),
                                 (b"\x16\x03\x01\x02\x00\x01\n\n", b"400"), (b"DELETE / HTTP/1.1\r\n" + host + b"\r\n\r\n", b"405")):
                self.assertEqual(ask(site, text).split()[1], status, text)
            head, body = ask(site, b"HEAD / HTTP/1.1\r\n" + host + b"\r\n\r\n").split(b"\r\n\r\n")
            self.assertEqual(body, b"")
            self.assertIn(b"X-Frame-Options: DENY", head)
            place = urllib.parse.urlsplit(site)
            # Another of this computer's own addresses: one that listens everywhere would answer there.
            with self.assertRaises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.2", place.port), timeout=10)
            # Many that say nothing, and many that ask at once.
            slow = [socket.create_connection((place.hostname, place.port)) for _ in range(50)]
            for connection in slow:
                connection.sendall(b"GET / HT")
            start = time.monotonic()
            answers = []
            threads = [threading.Thread(target=lambda: answers.append(ask(site, b"GET /nothing HTTP/1.1\r\n" + host + b"\r\n\r\n").split()[1]))
                       for _ in range(200)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(answers, [b"404"] * 200)
            self.assertEqual(self.status(site, "/"), 200)
            slow[0].settimeout(60)
            self.assertEqual(slow[0].recv(10), b"", "who does not ask is not waited for")
            self.assertGreater(time.monotonic() - start, 1)
            for connection in slow:
                connection.close()


if __name__ == "__main__":
    unittest.main()
