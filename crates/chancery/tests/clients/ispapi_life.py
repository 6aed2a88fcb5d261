"""A domain's life with ispapi, a password with each request: URL LOGIN PASSWORD LOGIN PASSWORD (two accounts).

Nothing of the library is changed: it takes the URL.
"""

import sys

import ispapi

url, *accounts = sys.argv[1:]
NAME = "ispapi-life.com"
CODE = "Let-me-go-7!"


def asked(account, command, code=200, **parameters):
    answer = account.call({"command": command, **parameters})
    assert int(answer.code()) == code, answer.as_string()
    print(command, code)
    return answer


alpha, bravo = (
    ispapi.connect(login=login, password=password, url=url, entity="1234")
    for login, password in zip(accounts[0::2], accounts[1::2])
)
asked(alpha, "CheckDomain", 210, domain=NAME)
asked(alpha, "AddDomain", domain=NAME, period="1Y", nameserver=["ns1.example.org", "ns2.example.org"], auth=CODE)
listed = asked(alpha, "QueryDomainList", wide=1)
assert [row["DOMAIN"] for row in listed.as_list()] == [NAME], listed.as_string()
asked(bravo, "TransferDomain", 531, domain=NAME, action="REQUEST", auth="not-the-code-7")
asked(bravo, "TransferDomain", domain=NAME, action="REQUEST", auth=CODE)
asked(alpha, "TransferDomain", domain=NAME, action="DENY")
asked(alpha, "CreateDNSZone", dnszone=NAME, rr=["@ IN A 192.0.2.1", "www IN CNAME @"])
rows = asked(alpha, "QueryDNSZoneRRList", dnszone=NAME)
assert len(rows.as_list()) >= 3, rows.as_string()
asked(alpha, "DeleteDNSZone", dnszone=NAME)
asked(alpha, "DeleteDomain", domain=NAME)
print("a whole life")
