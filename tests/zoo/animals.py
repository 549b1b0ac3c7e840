"""One function a misbehaviour.  Each is met anew at every connection."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
from email.utils import format_datetime
from itertools import count

from zoo.keeper import Visit, animal

FOR_EVER = 3600.0
LATER = "Wed, 25 Nov 2099 12:00:00 GMT"
BOMB = gzip.compress(bytes(30_000_000)).decode("latin-1")
OK = "HTTP/1.1 200 OK\r\n"


# Well ones


@animal()
async def well(visit: Visit) -> None:
    await visit.answer("200 OK", "Content-Type: text/html", body="<title>Well</title><p id=here>Hello")


@animal()
async def says_nothing_more(visit: Visit) -> None:
    await visit.say("HTTP/1.1 204 No Content\r\n\r\n")


@animal()
async def speaks_an_unknown_charset(visit: Visit) -> None:
    await visit.answer("200 OK", 'Content-Type: text/html; charset="\xff%00klingon', body="<p id=\xfe\xff>\x80\x81")


# Slow and endless ones


@animal("connection")
async def never_answers(visit: Visit) -> None:
    await asyncio.sleep(FOR_EVER)


@animal()
async def answers_all_but_head_never(visit: Visit) -> None:
    if visit.method == "HEAD":
        await asyncio.sleep(FOR_EVER)
    await visit.answer("200 OK")


@animal()
async def drips_headers(visit: Visit) -> None:
    for letter in OK + "X-Slow: " + "z" * 10_000:
        await visit.say(letter)
        await asyncio.sleep(0.1)


@animal()
async def drips_its_page(visit: Visit) -> None:
    await visit.say(OK + "Content-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    while True:
        await visit.say("z")
        await asyncio.sleep(0.1)


@animal()
async def endless_headers(visit: Visit) -> None:
    await visit.say(OK)
    for number in count():
        await visit.say(f"X-{number}: {'z' * 1000}\r\n")


@animal()
async def one_endless_header(visit: Visit) -> None:
    await visit.say(OK + "X-Long: ")
    while True:
        await visit.say("z" * 10_000)


@animal()
async def says_continue_for_ever(visit: Visit) -> None:
    while True:
        await visit.say("HTTP/1.1 100 Continue\r\n\r\n" * 100)


@animal()
async def huge_page(visit: Visit) -> None:
    await visit.say(OK + "Content-Type: text/html\r\nContent-Length: 10000000000\r\n\r\n")
    while visit.method == "GET":
        await visit.say("<p>" + "z" * 100_000)


@animal()
async def endless_chunks(visit: Visit) -> None:
    await visit.say(OK + "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    while visit.method == "GET":
        await visit.say("1\r\nz\r\n" * 10_000)


@animal()
async def gzip_bomb(visit: Visit) -> None:
    await visit.answer("200 OK", "Content-Type: text/html", "Content-Encoding: gzip", body=BOMB)


# Those that send elsewhere


@animal()
async def moved(visit: Visit) -> None:
    """For good, at each address in another way."""
    where = {
        "/page": visit.zoo.address("well", "/new"),
        "/with-a-place": visit.zoo.address("well", "/new#there"),
        "/in-two-steps": "/page",
        "/to-the-start": visit.zoo.address("well", "/"),
        "/then-for-now": visit.zoo.address("redirects", "/page"),
        "/to-nothing": visit.zoo.address("gone", "/404"),
        "/with-a-password": visit.zoo.address("well", "/new").replace("://", "://user:secret@"),
        "/caf%C3%A9": "/men\xc3\xbc",
    }
    status = "308 Permanent Redirect" if visit.path == "/with-a-place" else "301 Moved Permanently"
    await visit.redirect(where.get(visit.path, visit.zoo.address("well", visit.path)), status)


@animal(certificate="tls-well")
async def tls_well(visit: Visit) -> None:
    where = {"/for-good-to-http": "301 Moved Permanently", "/for-now-to-http": "302 Found"}
    status = where.get(visit.path)
    await (visit.redirect(visit.zoo.address("well"), status) if status else visit.answer("200 OK"))


@animal()
async def redirects(visit: Visit) -> None:
    """For now, to wherever its address says."""
    canary = visit.zoo.ports["canary"]
    where = {
        "/page": visit.zoo.address("well"),
        "/loop": "/loop",
        "/5": "/4",
        "/4": "/3",
        "/3": "/2",
        "/2": "/1",
        "/1": "/page",
        "/6": "/5",
        "/nowhere": "http://nobody-has-this-name.zoo/",
        "/private": f"http://{canary_name(0)}:{canary}/",
        "/private-name": f"http://canary.zoo:{canary}/",
        "/private-number": f"http://{canary_name(1)}:{canary}/",
        "/private-hex": f"http://{canary_name(2)}:{canary}/",
        "/private-mapped": f"http://{canary_name(3)}:{canary}/",
        "/private-cloud": "http://169.254.169.254/latest/meta-data/",
        "/private-localhost": f"//localhost:{canary}/",
        "/file": "file:///etc/passwd",
        "/gopher": f"gopher://127.0.0.1:{canary}/_x",
        "/script": "javascript:alert(1)",
        "/nonsense": "http://[",
    }
    await visit.redirect(where[visit.path])


def canary_name(number: int) -> str:
    return ("127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]")[number]


@animal()
async def redirects_without_an_address(visit: Visit) -> None:
    await visit.answer("301 Moved Permanently")


# Those that refuse


@animal()
async def gone(visit: Visit) -> None:
    """Answers with the status that its address names."""
    await visit.answer(f"{visit.path[1:]} As You Wish")


@animal()
async def refuses_programs(visit: Visit) -> None:
    await visit.answer("403 Forbidden" if "validator" in visit.headers["user-agent"] else "200 OK")


@animal()
async def refuses_head_with_403(visit: Visit) -> None:
    await visit.answer("403 Forbidden" if visit.method == "HEAD" else "200 OK")


@animal()
async def refuses_head_with_404(visit: Visit) -> None:
    await visit.answer("404 Not Found" if visit.method == "HEAD" else "200 OK")


@animal()
async def refuses_head_with_405(visit: Visit) -> None:
    await visit.answer("405 Method Not Allowed" if visit.method == "HEAD" else "200 OK")


@animal()
async def refuses_head_with_501(visit: Visit) -> None:
    await visit.answer("501 Not Implemented" if visit.method == "HEAD" else "200 OK")


@animal()
async def breaks_at_head(visit: Visit) -> None:
    if visit.method != "HEAD":
        await visit.answer("200 OK")


@animal()
async def sends_a_page_to_head(visit: Visit) -> None:
    await visit.answer("200 OK", body="Here it is all the same", sends_body=True)


@animal()
async def busy_for_a_day(visit: Visit) -> None:
    await visit.answer("429 Too Many Requests", "Retry-After: 86400")


@animal()
async def busy_for_a_moment(visit: Visit) -> None:
    await visit.answer("429 Too Many Requests" if visit.number == 1 else "200 OK", "Retry-After: 0")


@animal()
async def busy_whenever_asked(visit: Visit) -> None:
    await visit.answer("429 Too Many Requests", "Retry-After: soon")


@animal()
async def down_until_later(visit: Visit) -> None:
    await visit.answer("503 Service Unavailable", f"Retry-After: {LATER}")


@animal()
async def down_until_now(visit: Visit) -> None:
    then = format_datetime(visit.zoo.now, usegmt=True)
    await visit.answer("503 Service Unavailable" if visit.number == 1 else "200 OK", f"Retry-After: {then}")


# Those that do not speak HTTP


@animal("connection")
async def hangs_up(visit: Visit) -> None:
    """At once, without a word."""


@animal()
async def empty_answer(visit: Visit) -> None:
    """After the question, without a word."""


@animal()
async def speaks_gibberish(visit: Visit) -> None:
    await visit.say(bytes(range(256)) * 10)


@animal()
async def speaks_http_0_9(visit: Visit) -> None:
    await visit.say("<html><title>A page, and nothing before it</title></html>")


@animal()
async def speaks_ssh(visit: Visit) -> None:
    await visit.say("SSH-2.0-OpenSSH_9.9\r\n")


@animal()
async def wrong_status(visit: Visit) -> None:
    await visit.say("HTTP/1.1 2OO OK\r\n\r\n")


@animal()
async def breaks_in_its_headers(visit: Visit) -> None:
    await visit.say(OK + "Content-Le")
    cut(visit)


@animal()
async def breaks_in_its_page(visit: Visit) -> None:
    await visit.say(OK + "Content-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p id=here>")
    cut(visit)


@animal()
async def promises_too_much(visit: Visit) -> None:
    await visit.say(OK + "Content-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p>")


@animal()
async def promises_too_little(visit: Visit) -> None:
    await visit.say(OK + "Content-Type: text/html\r\nContent-Length: 3\r\n\r\n<p><p id=here>")


@animal()
async def contradicts_itself(visit: Visit) -> None:
    await visit.say(OK + "Content-Length: 3\r\nContent-Length: 4\r\n\r\n<p>")


@animal()
async def many_cookies(visit: Visit) -> None:
    await visit.answer("200 OK", *(f"Set-Cookie: c{number}={'z' * 100}" for number in range(200)))


@animal()
async def too_many_cookies(visit: Visit) -> None:
    await visit.answer("200 OK", *(f"Set-Cookie: c{number}={'z' * 4000}" for number in range(200)))


@animal()
async def changes_protocols(visit: Visit) -> None:
    await visit.say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: strange\r\n\r\n")


def cut(visit: Visit) -> None:
    """Ends a connection with a reset, and not as it should end."""
    linger = struct.pack("ii", 1, 0)
    visit.writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    visit.writer.transport.abort()


# Those whose certificate is not in order


@animal(certificate="tls-expired")
async def tls_expired(visit: Visit) -> None:
    await visit.answer("200 OK")


@animal(certificate="tls-stranger")
async def tls_stranger(visit: Visit) -> None:
    await visit.answer("200 OK")


@animal(certificate="tls-well")
async def tls_of_another(visit: Visit) -> None:
    await visit.answer("200 OK")


@animal("connection")
async def tls_never_shakes_hands(visit: Visit) -> None:
    await asyncio.sleep(FOR_EVER)


@animal("connection")
async def tls_drips(visit: Visit) -> None:
    for byte in b"\x16\x03\x03\x40\x00" + bytes(0x4000):
        await visit.say(bytes([byte]))
        await asyncio.sleep(0.1)


@animal("connection")
async def tls_in_plain_words(visit: Visit) -> None:
    await visit.reader.read(10_000)
    await visit.say("HTTP/1.1 400 Bad Request\r\n\r\nSpeak plainly")


# Those with a robots.txt of their own


@animal("robots")
async def keeps_robots_out(visit: Visit) -> None:
    await robots(visit, "User-agent: *\nDisallow: /page\n")


@animal("robots")
async def keeps_us_out(visit: Visit) -> None:
    await robots(visit, "User-agent: *\nAllow: /\n\nUser-agent: site-validator\nDisallow: /\n")


@animal("robots")
async def hangs_at_robots(visit: Visit) -> None:
    if visit.path == "/robots.txt":
        await asyncio.sleep(FOR_EVER)
    await visit.answer("200 OK")


@animal("robots")
async def huge_robots(visit: Visit) -> None:
    """What stands in the first half megabyte counts."""
    await robots(visit, "User-agent: *\nDisallow: /page\n" + "# nothing\n" * 1_000_000 + "Disallow: /\n")


@animal("robots")
async def gibberish_robots(visit: Visit) -> None:
    await robots(visit, "\xff\xfe\x00 :::: *$*$ \r\r\n" * 1000 + "Disallow\nUser-agent\n: /\n")


@animal("robots")
async def broken_robots(visit: Visit) -> None:
    await visit.answer("500 Internal Server Error" if visit.path == "/robots.txt" else "200 OK")


@animal("robots")
async def forbidden_robots(visit: Visit) -> None:
    await visit.answer("403 Forbidden" if visit.path == "/robots.txt" else "200 OK")


@animal("robots")
async def private_robots(visit: Visit) -> None:
    canary = f"http://127.0.0.1:{visit.zoo.ports['canary']}/robots.txt"
    await (visit.redirect(canary) if visit.path == "/robots.txt" else visit.answer("200 OK"))


@animal("robots")
async def robots_in_a_circle(visit: Visit) -> None:
    await (visit.redirect("/robots.txt") if visit.path == "/robots.txt" else visit.answer("200 OK"))


@animal("robots")
async def wants_a_day_between_pages(visit: Visit) -> None:
    await robots(visit, "User-agent: *\nCrawl-delay: 86400\n")


@animal("robots")
async def wants_a_moment_between_pages(visit: Visit) -> None:
    await robots(visit, "User-agent: *\nCrawl-delay: 2.5\n")


async def robots(visit: Visit, text: str) -> None:
    await visit.answer("200 OK", body=text if visit.path == "/robots.txt" else "<p>Here")
