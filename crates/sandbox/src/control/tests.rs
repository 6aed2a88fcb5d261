//! The API over its router, without a socket.

mod dns_zones;
mod money;
mod worlds;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use hyper::service::Service;
use hyper_util::service::TowerToHyperService;
use serde_json::{Value, json};

use super::routes;
use crate::mailbox::Message;
use crate::testing::{AUTHINFO, World, create_nsset, day};

/// A sandbox with its API.
struct Stage {
    world: World,
    router: Router,
}

impl Stage {
    async fn new() -> Self {
        let world = World::new().await;
        let router = world.control.router();
        Self { world, router }
    }

    async fn ask(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let text = if body.is_null() { String::new() } else { body.to_string() };
        let request = Request::builder().method(method).uri(path).body(Body::from(text)).unwrap();
        self.send(request).await
    }

    async fn send(&self, request: Request<Body>) -> (u16, Value) {
        let response = TowerToHyperService::new(self.router.clone()).call(request).await.unwrap();
        let status = response.status().as_u16();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (
            status,
            serde_json::from_slice(&bytes).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&bytes))),
        )
    }

    #[track_caller]
    fn good((status, answer): (u16, Value)) -> Value {
        assert!(matches!(status, 200 | 201), "{status} {answer:#}");
        answer
    }

    async fn get(&self, path: &str) -> Value {
        Self::good(self.ask("GET", path, &Value::Null).await)
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        Self::good(self.ask("POST", path, &body).await)
    }

    async fn put(&self, path: &str, body: Value) -> Value {
        Self::good(self.ask("PUT", path, &body).await)
    }

    async fn delete(&self, path: &str) -> Value {
        Self::good(self.ask("DELETE", path, &Value::Null).await)
    }

    /// Asks for something that has to be refused, and answers with the error's name and its field.
    async fn refused(&self, method: &str, path: &str, body: Value, status: u16) -> (String, Value) {
        let (got, answer) = self.ask(method, path, &body).await;
        assert_eq!(got, status, "{method} {path} {body}: {answer:#}");
        assert!(answer["message"].as_str().is_some_and(|message| message.len() > 10), "{answer}");
        (answer["error"].as_str().unwrap().to_owned(), answer["field"].clone())
    }
}

#[tokio::test]
async fn the_clock_is_moved_and_tells_what_happened() {
    let stage = Stage::new().await;
    stage.world.register(&stage.world.alpha, "shop.test").await.unwrap();
    let clock = stage.get("/sandbox/clock").await;
    assert_eq!(
        (clock["now"].as_str(), clock["frozen"].as_bool()),
        (Some("2027-03-01T12:00:00.000Z"), Some(false))
    );
    let moved = stage.post("/sandbox/clock", json!({"advance": "1y"})).await;
    assert_eq!(moved["now"], "2028-03-01T12:00:00.000Z");
    let renewed = json!({"at": "2028-03-01T12:00:00.000Z", "object": "shop.test", "deed": "auto_renewed"});
    assert!(moved["fired"].as_array().unwrap().contains(&renewed), "{moved:#}");
    let moved = stage.post("/sandbox/clock", json!({"to": "2028-03-02T00:00:00Z"})).await;
    assert_eq!((moved["now"].as_str(), moved["count"].as_u64()), (Some("2028-03-02T00:00:00.000Z"), Some(0)));
    assert_eq!(stage.post("/sandbox/clock", json!({"freeze": true})).await["frozen"], true);
    assert_eq!(stage.post("/sandbox/clock", json!({"release": true})).await["frozen"], false);
}

#[tokio::test]
async fn a_clock_that_cannot_go_there_says_why() {
    let stage = Stage::new().await;
    let path = "/sandbox/clock";
    assert_eq!(
        stage.refused("POST", path, json!({"to": "2027-02-01T00:00:00Z"}), 409).await.0,
        "clock_backwards"
    );
    assert_eq!(stage.refused("POST", path, json!({"advance": "70y"}), 409).await.0, "clock_too_far");
    assert_eq!(stage.refused("POST", path, json!({"advance": "99999y"}), 409).await.0, "clock_too_far");
    for (body, field) in [
        (json!({"advance": "soon"}), json!("advance")),
        (json!({"to": "tomorrow"}), json!("to")),
        (json!({}), Value::Null),
        (json!({"freeze": false}), Value::Null),
        (json!({"advance": "1d", "freeze": true}), Value::Null),
        (json!({"forward": "1d"}), Value::Null),
        (json!([1]), Value::Null),
    ] {
        assert_eq!(stage.refused("POST", path, body.clone(), 400).await.1, field, "{body}");
    }
}

