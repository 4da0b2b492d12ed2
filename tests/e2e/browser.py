"""Controls headless Chromium, if it is installed, through its driver, without any library."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

WAIT = 120  # seconds after which it is stuck


def is_installed():
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Browser:
    """A window of a given width, light or dark, that records the requests and errors of the page."""

    def __init__(self, home):
        self.url = "http://127.0.0.1:%d" % free_port()
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=" + self.url.rsplit(":", 1)[1]],
            env={"PATH": os.environ["PATH"], "HOME": home},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.wait_for_driver()
        options = {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            "binary": shutil.which("chromium"),
        }
        capabilities = {
            "goog:chromeOptions": options,
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.session = "/session/" + answer["sessionId"]

    def wait_for_driver(self):
        limit = time.monotonic() + WAIT
        while time.monotonic() < limit:
            try:
                self.ask("GET", "/status")
                return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.05)
        raise TimeoutError("chromedriver does not answer")

    def close(self):
        try:
            if hasattr(self, "session"):
                self.ask("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait()

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=WAIT) as answer:
            return json.load(answer)["value"]

    def command(self, name, **parameters):
        body = {"cmd": name, "params": parameters}
        return self.ask("POST", self.session + "/goog/cdp/execute", body)

    def show(self, path, width, scheme):
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=844,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self.command(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )
        self.ask("POST", self.session + "/url", {"url": "file://" + path})

    def value(self, expression):
        body = {"script": "return " + expression, "args": []}
        return self.ask("POST", self.session + "/execute/sync", body)

    def complaints(self):
        return self.ask("POST", self.session + "/se/log", {"type": "browser"})

    def requests(self):
        """Returns the addresses requested since the last call."""
        entries = self.ask("POST", self.session + "/se/log", {"type": "performance"})
        events = [json.loads(entry["message"])["message"] for entry in entries]
        return [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def picture(self):
        """Returns the whole page as PNG, in base64."""
        return self.command("Page.captureScreenshot", captureBeyondViewport=True)["data"]
