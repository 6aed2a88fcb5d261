"""A domain's life with eppzy against Nominet's std family: HOST PORT CA-FILE ACCOUNT SECRET ACCOUNT SECRET.

The library knows Nominet's extensions of contacts and domains and its lists. Releases, handshakes and the queue are added
as one adds to it: by an extension of its own making.
"""

import re
import sys
import warnings
import xml.etree.ElementTree as ET
from datetime import date

warnings.simplefilter("ignore")  # the library asks for an SSL context as Python no longer likes it

from eppzy.bases import ErrorResponse, Extension  # noqa: E402
from eppzy.nominet import NContact, NDomain, RegStatus  # noqa: E402
from eppzy.rfc5731_domain import Domain  # noqa: E402
from eppzy.rfc5732_host import Host  # noqa: E402
from eppzy.rfc5733_contact import Contact  # noqa: E402
from eppzy.session import session  # noqa: E402

HOST, PORT, _CA_FILE, ALPHA, ALPHA_SECRET, BRAVO, BRAVO_SECRET = sys.argv[1:]
NAME = "life-of-eppzy.co.uk"
OURS = "http://www.nominet.org.uk/epp/xml/"


class Release(Extension):
    """Releases, handshakes and the queue."""

    base = Domain
    ext_uris = {OURS + "std-release-1.0", OURS + "std-handshake-1.0", OURS + "std-notifications-1.2"}

    @classmethod
    def wrap(cls, base):
        class Releasing(base):
            def _change(self, schema, verb, **children):
                root = self._epp()
                update = ET.SubElement(ET.SubElement(root, "command"), "update")
                node, add = self._ns_node(update, verb, "x", OURS + schema)
                for child, text in children.items():
                    add(node, child).text = text
                return root, lambda response: response

            def release(self, name, tag):
                return self._change("std-release-1.0", "release", domainName=name, registrarTag=tag)

            def accept(self, case):
                return self._change("std-handshake-1.0", "accept", caseId=case)

            def poll(self, **attributes):
                root = self._epp()
                ET.SubElement(ET.SubElement(root, "command"), "poll", attributes)
                return root, lambda response: ET.tostring(response, encoding="unicode")

        return Releasing


def log_in(account, secret):
    return session([Domain, Contact, Host], [NContact, NDomain, Release], HOST, int(PORT), account, secret)


def hear(domains, title):
    """Reads and acknowledges messages up to the one that has these words."""
    while True:
        told = domains.poll(op="req").data
        domains.poll(op="ack", msgID=re.search(r'msgQ[^>]* id="([^"]+)"', told).group(1))
        if title in told:
            return told


def refused(code, call, *arguments):
    try:
        call(*arguments)
    except ErrorResponse as refusal:
        assert refusal.args[0].code == code, refusal
        return
    raise AssertionError(f"{call} was not refused")


with log_in(ALPHA, ALPHA_SECRET) as alpha, log_in(BRAVO, BRAVO_SECRET) as bravo:
    domains, contacts = alpha["domain"], alpha["contact"]
    assert domains.check([NAME]).data["checks"][NAME] is True
    made = contacts.create(
        "EPPZY-1", "Ann Smith", "Oxford", "GB", "ann@example.test", "unused", org="Archer Ltd", street=["High Street 1"],
        postcode="OX1 1AA", voice="+44.1865123456", trad_name="Archers", type_="LTD", co_no="12345678",
    )
    assert made.data["id"] == "EPPZY-1", made
    seen = contacts.info("EPPZY-1", "").data
    assert (seen["type_"], seen["trad_name"], seen["org"]) == ("LTD", "Archers", "Archer Ltd"), seen
    contacts.update("EPPZY-1", voice="+44.1865654321", trad_name="Archers and more")
    print("a contact is made, shown and changed")

    alpha["host"].create("ns1.eppzy.example")
    made = domains.create(NAME, ns=["ns1.eppzy.example"], registrant="EPPZY-1", password="unused", auto_bill=30)
    assert made.data["name"] == NAME, made
    seen = domains.info(NAME).data
    assert seen["status"] is RegStatus.REGISTERED and seen["auto_bill"] == 30, seen
    assert seen["ns"] == ["ns1.eppzy.example."], seen
    end = seen["exDate"]
    domains.update(NAME, auto_bill=60, auto_period=2)
    assert domains.info(NAME).data["auto_period"] == 2
    year, month = int(end[:4]), int(end[5:7])
    assert NAME in domains.list(year, month).data
    print("a domain is registered, shown, changed and listed")

    refused("2105", domains.renew, NAME, date.fromisoformat(end[:10]))
    # Sown with the sandbox's set, and therefore near its end.
    renewable = domains.info("renewable-1-alpha.org.uk").data
    renewed = domains.renew("renewable-1-alpha.org.uk", date.fromisoformat(renewable["exDate"][:10])).data
    assert renewed["new_expiry_date"].year == int(renewable["exDate"][:4]) + 1, renewed
    assert domains.info("expired-1-alpha.co.uk").data["status"] is RegStatus.NEEDS_RENEWAL
    print("a domain is renewed when its time has come")

    assert domains.release(NAME, BRAVO).code == "1001"
    asked = hear(bravo["domain"], "Registrar Change Authorisation Request")
    case = re.search(r"caseId>([^<]+)<", asked).group(1)
    bravo["domain"].accept(case)
    assert bravo["domain"].info(NAME).data["registrant"] == "EPPZY-1"
    refused("2201", domains.info, NAME)
    while NAME not in hear(domains, "Domains Released Notification"):
        pass
    print("a domain is released and taken")

print("a whole life")
