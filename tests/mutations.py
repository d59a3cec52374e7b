"""Broken scrapes made from whole ones: what a crawl, an export or an attacker may hand over. Seeded, so repeatable."""

from __future__ import annotations

import codecs
import random
from collections.abc import Iterator
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
CODECS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-7", "cp1252", "cp1251", "cp1250", "cp1256", "cp437",
    "koi8-r", "iso-8859-15", "mac-roman", "gb18030", "big5", "hz", "shift_jis", "iso2022_jp", "euc-kr",
)  # fmt: skip
_ODD = [
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\r", b"\x1b[31m", b"\xe2\x80\xa8", b"\xc2\xa0", b"\xef\xbf\xbd",
    b"<", b"&#0;", b"&#x110000;", b"<!--", b"]]>", b"](", b"![", b"```", b"\\u0000", b"=3D",
    b'"' * 50, b"(" * 50, b"*" * 50, b"_" * 50,
]  # fmt: skip


def pages() -> list[bytes]:
    """Return the seeds, each as text and as a page of HTML."""
    texts = [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))]
    html = [
        b"<html lang=en><head><title>T</title></head><body><nav><a href=/>Home</a></nav><article>"
        + b"".join(b"<p>" + line + b"</p>" for line in text.split(b"\n") if line.strip())
        + b"</article><footer>\xc2\xa9 2020</footer></body></html>"
        for text in texts
    ]
    return texts + html


def mutated(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield `count` broken scrapes, each with the name of what was done to it."""
    whole = pages()
    for number in range(count):
        rng = random.Random(f"{seed}-{number}")
        raw = rng.choice(whole)
        kind = rng.choice(
            ["truncate", "flip", "insert", "recode", "repeat", "shuffle", "nest", "binary", "join", "wrap"]
        )
        yield f"{kind}-{seed}-{number}", _mutate(kind, raw, rng)


def _mutate(kind: str, raw: bytes, rng: random.Random) -> bytes:
    if kind == "truncate":
        return raw[: rng.randrange(len(raw))]
    if kind == "flip":
        broken = bytearray(raw)
        for _ in range(rng.randrange(1, 60)):
            broken[rng.randrange(len(broken))] = rng.randrange(256)
        return bytes(broken)
    if kind == "insert":
        at = sorted(rng.randrange(len(raw)) for _ in range(rng.randrange(1, 20)))
        return b"".join(
            raw[a:b] + rng.choice(_ODD) * rng.randrange(1, 9) for a, b in zip([0, *at], [*at, len(raw)], strict=True)
        )
    if kind == "recode":
        return codecs.encode(raw.decode("utf-8"), rng.choice(CODECS), "replace")
    if kind == "repeat":
        at = rng.randrange(len(raw) - 40)
        return raw + raw[at : at + 40] * rng.randrange(1, 400)
    if kind == "shuffle":
        lines = raw.split(b"\n")
        rng.shuffle(lines)
        return b"\n".join(lines)
    if kind == "nest":
        return (
            rng.choice([b"<div>", b"> ", b"[", b"<b><p>", b"((", "«".encode(), b"- "]) * rng.randrange(10, 3000) + raw
        )
    if kind == "binary":
        return bytes(rng.randrange(256) for _ in range(rng.randrange(400)))
    if kind == "join":
        return raw.replace(b"\n", rng.choice([b" ", b"", b"\r", b"\r\r\n", b"\x0b"]))
    return (
        rng.choice([b"<pre>", b"```\n", b"<!--", b"<script>", b"\xef\xbb\xbf", b"%PDF-1.4\n", b"PK\x03\x04", b"---\n"])
        + raw
    )


def giants() -> Iterator[tuple[str, bytes]]:
    """Yield the extremes: one each, large enough to show anything worse than linear."""
    yield "one line of 50 MB", b"The minister said that talks would go on. " * 1_200_000
    yield "one word of 20 MB", b"a" * 20_000_000
    yield (
        "divs 10,000 deep",
        b"<div>" * 10_000
        + b"<p>The minister said that the talks would go on after the weekend.</p>"
        + b"</div>" * 10_000,
    )
    yield "quotes 10,000 deep", b"> " * 10_000 + b"The minister said that talks would go on."
    yield "100,000 quotation marks", "\"“«„' ".encode() * 20_000
    yield "a million NULs", b"\x00" * 1_000_000
    yield "a million CRs", b"\r" * 1_000_000
    yield "200,000 short lines", b"Read also: this\n" * 200_000
    yield "a million open brackets", b"[" * 1_000_000
    yield "a million asterisks", b"*" * 1_000_000
    yield "a million ampersands", b"<p>" + b"&" * 1_000_000
    yield "a million no-break spaces", b"x" + "\u00a0".encode() * 1_000_000
    yield "200,000 dates", b"3 May 2021 " * 200_000