#[tokio::test]
async fn faults_are_ordered_seen_and_taken_back() {
    let stage = Stage::new().await;
    let order = json!({"port": "store", "trouble": "unavailable", "operation": "domain_create", "next": 2});
    let id = stage.post("/sandbox/faults", order).await["id"].as_str().unwrap().to_owned();
    assert!(stage.world.register(&stage.world.alpha, "shop.test").await.is_err());
    let one = stage.get(&format!("/sandbox/faults/{id}")).await;
    assert_eq!(
        (one["struck"].as_u64(), one["spent"].as_bool(), one["next"].as_u64()),
        (Some(1), Some(false), Some(2))
    );
    assert_eq!(stage.get("/sandbox/faults").await["faults"].as_array().unwrap().len(), 1);
    stage.delete(&format!("/sandbox/faults/{id}")).await;
    assert!(stage.world.register(&stage.world.alpha, "shop.test").await.is_ok());
    assert_eq!(
        stage.refused("DELETE", &format!("/sandbox/faults/{id}"), Value::Null, 404).await.0,
        "fault_unknown"
    );
    assert_eq!(stage.refused("POST", "/sandbox/faults", json!({"port": "moon"}), 400).await.1, "port");
    assert_eq!(stage.delete("/sandbox/faults").await["removed"], 0);
    stage.put("/sandbox/faults/magic", json!({"enabled": false})).await;
    assert!(stage.world.register(&stage.world.alpha, "timeout-shop.test").await.is_ok());
    stage.put("/sandbox/faults/magic", json!({"enabled": true})).await;
    assert!(stage.world.register(&stage.world.alpha, "timeout-other.test").await.is_err());
}

