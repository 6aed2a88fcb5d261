"""A zone's and a domain's life with wedos-wapi-client: URL USER PASSWORD USER PASSWORD (two accounts).

The library has methods for DNS; its `request` takes any other command. Nothing of it is changed: it takes the URL.
"""

import sys

from wedos_wapi_client import WapiClient, WapiError

url, *accounts = sys.argv[1:]
ZONE, NAME = "wapi-zone.com", "wapi-life.com"
alpha, bravo = (WapiClient(user, password, url=url) for user, password in zip(accounts[0::2], accounts[1::2]))


def done(what, answer, code=1000):
    assert answer.code == code, (what, answer.raw)
    print(what, answer.code)
    return answer.data


def refused(what, code, ask, *arguments, **data):
    """The library raises whatever is not called OK."""
    try:
        answer = ask(*arguments, **data)
    except WapiError as error:
        raw = error.args[0]
        assert raw["code"] == code, (what, raw)
        print(what, code)
        return raw
    raise AssertionError((what, answer.raw))


def rows():
    return done("dns-rows-list", alpha.dns_rows_list(ZONE))["row"]


def a_zone():
    done("dns-domain-add", alpha.request("dns-domain-add", name=ZONE, type="primary"))
    done("dns-row-add", alpha.dns_row_add(ZONE, "www", "A", "192.0.2.1"))
    done("dns-row-add", alpha.dns_row_add(ZONE, "", "MX", "10 mail.example.com", ttl=1800, auth_comment="the mail"))
    refused("dns-row-add twice", 2316, alpha.dns_row_add, ZONE, "www", "A", "192.0.2.1")
    refused("dns-row-add malformed", 2314, alpha.dns_row_add, ZONE, "bad", "A", "not an address")
    done("dns-domain-commit", alpha.dns_domain_commit(ZONE))
    (www,) = (row for row in rows() if row["name"] == "www")
    assert (www["rdtype"], www["rdata"], www["ttl"]) == ("A", "192.0.2.1", "300"), www
    done("dns-row-update", alpha.dns_row_update(ZONE, www["ID"], "192.0.2.2", ttl=600))
    detail = done("dns-row-detail", alpha.request("dns-row-detail", domain=ZONE, row_id=www["ID"]))["row"]
    assert (detail["rdata"], detail["ttl"]) == ("192.0.2.2", "600"), detail
    refused("dns-row-delete of another", 3223, bravo.dns_row_delete, ZONE, www["ID"])
    done("dns-row-delete", alpha.dns_row_delete(ZONE, www["ID"]))
    refused("dns-row-delete twice", 3309, alpha.dns_row_delete, ZONE, www["ID"])
    done("dns-domain-commit", alpha.dns_domain_commit(ZONE))
    assert not [row for row in rows() if row["name"] == "www"]
    done("dns-domain-delete", alpha.request("dns-domain-delete", name=ZONE))


def a_contact(account):
    person = {
        "fname": "Jana", "lname": "Hadová", "email": "jana@example.com", "phone": "+420 777000111",
        "addr_street": "Hadí 1", "addr_city": "Praha", "addr_zip": "11000", "addr_country": "cz",
    }
    handle = done("contact-create", account.request("contact-create", tld="com", contact=person))["cname"]
    shown = done("contact-info", account.request("contact-info", tld="com", cname=handle))["contact"]
    assert (shown["lname"], shown["addr_country"]) == ("Hadová", "cz"), shown
    refused("contact-create", 2222, account.request, "contact-create", tld="com", contact={**person, "email": ""})
    return handle


def a_domain(owner):
    done("domain-check", alpha.request("domain-check", name=NAME))
    order = {
        "name": NAME, "period": 1, "owner_c": owner, "admin_c": owner, "rules": {"fname": "Jana", "lname": "Hadová"},
        "dns": {"server1": {"name": "ns1.example.org"}, "server2": {"name": "ns2.example.org"}},
    }
    rehearsal = WapiClient(*accounts[0:2], url=url, test=True)
    done("domain-create as a test", rehearsal.request("domain-create", **order))
    done("domain-check", alpha.request("domain-check", name=NAME))
    before = float(done("credit-info", alpha.request("credit-info"))["amount"])
    created = done("domain-create", alpha.request("domain-create", **order))
    assert float(done("credit-info", alpha.request("credit-info"))["amount"]) < before
    refused("domain-check", 3201, alpha.request, "domain-check", name=NAME)
    shown = done("domain-info", alpha.request("domain-info", name=NAME))["domain"]
    assert (shown["name"], shown["owner_c"], shown["expiration"]) == (NAME, owner, created["expiration"]), shown
    assert [server["name"] for server in shown["dns"]["server"]] == ["ns1.example.org", "ns2.example.org"], shown
    renewed = done("domain-renew", alpha.request("domain-renew", name=NAME, period=2))
    assert int(renewed["expiration"][:4]) == int(created["expiration"][:4]) + 2, renewed
    refused("domain-renew", 2203, alpha.request, "domain-renew", name=NAME, period=99)
    others = {"server1": {"name": "ns3.example.org"}, "server2": {"name": "ns4.example.org"}}
    done("domain-update-ns", alpha.request("domain-update-ns", name=NAME, dns=others))
    assert NAME in [domain["name"] for domain in done("domains-list", alpha.domains_list())["domain"].values()]
    refused("domain-info of another", 3223, bravo.request, "domain-info", name=NAME)
    refused("domain-transfer", 3227, bravo.request, "domain-transfer", name=NAME, auth_info="wrong",
            owner_c=a_contact(bravo), rules={"fname": "Jan", "lname": "Had"})


done("ping", alpha.ping())
refused("no-such-command", 2010, alpha.request, "no-such-command")
refused("a wrong password", 2050, WapiClient(accounts[0], "another-secret", url=url).ping)
a_zone()
a_domain(a_contact(alpha))
print("a whole life")
