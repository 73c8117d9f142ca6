"""Draws how many first pages a second there are against the number of products; see README.md."""

import json
import math
import pathlib
import sys

# Measured on a machine like ours, beside pgbench with the same statements; that one sorts and counts all rows.
GO = {1_000: 4_340, 100_000: 45, 1_000_000: 6}

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 360, 80, 120, 40, 50
ROWS = 1_000, 1_000_000
RATES = 1, 100_000
COLOURS = "#0b6e4f", "#9a3b26"


def x(rows):
    share = math.log10(rows / ROWS[0]) / math.log10(ROWS[1] / ROWS[0])
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def y(rate):
    share = math.log10(rate / RATES[0]) / math.log10(RATES[1] / RATES[0])
    return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def text(at, down, words, anchor="middle", colour="#333"):
    return f'<text x="{at}" y="{down}" text-anchor="{anchor}" fill="{colour}">{words}</text>'


def line(name, rates, colour):
    places = [(x(rows), y(rate)) for rows, rate in sorted(rates.items())]
    path = " ".join(f"{across},{down}" for across, down in places)
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>',
        *(f'<circle cx="{across}" cy="{down}" r="3.5" fill="{colour}"/>' for across, down in places),
        text(places[-1][0] + 10, places[-1][1] + 4, name, "start", colour),
    ]


def svg(lines):
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        text(LEFT - 40, TOP - 18, "First pages of 20 products a second", "start"),
        text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, "products"),
    ]
    for rate in (1, 10, 100, 1_000, 10_000, 100_000):
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(rate)}" y2="{y(rate)}" stroke="#ddd"/>')
        parts.append(text(LEFT - 8, y(rate) + 4, f"{rate:,}", "end"))
    for rows in (1_000, 10_000, 100_000, 1_000_000):
        parts.append(text(x(rows), HEIGHT - BOTTOM + 18, f"{rows:,}"))
    for (name, rates), colour in zip(lines.items(), COLOURS):
        parts += line(name, rates, colour)
    return "\n".join([*parts, "</svg>", ""])


def main():
    figures, picture = map(pathlib.Path, sys.argv[1:])
    ours = {}
    for row in json.loads(figures.read_text())["works"]:
        if row["work"] == "GET page 1 of 20":
            ours.setdefault(row["rows"], row["medians"]["Roost"]["rate"])  # With the first number of connections.
    picture.write_text(svg({"Roost": ours, "Go service": GO}))


if __name__ == "__main__":
    main()
