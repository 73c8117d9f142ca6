"""The figures as a table."""

OURS = "Roost"
STATEMENT = "pgbench"

HEAD = [
    "Work",
    "Rows",
    "Connections",
    "Requests/s",
    "pgbench, tps",
    "Ratio",
    "CPU, µs: service + PostgreSQL",
    "p50 / p99, ms",
    "Errors",
]


def cells(row, others=()):
    """Returns what a row of the table says; nothing where nothing was measured."""
    ours, statement = row["medians"][OURS], row["medians"].get(STATEMENT)
    return [
        row["work"],
        f"{row['rows']:,}",
        str(row["connections"]),
        f"{ours['rate']:,.0f}",
        f"{statement['rate']:,.0f}" if statement else "",
        f"{ours['rate'] / statement['rate']:.2f}" if statement else "",
        f"{ours['own_us']:.0f} + {ours['postgres_us']:.0f}",
        f"{ours['p50_ms']:.1f} / {ours['p99_ms']:.1f}",
        f"{ours['refused'] + ours['broken']:.0f}",
        *(f"{row['medians'][name]['rate']:,.0f}" if name in row["medians"] else "" for name in others),
    ]


def warm_after(rates):
    """Returns the first second with nine tenths of the rate of the last five."""
    final = sorted(rates[-5:])[2]
    return next(second for second, rate in enumerate(rates, 1) if rate >= 0.9 * final)


def _of_hashes(figures):
    """Returns the rate of log-ins, as a part of what the cores could hash if each did nothing else."""
    rows = {row["work"]: row["medians"][OURS] for row in figures["works"]}
    if "POST a log-in" not in rows:
        return "not measured"
    capacity = figures["machine"]["cores"] / rows["POST a log-in, one at a time"]["p50_ms"] * 1000
    return f"{rows['POST a log-in']['rate'] / capacity:.2f} of {capacity:.1f} a second"


def _table(rows):
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def markdown(figures):
    machine, options = figures["machine"], figures["options"]
    others = sorted({name for row in figures["works"] for name in row["medians"]} - {OURS, STATEMENT})
    head = HEAD + [f"{name}, requests/s" for name in others]
    works = _table([head, ["---"] * len(head), *(cells(row, others) for row in figures["works"])])
    flood, memory, start = figures["flood"], figures["memory_mb"], figures["start"]
    rest = _table(
        [
            ["", ""],
            ["---", "---"],
            ["Start to the first good answer", f"{start['wall_s']:.2f} s, {start['cpu_s']:.2f} s of CPU"],
            ["Nine tenths of the final rate", f"in second {warm_after(figures['warm_up'])} of load"],
            [
                "p99 of GET one product at 8 connections, idle and while 200 log in",
                f"{flood['idle_p99_ms']:.1f} ms, {flood['flooded_p99_ms']:.1f} ms; {flood['refused']} refused",
            ],
            ["Log-ins, of what the cores can hash", _of_hashes(figures)],
            ["Resident memory after it all, and at most", f"{memory['after']:.0f} MB, {memory['most']:.0f} MB"],
        ]
    )
    return (
        f"Commit {figures['commit']}, PostgreSQL {figures['postgresql']}, {machine['cores']} cores of "
        f"{machine['processor']}, {machine['memory_gb']} GB, Linux {machine['kernel']}; "
        f"medians of {options['runs']} runs of {options['seconds']} s.\n\n"
        f"{works}\n\n{rest}\n"
    )
