"""The packaged service, and what any implementation of the API is asked for."""

import http.client
import json
import os
import pathlib
import secrets
import shutil
import socket
import subprocess
import time
import urllib.parse

PASSWORD = "correct horse battery"


def java_home():
    """Returns the folder of a Java that can run the service."""
    folders = [os.environ["JAVA_HOME"]] if "JAVA_HOME" in os.environ else []
    folders += sorted(map(str, pathlib.Path("/usr/lib/jvm").glob("*")), reverse=True)
    on_path = shutil.which("java")
    folders += [str(pathlib.Path(on_path).resolve().parent.parent)] if on_path else []
    for folder in folders:
        program = f"{folder}/bin/java"
        if os.access(program, os.X_OK) and " 25" in subprocess.getoutput(f"{program} --version"):
            return folder
    raise SystemExit("there is no Java 25: set JAVA_HOME")


class Api:
    """An implementation of the API at a base URL, with an account of its own there."""

    def __init__(self, url):
        self.url = url.rstrip("/")
        self.host = urllib.parse.urlsplit(self.url)
        self.email = f"bench-{secrets.token_hex(8)}@example.com"
        self.token = None
        self.ids = None

    def call(self, method, path, body=None):
        """Makes one request, and returns the status and what the JSON says."""
        connection = http.client.HTTPConnection(self.host.hostname, self.host.port or 80, timeout=30)
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        try:
            connection.request(method, self.host.path + path, json.dumps(body) if body is not None else None, headers)
            answer = connection.getresponse()
            text = answer.read()
            is_json = text and "json" in answer.headers.get("Content-Type", "")
            return answer.status, json.loads(text) if is_json else None
        finally:
            connection.close()

    def register(self):
        """Creates the account, and keeps its access token."""
        credentials = {"email": self.email, "password": PASSWORD}
        for path in ("/api/v1/auth/register", "/api/v1/auth/login"):
            status, answer = self.call("POST", path, credentials)
            if status not in (200, 201):
                raise RuntimeError(f"{path} answered {status}: {answer}")
            if answer and answer.get("access_token"):
                self.token = answer["access_token"]
                return answer.get("user", {}).get("id")
        raise RuntimeError("there is no access token in the answer")

    def find_ids(self):
        """Takes the ids of the catalogue as it is, without gaps, before anybody writes: then the newest has the highest."""
        status, page = self.call("GET", "/api/v1/products?page=1&limit=1")
        if status != 200:
            raise RuntimeError(f"the list answered {status}")
        highest = page["data"][0]["id"]
        self.ids = highest - page["total"] + 1, highest


class Service(Api):
    """The service of this checkout, packaged, as a process."""

    def __init__(self, launcher, database_url, log, flags=()):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        super().__init__(f"http://127.0.0.1:{port}")
        environment = {
            "PATH": os.environ["PATH"],
            "PORT": str(port),
            "DATABASE_URL": database_url,
            "JWT_SECRET": secrets.token_hex(32),
            "POLKA_KEY": secrets.token_hex(16),
            "RATE_LIMIT_PER_MINUTE": "0",
            "LOGIN_RATE_LIMIT_PER_MINUTE": "0",
            "JAVA_HOME": java_home(),
            "JAVA_OPTS": " ".join(flags),
        }
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [str(launcher)], env=environment, cwd=log.parent, stdout=log.open("ab"), stderr=subprocess.STDOUT
        )
        try:
            self.ready_after = self._wait_until_ready()
        except BaseException:
            self.process.kill()
            raise

    @property
    def pid(self):
        return self.process.pid

    def _wait_until_ready(self):
        while time.monotonic() - self.started < 60:
            if self.process.poll() is not None:
                raise RuntimeError(f"the service ended with status {self.process.returncode}; see its log")
            try:
                if self.call("GET", "/readyz")[0] == 200:
                    return time.monotonic() - self.started
            except OSError:
                pass
            time.sleep(0.002)
        raise RuntimeError("the service was not ready after a minute")

    def close(self):
        self.process.terminate()
        self.process.wait(60)
