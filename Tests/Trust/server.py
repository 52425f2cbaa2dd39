"""`serve`, asked by those who mean no good: too much, too slow, too many, under other names."""

import contextlib
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import threading
import time

from house import letters, run, start


@contextlib.contextmanager
def served(store):
    """The server and its port, until the end of the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = start("serve", "--port", str(port), store=store, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", port)).close()
                break
            time.sleep(0.05)
        yield process, port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        process.stdout.close()


def ask(port, request, wait=30):
    """The bytes of an answer; empty where the connection is closed without one."""
    answer = b""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=wait) as connection:
            with contextlib.suppress(OSError):
                connection.sendall(request)
            while part := connection.recv(65536):
                answer += part
    except OSError:
        pass
    return answer


def status(answer):
    return int(answer.split()[1]) if answer.startswith(b"HTTP/1.1 ") else 0


def get(path, host, method="GET"):
    return f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()


def memory(process):
    text = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", text)[1]) / 1024


def sizes(report, process, port):
    host = f"127.0.0.1:{port}"
    found, longest = [], 0
    kinds = {
        "line": lambda size: b"GET /" + b"a" * size + f" HTTP/1.1\r\nHost: {host}\r\n\r\n".encode(),
        "header": lambda size: f"GET / HTTP/1.1\r\nHost: {host}\r\nX: ".encode() + b"a" * size + b"\r\n\r\n",
        "headers": lambda size: f"GET / HTTP/1.1\r\nHost: {host}\r\n".encode() + b"X: y\r\n" * (size // 6) + b"\r\n",
        "no line end": lambda size: b"a" * size,
    }
    for kind, made in kinds.items():
        for size in (16 << 10, 100 << 10, 500 << 10, 2 << 20):
            began = time.monotonic()
            found.append(status(ask(port, made(size))))
            longest = max(longest, time.monotonic() - began)
    fine = status(ask(port, get("/", host)))
    report.line("request lines and headers of 16 kB to 2 MB", len(found), f"answered {sorted(set(found))} within {longest * 1000:.0f} ms; then a page: {fine}", set(found) <= {0, 400, 414, 431} and fine == 200)


def names(report, port):
    """Who asks under another name gets nothing: a page elsewhere may have its name point here."""
    own = [f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}"]
    others = ["evil.example", f"evil.example:{port}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.evil.example:{port}", f"127.0.0.1:{port}@evil", f"0.0.0.0:{port}",
              f"[::1]:{port}", f"127.1:{port}", f"2130706433:{port}", f"localhost.:{port}", "", " ", f"127.0.0.1:{port},evil", f"127.0.0.1:{port} evil", f"127.0.0.1:0{port}"]
    good = [status(ask(port, get("/", name))) for name in own]
    bad = {name: status(ask(port, get("/", name))) for name in others}
    let_in = [name for name, answer in bad.items() if answer == 200]
    raw = [b"GET / HTTP/1.1\r\n\r\n", f"GET / HTTP/1.1\r\nHost: {own[0]}\r\nHost: evil\r\n\r\n".encode(), f"GET http://evil/ HTTP/1.1\r\nHost: {own[0]}\r\n\r\n".encode(),
           f"GET / HTTP/1.0\r\nHost: evil\r\n\r\n".encode(), f"GET / HTTP/1.1\r\n Host: {own[0]}\r\nHost: evil\r\n\r\n".encode()]
    let_in += [text for text in raw if status(ask(port, text)) == 200]
    report.line("forms of Host", len(own + others + raw), f"our own names {good}; let in under others: {let_in or 'none'}", not let_in and good[:2] == [200, 200])


def methods(report, port):
    host = f"127.0.0.1:{port}"
    asked = {name: status(ask(port, get("/", host, name))) for name in "POST PUT DELETE PATCH OPTIONS TRACE CONNECT PROPFIND get GETT".split()}
    good = [status(ask(port, get("/", host, name))) for name in ("GET", "HEAD")]
    report.line("methods", len(asked) + 2, f"GET and HEAD {good}; others {sorted(set(asked.values()))}", good == [200, 200] and not any(answer == 200 for answer in asked.values()))


def traversal(report, port):
    host = f"127.0.0.1:{port}"
    paths = ["/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/letter/../../etc/passwd", "/around/../../../etc/passwd",
             "/letter/..%2f..%2fetc%2fpasswd", "/\\..\\..\\etc\\passwd", "/%00", "/%c0%ae%c0%ae/etc/passwd", "/.git/config", "/s.sqlite", "/letter/%ff", "/around/" + "a" * 5000, "/?q=%", "/find?q=" + "%22" * 400]
    answers = [ask(port, get(path, host)) for path in paths]
    leaks = sum(b"root:" in answer or b"SQLite format" in answer for answer in answers)
    broken = sum(status(answer) in (0, 500) for answer in answers)
    report.line("paths that lead elsewhere", len(paths), f"{leaks} files shown, {broken} without an answer, statuses {sorted({status(answer) for answer in answers})}", leaks == broken == 0)


def many(report, process, port):
    host = f"127.0.0.1:{port}"
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(50)]
    for connection in slow:
        connection.sendall(b"GET / HT")
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(status(ask(port, get("/", host), 60)))) for _ in range(200)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - began
    report.line("requests at once, beside 50 slow ones", 200, f"{answers.count(200)} answered in {seconds:.1f} s, {memory(process):.0f} MB at most", answers == [200] * 200 and memory(process) <= 512)
    closed = 0
    for connection in slow:
        connection.settimeout(20)
        with contextlib.suppress(OSError):
            while connection.recv(4096):
                pass
            closed += 1
        connection.close()
    report.line("slow connections", 50, f"{closed} closed by the server", closed == 50)


def beside_a_build(report, place, store):
    """While the store is written, pages of it are whole."""
    folder = place / "letters"
    with served(store) as (process, port):
        bad = asked = 0
        for turn in range(4):
            build = start("build", letters(folder, 150, 1000 + 150 * turn), store=store)
            while build.poll() is None:
                answer = ask(port, get("/", f"127.0.0.1:{port}"))
                asked += 1
                bad += status(answer) != 200 or b"</html>" not in answer
            bad += build.returncode != 0
    report.line("pages asked for while a build writes the store", asked, f"{bad} without a whole page, or builds that failed", bad == 0 and asked > 4)


def check(report):
    report.room("The server", "`kvgraph serve` over a store of small letters, asked through plain sockets.")
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        store = place / "s.sqlite"
        run("build", letters(place / "letters", 100), store=store)
        with served(store) as (process, port):
            sizes(report, process, port)
            names(report, port)
            methods(report, port)
            traversal(report, port)
            many(report, process, port)
        beside_a_build(report, place, store)
