"""A domain's life with rrpproxy: URL LOGIN PASSWORD LOGIN PASSWORD (two accounts).

The library has no setting for the URL: only the attribute that holds it is changed.
"""

import sys

from rrpproxy import RRPProxy
from rrpproxy.utils.rrp_proxy_internal_status_exception import RRPProxyInternalStatusException

url, *accounts = sys.argv[1:]
NAME = "rrpproxy-life.com"
alpha, bravo = (RRPProxy(login, password) for login, password in zip(accounts[0::2], accounts[1::2]))
alpha.api_url = bravo.api_url = url


def done(what, answer, code=200):
    assert answer["code"] == code, (what, answer)
    print(what, answer["code"])
    return answer.get("property", {})


def refused(what, code, ask, *arguments, **data):
    """The library raises whatever has a code of 400 and more."""
    try:
        answer = ask(*arguments, **data)
    except RRPProxyInternalStatusException as error:
        assert error.response_dict["code"] == code, (what, error.response_dict)
        print(what, code)
        return
    raise AssertionError((what, answer))


def a_registration():
    done("check", alpha.check_domain(NAME), 210)
    done("add", alpha.add_domain(NAME, 1, nameserver0="ns1.example.org", nameserver1="ns2.example.org"))
    done("check", alpha.check_domain(NAME), 211)
    refused("add again", 554, bravo.add_domain, NAME, 1)
    shown = done("status", alpha.status_domain(NAME))
    assert "ACTIVE" in shown["status"][0], shown
    assert shown["nameserver"] == ["ns1.example.org", "ns2.example.org"], shown
    year = int(shown["registration expiration date"][0][:4])
    done("renew", alpha.renew_domain(NAME, period=1, expiration=year))
    refused("renew again", 555, alpha.renew_domain, NAME, period=1, expiration=year)
    done("modify", alpha.modify_domain(NAME, addnameserver0="ns3.example.org", transferlock=0))
    done("renewal mode", alpha.set_domain_renewal_mode(NAME, "", "AUTOEXPIRE"))


def lists():
    done("zone", alpha.get_zone_info("com", NAME))
    zones = done("zones", alpha.query_zone_list())
    assert "com" in zones["zone"], zones
    # It asks one page further than there are.
    every = alpha.get_domain_list_from_account(time_between_calls_in_seconds=0)
    assert every == [NAME], every
    print("list", len(every))


def a_transfer():
    code = done("auth code", alpha.set_auth_code(NAME))["auth"][0]
    done("check transfer", bravo.check_domain_transfer(NAME, auth=code), 218)
    refused("wrong code", 531, bravo.transfer_domain, NAME, "REQUEST", auth="wrong-code-1")
    done("transfer", bravo.transfer_domain(NAME, "REQUEST", auth=code))
    assert done("incoming", bravo.query_transfer_list())["domain"] == [NAME]
    assert done("outgoing", alpha.query_foreign_transfer_list())["domain"] == [NAME]
    done("approve", alpha.transfer_domain(NAME, "APPROVE"))
    assert done("transfer status", bravo.status_domain_transfer(NAME))["transfer log"]
    refused("status of another's", 531, alpha.status_domain, NAME)
    done("delete", bravo.delete_domain(NAME))


a_registration()
lists()
a_transfer()
print("a whole life")
