"""What is measured: each row of the table, and the SQL that it is measured against."""

import dataclasses
import urllib.parse

from service import PASSWORD


@dataclasses.dataclass(frozen=True)
class Work:
    """One kind of request; its statement for pgbench; how many connections ask, and for how many seconds at least, where
    that is not for all."""

    name: str
    script: str
    target: str = ""
    sql: str = ""
    connections: int = 0
    seconds: int = 0
    needs: str = ""  # What an implementation has to offer.


READS = [
    Work("GET one product", "get_product.lua", sql="get_product.sql"),
    Work("GET page 1 of 20", "get.lua", "/api/v1/products?page=1&limit=20", "first_page.sql"),
    Work("GET page 1 of 20, by price", "get.lua", "/api/v1/products?sort=price&limit=20", needs="search"),
]
DEEP = [
    Work("GET page 5000 of 20, by number", "get.lua", "/api/v1/products?page=5000&limit=20"),
    Work(
        "GET page 5000 of 20, by cursor",
        "get.lua",
        "/api/v1/products?limit=20&cursor={cursor}",
        "deep_page.sql",
        needs="cursor",
    ),
]
CHIRPS = [
    Work("GET one chirp", "get.lua", "/api/chirps/{chirp}", needs="chirps"),
    Work("GET 100 newest chirps", "get.lua", "/api/chirps?sort=desc&limit=100", "newest_chirps.sql", needs="chirps"),
    Work(
        "GET 100 chirps of one author",
        "get.lua",
        "/api/chirps?sort=desc&limit=100&author_id={author}",
        "chirps_of_author.sql",
        needs="chirps",
    ),
    Work("POST a chirp", "create_chirp.lua", sql="create_chirp.sql", needs="chirps"),
]
WRITES = [
    Work("POST a product", "create_product.lua", sql="create_product.sql"),
    Work("PATCH a price", "change_price.lua", sql="change_price.sql"),
]
LOG_INS = [  # So few a second that those under way at the end would count.
    Work("POST a log-in", "log_in.lua", connections=8, seconds=16),
    Work("POST a log-in, one at a time", "log_in.lua", connections=1, seconds=16),
]


def of(rows, sizes):
    """Returns what is measured at one of the sizes: reads at each, and what does not depend on it at one of them."""
    works = list(READS)
    if rows > 5000 * 20:
        works += DEEP
    if rows == max((size for size in sizes if size <= 100_000), default=min(sizes)):
        works += CHIRPS + WRITES + LOG_INS
    return works


def variables(api, found):
    """Returns what the scripts need to know of an implementation."""
    lowest, highest = api.ids
    return found | {"LOWEST": lowest, "HIGHEST": highest, "TOKEN": api.token, "EMAIL": api.email, "PASSWORD": PASSWORD}


def look_around(api):
    """Finds out what an implementation offers beside the products: a cursor, a chirp, its author."""
    found = {}
    if api.call("GET", "/api/v1/products?sort=price&limit=1")[0] == 200:
        found["search"] = "yes"
    status, page = api.call("GET", "/api/v1/products?page=5000&limit=20")
    if status == 200 and page.get("next_cursor"):
        found["cursor"] = urllib.parse.quote(page["next_cursor"])
    status, chirps = api.call("GET", "/api/chirps?sort=desc&limit=1")
    if status == 200 and chirps:
        found |= {"chirps": "yes", "chirp": chirps[0]["id"], "author": chirps[0]["user_id"]}
    return found
