"""A zone's rows with dns-lexicon: URL USER PASSWORD.

lexicon has no setting for the URL: only the attribute that holds it is changed. The zone has to be the first that the
account lists, since lexicon looks no further.
"""

import os
import sys
import time

os.environ["TZ"] = "Europe/Prague"  # lexicon takes the hour of its log-in from the local time
time.tzset()

from lexicon._private.providers import wedos
from lexicon.client import Client
from lexicon.config import ConfigResolver
from wedos_wapi_client import WapiClient

url, user, password = sys.argv[1:]
ZONE = "lexicon-life.com"
made = wedos.Provider.__init__


def made_for_url(self, config):
    made(self, config)
    self.api_endpoint = url


wedos.Provider.__init__ = made_for_url

assert WapiClient(user, password, url=url).request("dns-domain-add", name=ZONE).code == 1000
settings = ConfigResolver().with_dict({
    "provider_name": "wedos", "domain": ZONE, "ttl": 600,
    "wedos": {"auth_username": user, "auth_pass": password},
})
with Client(settings) as zone:
    def contents(kind, name):
        return [record["content"] for record in zone.list_records(kind, name)]

    for kind, name, content in [
        ("A", "www", "192.0.2.1"),
        ("CNAME", "docs", "docs.example.com"),
        ("TXT", "_acme-challenge", "first token"),
        ("TXT", "_acme-challenge", "second token"),
    ]:
        assert zone.create_record(kind, name, content)
        assert content in contents(kind, name), (kind, name, zone.list_records())
        print("created", kind, name)
    assert zone.create_record("A", "www", "192.0.2.1"), "creating it again does nothing"
    assert contents("A", "www") == ["192.0.2.1"]

    (www,) = zone.list_records("A", "www")
    assert www["ttl"] == "600", www
    assert zone.update_record(www["id"], "A", "www", "192.0.2.2")
    assert contents("A", "www") == ["192.0.2.2"]
    print("updated")

    assert zone.delete_record(rtype="TXT", name="_acme-challenge", content="first token")
    assert contents("TXT", "_acme-challenge") == ["second token"]
    assert zone.delete_record(rtype="TXT", name="_acme-challenge")
    assert zone.delete_record(www["id"])
    assert contents("TXT", "_acme-challenge") == contents("A", "www") == []
    print("deleted")
print("a whole life")
