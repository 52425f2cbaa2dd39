"""A headless Chromium, driven through chromedriver (W3C WebDriver), with nothing but Python's own library."""

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "ArrowRight": "\ue014", "Tab": "\ue004"}


class Browser:
    """One window. `with Browser() as browser: browser.open(file)`."""

    def __init__(self, width=1280, height=900, dark=False):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        driver = shutil.which("chromedriver") or "/usr/bin/chromedriver"
        self.process = subprocess.Popen([driver, f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.address = f"http://127.0.0.1:{port}"
        arguments = ["--headless=new", "--disable-gpu", f"--window-size={width},{height}", "--hide-scrollbars",
                     "--force-device-scale-factor=1", "--disable-dev-shm-usage"]
        # Chromium's own sandbox does not run as root, as in a container.
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        if dark:
            arguments.append("--force-dark-mode")
        options = {"args": arguments, "mobileEmulation": {"deviceMetrics": {"width": width, "height": height, "pixelRatio": 1}}} \
            if width < 600 else {"args": arguments}
        always = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        for attempt in range(60):
            try:
                answer = self.call("POST", "/session", {"capabilities": {"alwaysMatch": always}})
                break
            except (ConnectionError, urllib.error.URLError):
                if attempt == 59 or self.process.poll() is not None:
                    self.process.kill()
                    raise
                time.sleep(0.25)
        self.session = "/session/" + answer["sessionId"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.call("DELETE", self.session)
        finally:
            self.process.terminate()
            self.process.wait()

    def call(self, method, path, body=None):
        request = urllib.request.Request(
            self.address + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def open(self, address):
        self.call("POST", self.session + "/url", {"url": address})

    def reload(self):
        self.call("POST", self.session + "/refresh", {})

    def back(self):
        self.call("POST", self.session + "/back", {})

    def address_bar(self):
        return self.call("GET", self.session + "/url")

    def ask(self, script, *arguments):
        """What a piece of JavaScript returns."""
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": list(arguments)})

    def find(self, selector):
        return self.call("POST", self.session + "/element", {"using": "css selector", "value": selector})[ELEMENT]

    def click(self, selector):
        """A click of the mouse in the middle of an element."""
        origin = {ELEMENT: self.find(selector)}
        self.call("POST", self.session + "/actions", {"actions": [{"type": "pointer", "id": "mouse", "actions": [
            {"type": "pointerMove", "duration": 0, "origin": origin, "x": 0, "y": 0},
            {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]}]})

    def type(self, selector, text):
        self.call("POST", f"{self.session}/element/{self.find(selector)}/value", {"text": text})

    def press(self, *keys):
        actions = [action for key in keys for action in (
            {"type": "keyDown", "value": KEYS.get(key, key)}, {"type": "keyUp", "value": KEYS.get(key, key)})]
        self.call("POST", self.session + "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def text(self, selector):
        return self.ask("return document.querySelector(arguments[0])?.textContent ?? ''", selector)

    def count(self, selector):
        return self.ask("return document.querySelectorAll(arguments[0]).length", selector)

    def wait_for(self, script, *arguments, seconds=10):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.ask(script, *arguments):
                return
            time.sleep(0.05)
        raise AssertionError(f"waited {seconds} s for: {script}")

    def complaints(self):
        """What stands in the console: errors, warnings, and what the policy refused."""
        log = self.call("POST", self.session + "/se/log", {"type": "browser"})
        return [entry["message"] for entry in log if entry["level"] in ("SEVERE", "WARNING")]

    def picture(self, file):
        with open(file, "wb") as out:
            out.write(base64.b64decode(self.call("GET", self.session + "/screenshot")))
