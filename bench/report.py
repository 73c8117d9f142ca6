"""The figures as a table."""


def line(row):
    return " | ".join(cells(row))


def cells(row):
    ours = row["medians"]["Roost"]
    pgbench = row["medians"].get("pgbench", {}).get("rate")
    return [
        row["work"],
        f"{row['rows']:,}",
        f"{ours['rate']:,.0f}",
        f"{pgbench:,.0f}" if pgbench else "",
        f"{ours['rate'] / pgbench:.2f}" if pgbench else "",
        f"{ours['own_us']:.0f} + {ours['postgres_us']:.0f}",
        f"{ours['p50_ms']:.1f} / {ours['p99_ms']:.1f}",
        f"{ours['refused'] + ours['broken']:.0f}",
        *(f"{others['rate']:,.0f}" for name, others in row["medians"].items() if name not in ("Roost", "pgbench")),
    ]


def warm_after(rates):
    """Returns the first second with nine tenths of the rate of the last five."""
    final = sorted(rates[-5:])[2]
    return next(second for second, rate in enumerate(rates, 1) if rate >= 0.9 * final)


def markdown(figures):
    machine = figures["machine"]
    others = sorted({name for row in figures["works"] for name in row["medians"]} - {"Roost", "pgbench"})
    head = ["Work", "Rows", "Requests/s", "pgbench, tps", "Ratio", "CPU, µs: service + PostgreSQL", "p50 / p99, ms", "Errors"]
    table = [head + [f"{name}, requests/s" for name in others], ["---"] * (len(head) + len(others))]
    table += [cells(row) for row in figures["works"]]
    flood, memory, start = figures["flood"], figures["memory_mb"], figures["start"]
    return f"""Commit {figures['commit']}, PostgreSQL {figures['postgresql']}; {machine['cores']} cores of {machine['processor']}, \
{machine['memory_gb']} GB, Linux {machine['kernel']}. wrk with {figures['options']['connections']} connections, \
medians of {figures['options']['runs']} runs of {figures['options']['seconds']} s.

{chr(10).join('| ' + ' | '.join(row) + ' |' for row in table)}

| | |
|---|---|
| Start to the first good answer | {start['wall_s']:.2f} s, {start['cpu_s']:.2f} s of CPU |
| Nine tenths of the final rate | in second {warm_after(figures['warm_up'])} of load |
| p99 of GET one at 8 connections, idle and while 200 log in | {flood['idle_p99_ms']:.1f} ms, {flood['flooded_p99_ms']:.1f} ms |
| Resident memory after it all, and at most | {memory['after']:.0f} MB, {memory['most']:.0f} MB |
"""
