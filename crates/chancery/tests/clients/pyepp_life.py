"""A domain's life with pyepp: HOST PORT CA-FILE ACCOUNT SECRET ACCOUNT SECRET.

pyepp trusts what OpenSSL trusts; the caller names the authority in SSL_CERT_FILE.
"""

import sys
from datetime import datetime

from pyepp.contact import AddressData, Contact, ContactData, PostalInfoData
from pyepp.domain import DigestTypeEnum, DNSSECAlgorithm, Domain, DomainData, DSRecordData
from pyepp.epp import EppCommunicator
from pyepp.host import Host, HostData, IPAddressData
from pyepp.poll import Poll

host, port, _ca_file, *accounts = sys.argv[1:]
NAME, PASSWORD = "python-life.test", "Python-Go-7"


def log_in(user, secret):
    client = EppCommunicator(host, port)
    greeting = client.connect()
    assert b"domain-1.0" in greeting, greeting
    answer = client.login(user, secret, ["rgp-1.0"])
    return check("login " + user, answer, client=client)


def check(what, answer, *codes, client=None):
    assert answer.code in (codes or (1000,)), (what, answer.code, answer.reason, answer.raw_response)
    print(what, answer.code)
    return client or answer


def poll(client, who, status):
    """Reads and acknowledges the one message that waits."""
    queue = Poll(client)
    message = check("poll " + who, queue.request(), 1301)
    assert status in message.raw_response.decode(), message.raw_response
    assert message.result_data.message_count == 1
    number = message.result_data.message_id
    # The library's own `acknowledge` reads msgQ, which RFC 5730 forbids in an answer when nothing waits any more.
    check("poll ack " + who, client.execute(
        '<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command><poll op="ack" msgID="%d"/></command></epp>' % number))
    check("poll " + who, queue.request(), 1300)


alpha = log_in(*accounts[0:2])
bravo = log_in(*accounts[2:4])
domains, gained = Domain(alpha), Domain(bravo)

free = check("domain check", domains.check([NAME]))
assert free.result_data[NAME]["avail"], free.result_data

address = AddressData(street_1="Hadí 1", city="Praha", postal_code="11000", country_code="CZ")
person = ContactData(id="PY-1", email="guido@example.test", phone="+420.200000000", password="Python-Contact-7",
                     postal_info=PostalInfoData(name="Jana Hadová", organization="Krajty s.r.o.", address=address))
check("contact create", Contact(alpha).create(person))
shown = check("contact info", Contact(alpha).info("PY-1"))
assert shown.result_data.postal_info.name == "Jana Hadová", shown.result_data
assert shown.result_data.postal_info.organization == "Krajty s.r.o.", shown.result_data

for number in (1, 2):
    check("host create", Host(alpha).create(HostData(host_name="ns%d.python.example" % number)))

record = DSRecordData(key_tag=12345, algorithm=DNSSECAlgorithm.ECDSA_CURVE_P_256_WITH_SHA_256.value,
                      digest_type=DigestTypeEnum.SHA_256.value, digest="A7" * 32)
check("domain create with DS data", domains.create(DomainData(
    domain_name=NAME, period=1, registrant="PY-1", admin="PY-1", tech="PY-1", password=PASSWORD,
    host=["ns1.python.example", "ns2.python.example"], dns_sec=[record])))
shown = check("domain info", domains.info(NAME))
assert shown.result_data.sponsoring_client_id == accounts[0], shown.result_data
assert shown.result_data.registrant == "PY-1", shown.result_data
assert b"12345" in shown.raw_response, shown.raw_response

check("host create inside", Host(alpha).create(HostData(
    host_name="ns9." + NAME, address=[IPAddressData("192.0.2.9", "v4"), IPAddressData("2001:db8::9", "v6")])))
inside = check("host info", Host(alpha).info("ns9." + NAME))
assert b"2001:db8::9" in inside.raw_response, inside.raw_response
check("host delete", Host(alpha).delete("ns9." + NAME))

check("domain update", domains.update(NAME, add_statuses=[("clientHold", "for a while")], remove_hosts=["ns2.python.example"]))
check("domain update", domains.update(NAME, remove_statuses=["clientHold"], password=PASSWORD))
shown = check("domain info", domains.info(NAME))
assert b"ns2.python.example" not in shown.raw_response, shown.raw_response

end = datetime.fromisoformat(str(shown.result_data.expiry_date)[:10])
check("domain renew", domains.renew(NAME, end, 2))

check("transfer request", gained.transfer(NAME, PASSWORD), 1001)
poll(alpha, "ALPHA", "pending")
check("transfer approve", alpha.execute(
    '<epp xmlns="urn:ietf:params:xml:ns:epp-1.0"><command><transfer op="approve">'
    '<domain:transfer xmlns:domain="urn:ietf:params:xml:ns:domain-1.0"><domain:name>%s</domain:name></domain:transfer>'
    "</transfer></command></epp>" % NAME))
poll(bravo, "BRAVO", "clientApproved")
shown = check("domain info", gained.info(NAME))
assert shown.result_data.sponsoring_client_id == accounts[2], shown.result_data

check("domain delete", gained.delete(NAME), 1001)
check("restore request", gained.restore(NAME))
now = datetime.now()
check("restore report", gained.restore_report(NAME, "before", "after", now, now, "a slip", "not for another", "true"))
shown = check("domain info", gained.info(NAME))
assert b"pendingDelete" not in shown.raw_response, shown.raw_response

alpha.hello()
for client in (alpha, bravo):
    check("logout", client.logout(), 1500)
print("a whole life")
