"""Load for a bounded time: wrk over HTTP, pgbench on the same statements."""

import json
import os
import pathlib
import re
import subprocess

HERE = pathlib.Path(__file__).parent


def start(script, url, connections, seconds, variables):
    """Starts wrk, and returns the process."""
    environment = os.environ | {"SCRIPTS": str(HERE / "wrk")} | {name: str(value) for name, value in variables.items()}
    command = ["wrk", f"-t{min(2, connections)}", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "--latency"]
    return subprocess.Popen(
        [*command, "-s", str(HERE / "wrk" / script), url],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def wrk(url, script, connections, seconds, variables):
    """Returns the rate, the latencies in milliseconds, and how many requests were refused or broken."""
    output, _ = start(script, url, connections, seconds, variables).communicate()
    result = re.search(r"^RESULT (.*)$", output, re.MULTILINE)
    if not result:
        raise RuntimeError(f"wrk failed: {output}")
    figures = json.loads(result[1])
    figures["rate"] = figures["requests"] / figures["seconds"]
    return figures


def pgbench(postgres, script, seconds, variables, clients=25):
    """Returns the transactions a second of prepared statements over TCP."""
    command = [str(postgres.binaries / "pgbench"), "-n", "-M", "prepared", f"-c{clients}", "-j2", f"-T{seconds}"]
    for name, value in variables.items():
        command += ["-D", f"{name}={value}"]
    command += ["-f", str(HERE / "sql" / script), "-h", "127.0.0.1", "-p", str(postgres.port)]
    done = subprocess.run([*command, "-U", postgres.USER, postgres.DATABASE], capture_output=True, text=True)
    rate = re.search(r"^tps = ([0-9.]+)", done.stdout, re.MULTILINE)
    if not rate:
        raise RuntimeError(f"pgbench failed: {done.stdout}{done.stderr}")
    return float(rate[1])
