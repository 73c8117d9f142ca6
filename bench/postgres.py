"""A PostgreSQL of one's own: Debian's, with the settings that keep what is committed."""

import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import tempfile


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _binaries():
    newest = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if not newest:
        raise SystemExit("PostgreSQL is missing: apt-get install postgresql")
    return newest[-1].parent


class Postgres:
    """Lives in a temporary folder, and in PostgreSQL's own account where this one is root's."""

    USER = "roost"
    DATABASE = "roost"

    def __init__(self, shared_buffers="512MB"):
        self.binaries = _binaries()
        self.port = _free_port()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="roost-bench-"))
        self.prefix = []
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            self.prefix = ["runuser", "-u", "postgres", "--"]
        self._run("initdb", "-D", self.data, "-U", self.USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-p {self.port} -k {self.folder} -c shared_buffers={shared_buffers} -c max_connections=200"
        self._run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-o", options, "-w", "start")
        self._run("createdb", "-h", "127.0.0.1", "-p", self.port, "-U", self.USER, self.DATABASE)

    @property
    def data(self):
        return self.folder / "data"

    @property
    def url(self):
        return f"postgres://{self.USER}@127.0.0.1:{self.port}/{self.DATABASE}"

    @property
    def pid(self):
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def version(self):
        return self.sql("SHOW server_version").strip()

    def sql(self, statements, **variables):
        """Runs SQL, in which :name is a variable, and returns what it gives as bare text."""
        return self._run(
            *["psql", "-h", "127.0.0.1", "-p", self.port, "-U", self.USER, "-d", self.DATABASE],
            *["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1"],
            *(f"--set={name}={value}" for name, value in variables.items()),
            text=statements,
        )

    def close(self):
        self._run("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop")
        shutil.rmtree(self.folder)

    def _run(self, program, *arguments, text=None):
        command = self.prefix + [str(self.binaries / program), *map(str, arguments)]
        done = subprocess.run(command, input=text, capture_output=True, text=True, cwd="/")
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr}")
        return done.stdout
