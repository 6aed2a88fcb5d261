"""A domain's life and that of a DNS zone with hexonet.apiconnector, in sessions: URL LOGIN PASSWORD LOGIN PASSWORD
(two accounts).

Nothing of the library is changed: it takes the URL. It has names with other letters than ASCII's converted by the
server, by a command of its own before the one that it is given.
"""

import sys

from hexonet.apiconnector.apiclient import APIClient

url, *accounts = sys.argv[1:]
NAME, ACE = "bücher-hexonet.test", "xn--bcher-hexonet-wob.test"
CODE = "Let-me-go-7!"


def client(login, password):
    client = APIClient()
    client.setURL(url)
    client.setCredentials(login, password)
    answer = client.login()
    assert answer.isSuccess() and client.getSession(), answer.getPlain()
    return client


def asked(client, command, code=200, **parameters):
    answer = client.request({"COMMAND": command, **parameters})
    assert answer.getCode() == code, answer.getPlain()
    print(command, code)
    return answer


def cell(answer, column, row=0):
    return answer.getColumnIndex(column, row)


def a_registration():
    asked(alpha, "CheckDomain", 210, DOMAIN=NAME)
    checked = asked(alpha, "CheckDomains", DOMAIN=["hexonet-life.com", "-bad-.com"])
    assert cell(checked, "DOMAINCHECK").startswith("210 "), checked.getPlain()
    added = asked(alpha, "AddDomain", DOMAIN=NAME, PERIOD=1, NAMESERVER=["ns1.example.org", "ns2.example.org"])
    assert not added.isPending(), added.getPlain()
    shown = asked(alpha, "StatusDomain", DOMAIN=NAME)
    assert cell(shown, "DOMAIN") == ACE, shown.getPlain()
    assert cell(shown, "NAMESERVER", 1) == "ns2.example.org", shown.getPlain()
    asked(bravo, "AddDomain", 554, DOMAIN=NAME)
    asked(alpha, "SetDomainRenewalMode", DOMAIN=NAME, RENEWALMODE="AUTOEXPIRE")


def lists():
    for number in range(4):
        asked(alpha, "AddDomain", DOMAIN=f"hexonet-{number}.com")
    pages = alpha.requestAllResponsePages({"COMMAND": "QueryDomainList", "LIMIT": 2})
    assert [page.getRecordsCount() for page in pages] == [2, 2, 1], [page.getPlain() for page in pages]
    assert pages[0].hasNextPage() and not pages[2].hasNextPage()


def a_transfer():
    asked(alpha, "ModifyDomain", DOMAIN=NAME, AUTH=CODE)
    asked(bravo, "CheckDomainTransfer", 219, DOMAIN=NAME, AUTH="not-the-code-7")
    asked(bravo, "CheckDomainTransfer", 218, DOMAIN=NAME, AUTH=CODE)
    asked(bravo, "TransferDomain", DOMAIN=NAME, ACTION="REQUEST", AUTH=CODE)
    assert cell(asked(alpha, "QueryForeignTransferList"), "DOMAIN") == ACE
    asked(alpha, "TransferDomain", DOMAIN=NAME, ACTION="APPROVE")
    asked(alpha, "StatusDomain", 531, DOMAIN=NAME)
    asked(bravo, "DeleteDomain", DOMAIN=NAME)


def a_zone():
    asked(alpha, "CreateDNSZone", DNSZONE=NAME, RR=["@ 600 IN A 192.0.2.1", "www 600 IN CNAME @"])
    asked(alpha, "CreateDNSZone", 540, DNSZONE=NAME)
    asked(alpha, "UpdateDNSZone", DNSZONE=NAME, ADDRR=["txt IN TXT \"a=b; c\""], DELRR=["www IN CNAME @"])
    listed = asked(alpha, "QueryDNSZoneRRList", DNSZONE=NAME)
    rows = listed.getColumn("RR").getData()
    assert any(row.startswith(f"txt.{ACE}. ") and row.endswith(' IN TXT "a=b; c"') for row in rows), rows
    assert not any(row.startswith("www") for row in rows), rows
    asked(alpha, "DeleteDNSZone", DNSZONE=NAME)


alpha, bravo = (client(login, password) for login, password in zip(accounts[0::2], accounts[1::2]))
a_registration()
lists()
a_transfer()
a_zone()
for speaker in (alpha, bravo):
    assert speaker.logout().isSuccess()
print("a whole life")
