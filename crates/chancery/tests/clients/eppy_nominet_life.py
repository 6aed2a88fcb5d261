"""A domain's life with eppy (EPP of PyPI) against Nominet's nom family: HOST PORT CA-FILE ACCOUNT SECRET ACCOUNT SECRET.

The library writes its commands in whatever namespaces it is told, so it speaks the old schemas when they are named.
"""

import sys
import warnings

warnings.simplefilter("ignore")  # the library asks for an SSL context as Python no longer likes it

from eppy.client import EppClient  # noqa: E402
from eppy.doc import (  # noqa: E402
    EppCheckDomainCommand, EppCommand, EppCreateCommand, EppDeleteDomainCommand, EppInfoCommand, EppInfoDomainCommand,
    EppPollCommand, EppRenewCommand, EppUpdateCommand,
)

HOST, PORT, CA_FILE, ALPHA, ALPHA_SECRET, BRAVO, BRAVO_SECRET = sys.argv[1:]
NAME = "life-of-eppy.co.uk"
SCHEMAS = {
    prefix: "http://www.nominet.org.uk/epp/xml/" + schema
    for prefix, schema in {
        "domain": "nom-domain-1.2", "account": "nom-account-1.1", "contact": "nom-contact-1.1", "ns": "nom-ns-1.1",
        "n": "nom-notifications-1.2",
    }.items()
}


def log_in(account, secret):
    client = EppClient(HOST, int(PORT), ssl_cacerts=CA_FILE)
    client.login(account, secret, obj_uris=list(SCHEMAS.values()))
    print(f"login {account}")
    return client


def command(kind, verb, element, content, attributes=None):
    """A command whose object is written by hand, in the namespaces above."""
    document = {"epp": {"command": {verb: {**(attributes or {}), element: content}}}}
    return kind(document, extra_nsmap=SCHEMAS)


def ask(client, document, expected="1000"):
    answer = client.send(document, extra_nsmap=SCHEMAS)
    assert answer.code == expected, (document, answer)
    return answer


def domain(kind, name):
    asked = kind(extra_nsmap=SCHEMAS)
    asked.name = name
    return asked


def poll(client, number=None):
    asked = EppPollCommand("req" if number is None else "ack", msgID=number)
    return ask(client, asked, "1301" if number is None else "1000")


def hear(client, title):
    """Reads and acknowledges messages up to the one of this title."""
    while (told := poll(client)).msgQ["msg"] != title:
        poll(client, told.msgQ["@id"])
    poll(client, told.msgQ["@id"])
    return told


alpha, bravo = log_in(ALPHA, ALPHA_SECRET), log_in(BRAVO, BRAVO_SECRET)

checked = ask(alpha, domain(EppCheckDomainCommand, NAME))
assert checked.resData["domain:chkData"]["cd"][0]["name"]["@avail"] == "1", checked
account = {
    "account:create": {
        "account:name": "Archer Multimedia", "account:type": "LTD", "account:co-no": "12345678", "account:opt-out": "N",
        "account:addr": {
            "@type": "admin", "account:street": "High Street 1", "account:city": "Oxford", "account:postcode": "OX1 1AA",
            "account:country": "GB",
        },
        "account:contact": {
            "@type": "admin", "@order": "1",
            "contact:create": {
                "contact:name": "Ann Archer", "contact:phone": "01865 123456", "contact:email": "ann@example.test",
            },
        },
    },
}
servers = {"ns:create": [{"ns:name": "ns1.eppy.example"}, {"ns:name": "ns2.eppy.example"}]}
period = {"@unit": "y", "_text": "2"}
content = {"domain:name": NAME, "domain:period": period, "domain:account": account, "domain:ns": servers}
made = ask(alpha, command(EppCreateCommand, "create", "domain:create", content)).resData["domain:creData"]
number = made["account"]["account:creData"]["roid"]
print("a domain is registered with its account")

seen = ask(alpha, domain(EppInfoDomainCommand, NAME)).resData["domain:infData"]
assert seen["reg-status"] == "Registration request being processed.", seen
assert seen["account"]["account:infData"]["name"] == "Archer Multimedia", seen
change = {"domain:name": NAME, "domain:auto-bill": "30", "domain:notes": "a note"}
ask(alpha, command(EppUpdateCommand, "update", "domain:update", change))
change = {"account:roid": number, "account:trad-name": "Archers"}
ask(alpha, command(EppUpdateCommand, "update", "account:update", change))
shown = ask(alpha, command(EppInfoCommand, "info", "account:info", {"account:roid": number}))
assert shown.resData["account:infData"]["trad-name"] == "Archers", shown
assert ask(alpha, domain(EppInfoDomainCommand, NAME)).resData["domain:infData"]["auto-bill"] == "30"
print("both are shown and changed")

failed = ask(alpha, command(EppRenewCommand, "renew", "domain:renew", {"domain:name": NAME}), "2105")
assert failed.resData["domain:failData"]["reason"].startswith("V128 "), failed
# Sown with the sandbox's set, and therefore near its end.
ask(alpha, command(EppRenewCommand, "renew", "domain:renew", {"domain:name": "renewable-1-alpha.org.uk"}))
print("a domain is renewed when its time has come")

release = {"domain:name": NAME, "domain:registrar-tag": BRAVO}
ask(alpha, command(EppCommand, "transfer", "domain:transfer", release, {"@op": "request"}), "1001")
told = hear(bravo, "Registrar Change Authorisation Request")
case = {"n:case-id": told.resData["n:rcData"]["case-id"]}
ask(bravo, command(EppCommand, "transfer", "n:rcCase", case, {"@op": "approve"}))
assert ask(bravo, domain(EppInfoDomainCommand, NAME)).resData["domain:infData"]["clID"] == BRAVO
failed = ask(alpha, domain(EppInfoDomainCommand, NAME), "2201")
assert failed.resData["domain:failData"]["reason"].startswith("V096 "), failed
told = hear(alpha, "Domains Released Notification")
while told.resData["domain:listData"]["name"] != NAME:
    told = hear(alpha, "Domains Released Notification")
print("a domain is released and taken")

ask(bravo, domain(EppDeleteDomainCommand, NAME), "2304")
alpha.logout()
bravo.logout()
print("a whole life")
