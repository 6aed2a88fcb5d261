"""A domain's life with centralnicreseller.apiconnector, in sessions: URL LOGIN PASSWORD LOGIN PASSWORD (two accounts).

Nothing of the library is changed: it takes the URL.
"""

import sys

from centralnicreseller.apiconnector.apiclient import APIClient

url, *accounts = sys.argv[1:]
NAME = "centralnic-life.com"


def client(login, password):
    client = APIClient()
    client.setURL(url)
    client.setCredentials(login, password)
    answer = client.login()
    assert answer.isSuccess(), answer.getPlain()
    return client


def asked(client, command, code=200, **parameters):
    answer = client.request({"COMMAND": command, **parameters})
    assert answer.getCode() == code, answer.getPlain()
    print(command, code)
    return answer


def cell(answer, column, row=0):
    return answer.getColumnIndex(column, row)


alpha, bravo = (client(login, password) for login, password in zip(accounts[0::2], accounts[1::2]))
asked(alpha, "CheckDomains", DOMAIN=[NAME, "-bad-.com"])
added = asked(alpha, "AddDomain", DOMAIN=NAME, PERIOD=1, NAMESERVER=["ns1.example.org", "ns2.example.org"])
assert cell(added, "STATUS") == "ACTIVE" and not added.isPending(), added.getPlain()
shown = asked(alpha, "StatusDomain", DOMAIN=NAME)
assert cell(shown, "REGISTRATIONEXPIRATIONDATE"), shown.getPlain()
for number in range(3):
    asked(alpha, "AddDomain", DOMAIN=f"centralnic-{number}.com")
pages = alpha.requestAllResponsePages({"COMMAND": "QueryDomainList", "LIMIT": 2})
assert sum(page.getRecordsCount() for page in pages) == 4, [page.getPlain() for page in pages]
code = cell(asked(alpha, "SetAuthCode", DOMAIN=NAME), "AUTH")
asked(bravo, "CheckDomainTransfer", 218, DOMAIN=NAME, AUTH=code)
asked(bravo, "TransferDomain", DOMAIN=NAME, ACTION="REQUEST", AUTH=code)
asked(alpha, "ModifyDomain", 553, DOMAIN=NAME, TRANSFERLOCK=1)
asked(alpha, "TransferDomain", DOMAIN=NAME, ACTION="APPROVE")
asked(alpha, "StatusDomain", 531, DOMAIN=NAME)
asked(bravo, "DeleteDomain", DOMAIN=NAME)
for speaker in (alpha, bravo):
    assert speaker.logout().isSuccess()
print("a whole life")
