"""Measures the packaged service beside pgbench, and beside other implementations of the API; see README.md."""

import argparse
import json
import pathlib
import statistics
import sys
import time

import load
import machine
import report
import works
from postgres import Postgres
from service import Api, Service

ROOT = pathlib.Path(__file__).resolve().parent.parent


def arguments():
    parser = argparse.ArgumentParser(prog="bench/run", description=__doc__)
    parser.add_argument("--rows", default="1000,100000,1000000", help="sizes of the catalogue (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="how often each figure is taken (default: %(default)s)")
    parser.add_argument("--seconds", type=int, default=10, help="how long each run lasts (default: %(default)s)")
    parser.add_argument("--connections", default="64", help="of wrk, one number or several (default: %(default)s)")
    parser.add_argument("--only", default="", help="only works whose name holds this")
    parser.add_argument("--beside", action="append", default=[], metavar="NAME=URL", help="another implementation")
    parser.add_argument("--flags", default="", help="flags of the JVM, parted by spaces")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "target" / "bench", help="a folder for the results")
    return parser.parse_args()


def launcher():
    path = ROOT / "server" / "target" / "roost"
    if not path.exists():
        raise SystemExit("the service is not packaged; bench/README.md says how to")
    return path


class Bench:
    """One run of everything: a database, the service on it, and the rows of the table."""

    def __init__(self, options):
        self.options = options
        self.connections = [int(number) for number in options.connections.split(",")]
        self.out = options.out
        self.out.mkdir(parents=True, exist_ok=True)
        self.others = [Api(url) for url in (pair.partition("=")[2] for pair in options.beside)]
        self.names = [report.OURS, *(pair.partition("=")[0] for pair in options.beside)]
        for api in self.others:
            api.register()
            api.find_ids()

    def run(self):
        postgres = Postgres()
        try:
            figures = {
                "machine": machine.describe(),
                "commit": machine.commit(ROOT),
                "postgresql": postgres.version(),
                "options": {name: str(value) for name, value in vars(self.options).items() if name != "out"},
                "start": self.starts(postgres),
            }
            service = self.service(postgres)
            try:
                service.account = service.register()
                sizes = sorted(int(size) for size in self.options.rows.split(","))
                fill(postgres, service, sizes[0])
                figures["warm_up"] = self.warm_up(service)
                figures["works"] = self.tables(postgres, service, sizes)
                figures["flood"] = self.flood(service)
                figures["memory_mb"] = {
                    "after": machine.memory_mb(service.pid),
                    "most": machine.memory_mb(service.pid, "VmHWM"),
                }
            finally:
                service.close()
        finally:
            postgres.close()
        return figures

    def service(self, postgres):
        return Service(launcher(), postgres.url, self.out / "service.log", self.options.flags.split())

    def starts(self, postgres):
        """Starts the service until it is ready, first on an empty database, which does not count."""
        taken = []
        for _ in range(self.options.runs + 1):
            service = self.service(postgres)
            taken.append({"wall_s": service.ready_after, "cpu_s": machine.cpu_seconds(service.pid)})
            service.close()
        return {name: statistics.median(start[name] for start in taken[1:]) for name in taken[0]}

    def tables(self, postgres, service, sizes):
        """Returns a row for each kind of request at each size."""
        rows = []
        for size in sizes:
            fill(postgres, service, size)
            for work in works.of(size, sizes):
                for connections in [work.connections] if work.connections else self.connections:
                    if self.options.only in work.name:
                        rows.append(self.measure(postgres, service, work, size, connections))
                        say(" | ".join(report.cells(rows[-1])))
        return rows

    def warm_up(self, service):
        """Returns the rate of each second from the first request on."""
        found = works.variables(service, {})
        return [
            round(load.wrk(service.url, "get_product.lua", self.connections[0], 1, found)["rate"])
            for _ in range(30)
        ]

    def measure(self, postgres, service, work, size, connections):
        """Takes each implementation and pgbench in turn, so that what else the machine does meets all of them."""
        apis = [service, *self.others]
        known = [works.look_around(api) for api in apis]
        runs = {name: [] for name in [*self.names, report.STATEMENT]}
        for _ in range(self.options.runs):
            for name, api, found in zip(self.names, apis, known):
                if not work.needs or work.needs in found:
                    runs[name].append(self.once(postgres, service, api, work, found, connections))
            if work.sql:
                values = statement_variables(postgres, service, size)
                runs[report.STATEMENT].append({"rate": load.pgbench(postgres, work.sql, self.options.seconds, values)})
        return {"work": work.name, "rows": size, "connections": connections, "runs": runs, "medians": medians(runs)}

    def once(self, postgres, service, api, work, found, connections):
        script_variables = works.variables(api, {"TARGET": work.target.format(**found)})
        before = machine.cpu_seconds(postgres.pid), machine.cpu_seconds(service.pid)
        seconds = max(self.options.seconds, work.seconds)
        figures = load.wrk(api.url, work.script, connections, seconds, script_variables)
        after = machine.cpu_seconds(postgres.pid), machine.cpu_seconds(service.pid)
        if api is service:
            figures["postgres_us"] = (after[0] - before[0]) / figures["requests"] * 1e6
            figures["own_us"] = (after[1] - before[1]) / figures["requests"] * 1e6
        return figures

    def flood(self, service):
        """Returns the p99 of GET one product, at 8 connections: idle, and while 200 others log in."""
        found = works.variables(service, {})
        idle = load.wrk(service.url, "get_product.lua", 8, self.options.seconds, found)
        flood = load.start("log_in.lua", service.url, 200, self.options.seconds + 4, found)
        time.sleep(2)
        flooded = load.wrk(service.url, "get_product.lua", 8, self.options.seconds, found)
        flood.communicate()
        return {"idle_p99_ms": idle["p99_ms"], "flooded_p99_ms": flooded["p99_ms"], "refused": flooded["refused"]}


def fill(postgres, service, size):
    """Puts so many products, with ids from 1 on, and as many chirps in the place of what there is."""
    say(f"filling {size} rows")
    postgres.sql((load.HERE / "sql" / "fill.sql").read_text(), rows=size, account=service.account)
    service.find_ids()


def statement_variables(postgres, service, size):
    at, after = postgres.sql(
        f"SELECT created_at, id FROM products ORDER BY created_at DESC, id DESC LIMIT 1 OFFSET {min(100_000, size - 1)}"
    ).strip().split("|")
    author = postgres.sql(f"SELECT uuid FROM accounts WHERE id = {service.account}").strip()
    return {"rows": size, "account": service.account, "at": at, "after": after, "author": author}


def medians(runs):
    return {
        name: {figure: statistics.median(run[figure] for run in taken) for figure in taken[0]}
        for name, taken in runs.items()
        if taken
    }


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    options = arguments()
    figures = Bench(options).run()
    (options.out / "figures.json").write_text(json.dumps(figures, indent=2) + "\n")
    table = report.markdown(figures)
    (options.out / "figures.md").write_text(table)
    print(table)


if __name__ == "__main__":
    main()
