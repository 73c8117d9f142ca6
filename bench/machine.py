"""What the system knows of processes and of itself; Linux alone."""

import os
import pathlib
import platform
import subprocess

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def _stat(pid):
    """Returns the fields of /proc/PID/stat behind the command's name, which may hold spaces."""
    return pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def cpu_seconds(pid):
    """Returns the processor time of a process, of its children, and of those that have ended."""
    utime, stime, cutime, cstime = (int(field) for field in _stat(pid)[11:15])
    ticks = utime + stime + cutime + cstime
    return ticks / TICKS_PER_SECOND + sum(_own_cpu_seconds(child) for child in _children(pid))


def _own_cpu_seconds(pid):
    try:
        return sum(int(field) for field in _stat(pid)[11:13]) / TICKS_PER_SECOND
    except (FileNotFoundError, ProcessLookupError):  # It has ended meanwhile.
        return 0.0


def _children(pid):
    return pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def memory_mb(pid, field="VmRSS"):
    """Returns the resident memory of a process, or with VmHWM the most that it ever had."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(field + ":"):
            return int(line.split()[1]) / 1024
    raise ValueError(f"{field} is not in the status of {pid}")


def describe():
    """Returns what there is to know of the machine that the figures are of."""
    cpu = next(
        (line.partition(":")[2].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    return {
        "processor": cpu,
        "cores": len(os.sched_getaffinity(0)),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "kernel": platform.release(),
    }


def commit(folder):
    """Returns the commit that is measured, marked where the tree differs from it."""
    command = ["git", "-C", str(folder), "describe", "--always", "--dirty", "--abbrev=10"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
