"""The rows that certbot's plugin for WEDOS sets and removes for a challenge: URL USER PASSWORD.

The plugin has no setting for the URL: only the constant that holds it is changed. It is called as certbot calls it, but
for the wait of at least five minutes that lies between setting and removing.
"""

import sys
import tempfile
from argparse import Namespace

import certbot_dns_wedos
from wedos_wapi_client import WapiClient

url, user, password = sys.argv[1:]
certbot_dns_wedos.URL = url  # before the plugin's module takes it over

from certbot import errors
from certbot_dns_wedos.dns_wedos import Authenticator

ZONE = "certbot-life.com"
CHALLENGE = "_acme-challenge.www." + ZONE
wapi = WapiClient(user, password, url=url)


def authenticator(secret):
    with tempfile.NamedTemporaryFile("w", suffix=".ini") as credentials:
        credentials.write("dns_wedos_user = %s\ndns_wedos_auth = %s\n" % (user, secret))
        credentials.flush()
        plugin = Authenticator(
            Namespace(dns_wedos_credentials=credentials.name, dns_wedos_propagation_seconds=450), "dns-wedos")
        plugin._setup_credentials()
        return plugin


def tokens():
    rows = wapi.dns_rows_list(ZONE).data["row"]
    return sorted(row["rdata"] for row in rows if (row["name"], row["rdtype"]) == ("_acme-challenge.www", "TXT"))


wapi.request("dns-domain-add", name=ZONE)
plugin = authenticator(password)
for token in ("token-of-the-name", "token-of-the-wildcard"):
    plugin._perform("www." + ZONE, CHALLENGE, token)
assert tokens() == ["token-of-the-name", "token-of-the-wildcard"], tokens()
print("set")
plugin._cleanup("www." + ZONE, CHALLENGE, "token-of-the-name")
assert tokens() == ["token-of-the-wildcard"], tokens()
plugin._cleanup("www." + ZONE, CHALLENGE, "token-of-the-wildcard")
assert tokens() == [], tokens()
print("removed")

try:
    authenticator("another-secret")._perform("www." + ZONE, CHALLENGE, "token")
except errors.PluginError as error:
    assert "2050" in str(error), error
    print("refused")
else:
    raise AssertionError("a wrong password is accepted")
print("a whole life")