#[tokio::test]
async fn an_account_is_opened_with_everything_and_changed() {
    let stage = Stage::new().await;
    let account = json!({
        "id": "CHARLIE", "secret": "charlie-secret", "balance": "250.50", "currency": "EUR", "credit_limit": 100,
        "networks": ["192.0.2.0/24"], "max_sessions": 3, "vat": "21",
    });
    let opened = stage.post("/sandbox/accounts", account.clone()).await;
    assert_eq!((&opened["balance"], &opened["credit_limit"]), (&json!("250.50"), &json!("100.00")));
    assert_eq!((&opened["networks"], &opened["max_sessions"]), (&json!(["192.0.2.0/24"]), &json!(3)));
    assert_eq!(opened["logins"].as_array().unwrap().len(), 4);
    assert_eq!(stage.refused("POST", "/sandbox/accounts", account, 409).await.0, "login_taken");
    assert_eq!(
        stage.refused("POST", "/sandbox/accounts", json!({"id": "CHARLIE"}), 409).await.0,
        "account_taken"
    );

    let path = "/sandbox/accounts/CHARLIE";
    let paid = stage.post(&format!("{path}/deposit"), json!({"amount": 9.5})).await;
    assert_eq!(paid["balance"], "260.00");
    let too_much = json!({"amount": "92233720368547758.07"});
    assert_eq!(stage.refused("POST", &format!("{path}/deposit"), too_much, 400).await.0, "value_refused");
    let change = json!({"state": "suspended", "networks": [], "max_sessions": null});
    let changed = Stage::good(stage.ask("PATCH", path, &change).await);
    assert_eq!((&changed["state"], &changed["max_sessions"]), (&json!("suspended"), &Value::Null));
    assert_eq!((&changed["networks"], &changed["credit_limit"]), (&json!([]), &json!("100.00")));
    let statement = stage.get(&format!("{path}/statement?limit=1")).await;
    assert_eq!(
        (&statement["closing"], &statement["lines"][0]["amount"]),
        (&json!("260.00"), &json!("250.50"))
    );
    let next = statement["next"].as_str().unwrap();
    let rest = stage.get(&format!("{path}/statement?after={next}")).await;
    assert_eq!((&rest["lines"][0]["amount"], &rest["next"]), (&json!("9.50"), &Value::Null));
    assert_eq!(stage.get("/sandbox/accounts").await.as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn an_account_that_makes_no_sense_is_refused_where_it_makes_none() {
    let stage = Stage::new().await;
    for (body, field) in [
        (json!({}), "id"),
        (json!({"id": "X"}), "id"),
        (json!({"id": "CHARLIE", "currency": "XXX"}), "currency"),
        (json!({"id": "CHARLIE", "balance": "1.234"}), "balance"),
        (json!({"id": "CHARLIE", "balance": -1}), "balance"),
        (json!({"id": "CHARLIE", "credit_limit": "99999999999"}), "credit_limit"),
        (json!({"id": "CHARLIE", "networks": ["192.0.2.1/24"]}), "networks"),
        (json!({"id": "CHARLIE", "certificates": ["ab"]}), "certificates"),
        (json!({"id": "CHARLIE", "state": "asleep"}), "state"),
        (json!({"id": "CHARLIE", "vat": "-1"}), "vat"),
        (json!({"id": "CHARLIE", "credit": "gone"}), "credit"),
        (json!({"id": "CHARLIE", "billing": {"name": "", "city": "Oxford", "country": "GB"}}), "billing"),
        (json!({"id": "CHARLIE", "billing": {"name": "Jane", "city": "Oxford", "country": "QQ"}}), "billing"),
        (json!({"id": "CHARLIE", "secret": ""}), "secret"),
        (json!({"id": "CHARLIE", "secret": "x", "login": ""}), "login"),
    ] {
        assert_eq!(stage.refused("POST", "/sandbox/accounts", body.clone(), 400).await.1, field, "{body}");
    }
    assert_eq!(stage.get("/sandbox/accounts").await.as_array().unwrap().len(), 2, "nothing is half made");
    assert_eq!(
        stage.refused("PATCH", "/sandbox/accounts/ALPHA", json!({"balance": 1}), 400).await.1,
        "balance"
    );
    assert_eq!(stage.refused("GET", "/sandbox/accounts/NOBODY", Value::Null, 404).await.0, "account_unknown");
}

#[tokio::test]
async fn a_counterpart_is_given_a_rule_and_asks_for_itself() {
    let stage = Stage::new().await;
    stage.world.register(&stage.world.alpha, "shop.test").await.unwrap();
    let rule = json!({"transfers": "approve", "after": "1d"});
    assert_eq!(stage.put("/sandbox/accounts/ALPHA/counterpart", rule.clone()).await, rule);
    assert_eq!(stage.get("/sandbox/accounts/ALPHA/counterpart").await, rule);
    assert_eq!(stage.get("/sandbox/accounts/ALPHA").await["counterpart"], rule);
    let ask = json!({"domain": "shop.test", "authinfo": AUTHINFO});
    let asked = stage.post("/sandbox/accounts/BRAVO/counterpart/request", ask.clone()).await;
    assert_eq!((asked["state"].as_str(), asked["losing"].as_str()), (Some("pending"), Some("ALPHA")));
    let path = "/sandbox/accounts/BRAVO/counterpart/request";
    assert_eq!(stage.refused("POST", path, ask, 422).await.0, "transfer_ordered");
    assert_eq!(stage.refused("POST", path, json!({"authinfo": "x"}), 400).await.0, "body_malformed");
    assert_eq!(stage.get("/sandbox/clock").await["next_due"], "2027-03-02T12:00:00.000Z");
    let moved = stage.post("/sandbox/clock", json!({"advance": "2d"})).await;
    assert_eq!(
        (&moved["fired"][0]["deed"], &moved["fired"][0]["account"]),
        (&json!("transfer_approved"), &json!("ALPHA"))
    );
    assert_eq!(stage.get("/sandbox/domains/shop.test").await["sponsor"], "BRAVO");
    assert_eq!(stage.delete("/sandbox/accounts/ALPHA/counterpart").await["removed"], true);
    assert_eq!(
        stage.refused("GET", "/sandbox/accounts/ALPHA/counterpart", Value::Null, 404).await.0,
        "rule_unknown"
    );
    let bad = json!({"transfers": "approve", "after": "soon"});
    assert_eq!(
        stage.refused("PUT", "/sandbox/accounts/ALPHA/counterpart", bad, 400).await.0,
        "body_malformed"
    );
}

#[tokio::test]
async fn a_set_of_name_servers_is_shown_locked_and_deleted() {
    let stage = Stage::new().await;
    stage.world.command(&stage.world.alpha, create_nsset("SHOP")).await.unwrap();
    let path = "/sandbox/nssets/shop";
    assert_eq!(stage.get(path).await["name"], "SHOP");
    let locked = stage.put(&format!("{path}/statuses/serverUpdateProhibited"), Value::Null).await;
    assert_eq!(locked["statuses"], json!(["serverUpdateProhibited"]));
    let freed = stage.delete(&format!("{path}/statuses/serverUpdateProhibited")).await;
    assert_eq!(freed["statuses"], json!([]));
    let client = format!("{path}/statuses/clientUpdateProhibited");
    assert_eq!(stage.refused("PUT", &client, Value::Null, 400).await.1, "status");
    stage.put(&format!("{path}/statuses/serverDeleteProhibited"), Value::Null).await;
    assert_eq!(stage.refused("DELETE", path, Value::Null, 422).await.0, "status_prohibits");
    stage.delete(&format!("{path}/statuses/serverDeleteProhibited")).await;
    assert_eq!(stage.delete(path).await["removed"], "SHOP");
    for method in ["GET", "DELETE"] {
        assert_eq!(stage.refused(method, path, Value::Null, 404).await.0, "nsset_unknown");
    }
}

#[tokio::test]
async fn a_domain_is_shown_whole_and_held_by_the_server() {
    let stage = Stage::new().await;
    stage.world.register(&stage.world.alpha, "shop.test").await.unwrap();
    let shown = stage.get("/sandbox/domains/SHOP.test").await;
    assert_eq!((&shown["phase"], &shown["sponsor"]), (&json!("registered"), &json!("ALPHA")));
    assert_eq!(
        (&shown["ledger"][0]["amount"], &shown["ledger"][0]["from"]),
        (&json!("10.00"), &json!("ALPHA"))
    );
    assert_eq!(shown["history"][0]["operation"], "domain_create");
    assert!(!shown["ahead"].as_array().unwrap().is_empty());
    let held = stage.put("/sandbox/domains/shop.test/statuses/serverHold", Value::Null).await;
    assert!(held["statuses"].as_array().unwrap().contains(&json!("serverHold")), "{held:#}");
    let freed = stage.delete("/sandbox/domains/shop.test/statuses/serverHold").await;
    assert!(!freed["statuses"].as_array().unwrap().contains(&json!("serverHold")));
    let path = "/sandbox/domains/shop.test";
    assert_eq!(
        stage.refused("PUT", &format!("{path}/statuses/clientHold"), Value::Null, 400).await.1,
        "status"
    );
    let chosen = stage.put(&format!("{path}/renewal"), json!({"mode": "explicit"})).await;
    assert_eq!(chosen["renewal"], "explicit");
    assert_eq!(stage.put(&format!("{path}/renewal"), json!({"mode": null})).await["renewal"], Value::Null);
    assert_eq!(
        stage.refused("PUT", &format!("{path}/renewal"), json!({"mode": "never"}), 400).await.1,
        "mode"
    );
    assert_eq!(
        stage.refused("GET", "/sandbox/domains/none.test", Value::Null, 404).await.0,
        "domain_unknown"
    );
    let none = "/sandbox/domains/none.test/statuses/serverHold";
    assert_eq!(stage.refused("PUT", none, Value::Null, 404).await.0, "domain_unknown");
    assert_eq!(
        stage.refused("GET", "/sandbox/domains/a..b", Value::Null, 422).await.0,
        "domain_name_malformed"
    );
}

#[tokio::test]
async fn the_journal_counts_what_happened() {
    let stage = Stage::new().await;
    stage.world.register(&stage.world.alpha, "shop.test").await.unwrap();
    stage.world.register(&stage.world.bravo, "other.test").await.unwrap();
    stage.post("/sandbox/clock", json!({"advance": "1y1d"})).await;
    let count = async |query: &str| stage.get(&format!("/sandbox/journal?{query}")).await["count"].clone();
    assert_eq!(count("operation=domain_auto_renew&object=shop.test").await, 1);
    assert_eq!(count("operation=domain_*&object=*.test").await, 4);
    assert_eq!(count("account=ALPHA").await, 1);
    assert_eq!(count("account=server").await, 2);
    assert_eq!(count("cltrid=CL-1").await, 2);
    assert_eq!(count("from=2028-01-01T00:00:00Z").await, 2);
    assert_eq!(count("to=2028-01-01T00:00:00Z").await, 2);
    let latest = stage.get("/sandbox/journal?limit=1&to=2028-01-01T00:00:00Z").await;
    assert_eq!((&latest["count"], &latest["lines"][0]["object"]), (&json!(2), &json!("other.test")));
    assert_eq!(
        (&latest["lines"][0]["account"], &latest["lines"][0]["cltrid"]),
        (&json!("BRAVO"), &json!("CL-1"))
    );
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=x", "limit"),
        ("who=ALPHA", "who"),
        ("account=A&account=B", "account"),
        ("from=soon", "from"),
        ("object=%20", "object"),
    ] {
        let path = format!("/sandbox/journal?{query}");
        assert_eq!(stage.refused("GET", &path, Value::Null, 400).await.1, field, "{query}");
    }
    assert_eq!(
        stage.refused("GET", "/sandbox/journal?account=NONE", Value::Null, 404).await.0,
        "account_unknown"
    );
}

#[tokio::test]
async fn exchanges_are_found_by_account_code_and_text() {
    let stage = Stage::new().await;
    for (code, request) in [(1000, "<hello/>"), (2302, "<create/>")] {
        stage.world.journal.record(&edge::journal::Entry {
            at_millis: day("2027-03-01").millis(),
            trid: engine::model::OperationId(i64::from(code)),
            protocol: "epp",
            peer: "192.0.2.1:7".parse().unwrap(),
            account: Some("ALPHA"),
            request: (edge::scrub::Content::Xml, request.as_bytes()),
            answer: (edge::scrub::Content::Xml, b"<epp/>"),
            code,
        });
    }
    let found = stage.get("/sandbox/exchanges?code=2302&account=ALPHA&protocol=epp&contains=create").await;
    assert_eq!(
        (&found["count"], &found["exchanges"][0]["trid"]),
        (&json!(1), &json!(engine::model::OperationId(2302).to_string()))
    );
    assert_eq!(found["exchanges"][0]["at"], "2027-03-01T12:00:00.000Z");
    assert_eq!(stage.get("/sandbox/exchanges?limit=1").await["count"], 2);
    assert_eq!(stage.get("/sandbox/exchanges?account=BRAVO").await["count"], 0);
}

#[tokio::test]
async fn mail_is_found_and_thrown_away() {
    let stage = Stage::new().await;
    for (id, to) in [("1", "alpha@example.test"), ("2", "bravo@example.test")] {
        let (subject, text) = ("Low credit".to_owned(), format!("Message {id}"));
        let message = Message { id: id.into(), to: to.into(), subject, text, at: day("2027-03-01") };
        stage.world.mailbox.put(message);
    }
    assert_eq!(stage.get("/sandbox/mailbox").await["count"], 2);
    let found = stage.get("/sandbox/mailbox?to=BRAVO@example.test&contains=Message").await;
    assert_eq!((&found["count"], &found["messages"][0]["id"]), (&json!(1), &json!("2")));
    assert_eq!(stage.get("/sandbox/mailbox?from=2027-03-02T00:00:00Z").await["count"], 0);
    assert_eq!(stage.delete("/sandbox/mailbox").await["removed"], 2);
}

#[tokio::test]
async fn maintenance_is_told_to_everybody() {
    let stage = Stage::new().await;
    let notice =
        json!({"from": "2027-04-01T00:00:00Z", "until": "2027-04-01T02:00:00Z", "text": "new disks"});
    assert_eq!(stage.post("/sandbox/maintenance", notice).await["accounts"], 2);
    for account in ["ALPHA", "BRAVO"] {
        let queue = stage.get(&format!("/sandbox/accounts/{account}/notices")).await;
        assert_eq!((&queue["count"], &queue["notices"][0]["event"]), (&json!(1), &json!("maintenance")));
        assert!(queue["notices"][0]["message"].as_str().unwrap().contains("new disks"));
    }
    for (body, field) in [
        (json!({"from": "2027-04-01T02:00:00Z", "until": "2027-04-01T00:00:00Z", "text": "x"}), "until"),
        (json!({"from": "2027-04-01T00:00:00Z", "until": "2027-04-01T02:00:00Z", "text": ""}), "text"),
        (json!({"from": "x", "until": "2027-04-01T02:00:00Z", "text": "x"}), "from"),
    ] {
        assert_eq!(stage.refused("POST", "/sandbox/maintenance", body, 400).await.1, field);
    }
}

#[tokio::test]
async fn what_is_not_there_and_what_is_not_taken_is_said_in_json() {
    let stage = Stage::new().await;
    assert_eq!(stage.refused("GET", "/sandbox/nothing", Value::Null, 404).await.0, "path_unknown");
    assert_eq!(stage.refused("GET", "/sandbox/", Value::Null, 404).await.0, "path_unknown");
    assert_eq!(stage.refused("DELETE", "/sandbox/clock", Value::Null, 405).await.0, "method_refused");
    assert_eq!(stage.refused("GET", "/sandbox/domains/%FF", Value::Null, 400).await.0, "path_malformed");
    let long = json!({"advance": "x".repeat(70_000)});
    assert_eq!(stage.refused("POST", "/sandbox/clock", long, 413).await.0, "body_too_large");
    let deep = Request::post("/sandbox/clock").body(Body::from("[".repeat(60_000))).unwrap();
    assert_eq!(stage.send(deep).await.0, 400);
    let foreign =
        Request::post("/sandbox/reset").header("origin", "http://page.example").header("host", "127.0.0.1");
    let (status, answer) = stage.send(foreign.body(Body::empty()).unwrap()).await;
    assert_eq!((status, &answer["error"]), (403, &json!("origin_refused")));
}

#[tokio::test]
async fn the_index_names_every_path_and_the_document_is_served() {
    let stage = Stage::new().await;
    let index = stage.get("/sandbox").await;
    assert_eq!(index["paths"].as_array().unwrap().len(), routes().len());
    assert_eq!(stage.get("/sandbox/openapi.json").await["openapi"], "3.1.0");
}

/// The fields that a body is said to have are those that it has: what is unknown is refused with a list of them.
#[tokio::test]
async fn every_body_takes_the_fields_that_are_described() {
    let stage = Stage::new().await;
    let names = [("{id}", "ALPHA"), ("{name}", "shop.test"), ("{order}", "1")];
    // What can be set of a protocol is known to the protocol: its own tests ask it.
    let of_the_sandbox = routes().into_iter().filter(|route| !route.path.starts_with("/sandbox/protocols/"));
    for route in of_the_sandbox {
        let Some(fields) = route.body else { continue };
        let path = names.iter().fold(route.path.to_owned(), |path, (part, name)| path.replace(part, name));
        let (status, answer) = stage.ask(route.method, &path, &json!({"nonsense": 1})).await;
        let message = answer["message"].as_str().unwrap();
        assert!(status == 400 && message.contains("unknown field `nonsense`"), "{path}: {answer}");
        for (field, _, _) in fields {
            assert!(message.contains(&format!("`{field}`")), "{path} does not take {field}: {message}");
        }
        let taken = message.rsplit("expected").next().unwrap().matches('`').count() / 2;
        let changes_account = route.method == "PATCH" && route.path == "/sandbox/accounts/{id}";
        let for_new_accounts_only = if changes_account { 6 } else { 0 };
        assert_eq!(taken - for_new_accounts_only, fields.len(), "{path}: {message}");
    }
}
