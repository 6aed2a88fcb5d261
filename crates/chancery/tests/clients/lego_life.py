"""A certificate with lego, whose rows for the challenge go to a WAPI: URL USER PASSWORD.

lego has no setting for the URL of WAPI, but heeds HTTPS_PROXY and SSL_CERT_FILE, as any program in Go. So nothing of it is
changed: it is led through a proxy that answers in the place of the service and hands on to URL what it hears. The
certificate is issued by pebble, which believes every challenge, and a name server tells lego where the zone begins. All
is on loopback. Needs lego, pebble and openssl.
"""

import json
import os
import shutil
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from wedos_wapi_client import WapiClient

url, user, password = sys.argv[1:]
ZONE = "lego-life.com"
SERVICE = "api.wedos.com"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def in_background(work, *arguments):
    threading.Thread(target=work, args=arguments, daemon=True).start()


def certificate(folder):
    """One for all: pebble's own, and that of the service's place."""
    names = "subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1" % SERVICE
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
         "-subj", "/CN=" + SERVICE, "-addext", names, "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=folder, check=True, capture_output=True)


def pump(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def lead(client, secure):
    """One connection through the proxy: what follows CONNECT is TLS to the service, and goes on to URL without it."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += client.recv(1)
    assert head.startswith(b"CONNECT %s:443 " % SERVICE.encode()), head
    client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    inside = secure.wrap_socket(client, server_side=True)
    server = socket.create_connection((urlsplit(url).hostname, urlsplit(url).port))
    in_background(pump, inside, server)
    pump(server, inside)


def proxy(folder):
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            in_background(lead, listener.accept()[0], secure)

    in_background(serve)
    return "http://127.0.0.1:%d" % listener.getsockname()[1]


def name_server():
    """Knows one thing: the zone's SOA. Everything else has no data."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind(("127.0.0.1", 0))
    zone = b"".join(bytes([len(label)]) + label.encode() for label in ZONE.split(".")) + b"\0"
    soa = b"\x02ns" + zone + b"\x04mail" + zone + struct.pack("!5I", 1, 3600, 1800, 604800, 300)

    def serve():
        while True:
            query, sender = listener.recvfrom(4096)
            end = query.index(b"\0", 12) + 5
            question = query[12:end]
            is_zone = question == zone + struct.pack("!2H", 6, 1)
            answer = b"\xc0\x0c" + struct.pack("!2HIH", 6, 1, 300, len(soa)) + soa if is_zone else b""
            head = query[:2] + struct.pack("!5H", 0x8580, 1, int(is_zone), 0, 0)
            listener.sendto(head + question + answer, sender)

    in_background(serve)
    return "127.0.0.1:%d" % listener.getsockname()[1]


def authority(folder):
    """pebble, with an address to order certificates at."""
    port = free_port()
    settings = {"pebble": {
        "listenAddress": "127.0.0.1:%d" % port, "managementListenAddress": "127.0.0.1:%d" % free_port(),
        "certificate": str(folder / "cert.pem"), "privateKey": str(folder / "key.pem"),
        "httpPort": free_port(), "tlsPort": free_port(),
    }}
    (folder / "pebble.json").write_text(json.dumps(settings))
    quick = {"PEBBLE_VA_ALWAYS_VALID": "1", "PEBBLE_VA_NOSLEEP": "1", "PEBBLE_WFE_NONCEREJECT": "0"}
    pebble = subprocess.Popen(
        ["pebble", "-config", str(folder / "pebble.json")], env={**os.environ, **quick},
        stdout=(folder / "pebble.log").open("w"), stderr=subprocess.STDOUT)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return pebble, "https://127.0.0.1:%d/dir" % port
        except OSError:
            time.sleep(0.1)
    raise AssertionError((folder / "pebble.log").read_text())


def run_lego(folder, directory):
    surroundings = {
        **os.environ, "HTTPS_PROXY": proxy(folder), "SSL_CERT_FILE": str(folder / "cert.pem"),
        "LEGO_CA_CERTIFICATES": str(folder / "cert.pem"),
        "WEDOS_USERNAME": user, "WEDOS_WAPI_PASSWORD": password, "WEDOS_POLLING_INTERVAL": "1",
    }
    command = [
        "lego", "--server", directory, "--path", str(folder / "lego"), "--email", "lego@example.com", "--accept-tos",
        "--dns", "wedos", "--dns.resolvers", name_server(), "--dns.disable-cp",
        "--domains", ZONE, "--domains", "*." + ZONE, "run",
    ]
    lego = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=120)
    print(lego.stderr)
    assert lego.returncode == 0, lego.stdout
    assert (folder / "lego" / "certificates" / (ZONE + ".crt")).exists()


wapi = WapiClient(user, password, url=url)
wapi.request("dns-domain-add", name=ZONE)
before = wapi.dns_rows_list(ZONE).data["row"]
folder = Path(tempfile.mkdtemp(prefix="lego-"))
certificate(folder)
pebble, directory = authority(folder)
try:
    run_lego(folder, directory)
finally:
    pebble.terminate()
    shutil.rmtree(folder)
assert wapi.dns_rows_list(ZONE).data["row"] == before, "the rows of the challenge are gone again"
print("a whole life")
