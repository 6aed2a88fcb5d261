// A domain's life and that of a DNS zone with @hexonet/ispapi-apiconnector, in sessions: URL LOGIN PASSWORD LOGIN
// PASSWORD (two accounts). CHANCERY_NODE names the folder that the library is installed in.
//
// Nothing of the library is changed: it takes the URL.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const LIBRARY = "@hexonet/ispapi-apiconnector";
const installed = createRequire(`${process.env.CHANCERY_NODE ?? process.cwd()}/`);
const { APIClient } = await import(pathToFileURL(installed.resolve(LIBRARY)));

const [url, ...accounts] = process.argv.slice(2);
if (url === undefined) process.exit(0); // asked whether the library is there

const NAME = "bücher-node.test";
const ACE = "xn--bcher-node-9db.test";
const CODE = "Let-me-go-7!";

async function client(login, password) {
  const client = new APIClient().setURL(url).setCredentials(login, password);
  const answer = await client.login();
  assert(answer.isSuccess() && client.getSession(), answer.getPlain());
  return client;
}

async function asked(client, command, parameters = {}, code = 200) {
  const answer = await client.request({ COMMAND: command, ...parameters });
  assert.equal(answer.getCode(), code, answer.getPlain());
  console.log(command, code);
  return answer;
}

async function aRegistration() {
  const added = { DOMAIN: NAME, PERIOD: 1, NAMESERVER: ["ns1.example.org", "ns2.example.org"] };
  await asked(alpha, "CheckDomain", { DOMAIN: NAME }, 210);
  assert(!(await asked(alpha, "AddDomain", added)).isPending());
  await asked(alpha, "CheckDomain", { DOMAIN: NAME }, 211);
  await asked(bravo, "AddDomain", added, 554);
  const shown = await asked(alpha, "StatusDomain", { DOMAIN: NAME });
  assert.equal(shown.getColumnIndex("DOMAIN", 0), ACE);
  assert.deepEqual(shown.getColumn("NAMESERVER").getData(), added.NAMESERVER);
}

async function lists() {
  for (const number of [0, 1, 2, 3]) await asked(alpha, "AddDomain", { DOMAIN: `node-${number}.com` });
  const pages = await alpha.requestAllResponsePages({ COMMAND: "QueryDomainList", LIMIT: 2 });
  assert.deepEqual(pages.map((page) => page.getRecordsCount()), [2, 2, 1]);
}

async function aTransfer() {
  await asked(alpha, "ModifyDomain", { DOMAIN: NAME, AUTH: CODE });
  await asked(bravo, "TransferDomain", { DOMAIN: NAME, ACTION: "REQUEST", AUTH: "not-the-code-7" }, 531);
  await asked(bravo, "TransferDomain", { DOMAIN: NAME, ACTION: "REQUEST", AUTH: CODE });
  await asked(alpha, "TransferDomain", { DOMAIN: NAME, ACTION: "APPROVE" });
  await asked(bravo, "DeleteDomain", { DOMAIN: NAME });
}

async function aZone() {
  await asked(alpha, "CreateDNSZone", { DNSZONE: NAME, RR: ["@ 600 IN A 192.0.2.1", "www 600 IN CNAME @"] });
  await asked(alpha, "UpdateDNSZone", { DNSZONE: NAME, ADDRR: ['txt IN TXT "a=b; c"'], DELRR: ["www IN CNAME @"] });
  const rows = (await asked(alpha, "QueryDNSZoneRRList", { DNSZONE: NAME })).getColumn("RR").getData();
  assert(rows.some((row) => row.startsWith(`txt.${ACE}. `) && row.endsWith(' IN TXT "a=b; c"')), rows.join("\n"));
  await asked(alpha, "DeleteDNSZone", { DNSZONE: NAME });
}

const [alpha, bravo] = [await client(accounts[0], accounts[1]), await client(accounts[2], accounts[3])];
await aRegistration();
await lists();
await aTransfer();
await aZone();
for (const speaker of [alpha, bravo]) assert((await speaker.logout()).isSuccess());
console.log("a whole life");
