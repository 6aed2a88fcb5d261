//! How accounts are billed, protection services, and what is owed.

use engine::End;
use engine::model::{Cycle, Plan};
use engine::ops::protection::Create;
use serde_json::{Value, json};

use super::Stage;
use crate::testing::name;

#[tokio::test]
async fn an_account_is_billed_as_it_is_told() {
    let stage = Stage::new().await;
    let opened = stage.post("/sandbox/accounts", json!({"id": "CHARLIE"})).await;
    assert_eq!(opened["billing"]["name"], "Sandbox account CHARLIE");
    assert_eq!((&opened["credit"], &opened["reverse_charge"]), (&json!("active"), &json!(false)));
    assert!(opened["customer"].is_i64());
    let party = json!({
        "name": "Jane Doe", "street": ["1 High Street"], "city": "Oxford", "postal_code": null, "country": "GB",
        "company_number": null, "tax_number": "GB123456789",
    });
    let change = json!({"billing": party, "credit": "locked", "reverse_charge": true, "customer": 7});
    let path = "/sandbox/accounts/CHARLIE";
    let changed = Stage::good(stage.ask("PATCH", path, &change).await);
    for field in ["billing", "credit", "reverse_charge", "customer"] {
        assert_eq!(changed[field], change[field], "{field}");
    }
    let nobody = Stage::good(stage.ask("PATCH", path, &json!({"billing": null, "customer": null})).await);
    assert_eq!((&nobody["billing"], &nobody["customer"]), (&Value::Null, &Value::Null));
    assert_eq!(nobody["credit"], "locked");
    let none = stage.post("/sandbox/accounts", json!({"id": "DELTA", "billing": null})).await;
    assert_eq!(none["billing"], Value::Null);
}

/// Orders a protection service for ALPHA.
async fn order_protection(stage: &Stage, text: &str) -> End<Create> {
    let create = Create {
        name: name(text),
        plan: Some(Plan::Start),
        cycle: Some(Cycle::Monthly),
        mode: None,
        upstreams: Vec::new(),
        template: None,
        dns_token: None,
        force_dns: false,
    };
    stage.world.command(&stage.world.alpha, create).await
}

#[tokio::test]
async fn a_protection_is_shown_with_what_the_network_knows() {
    let stage = Stage::new().await;
    order_protection(&stage, "shop.test").await.unwrap();
    let path = "/sandbox/protections/shop.test";
    let shown = stage.get(path).await;
    assert_eq!((&shown["state"], &shown["network"]), (&json!("requested"), &Value::Null));
    let moved = stage.post("/sandbox/clock", json!({"advance": "1s"})).await;
    assert_eq!(moved["fired"][0]["deed"], "protection_set_up");
    let shown = stage.get(path).await;
    assert_eq!((&shown["state"], &shown["network"]["ours"]), (&json!("running"), &json!(true)));
    assert_eq!(shown["ledger"][0]["kind"], "protect");
    let marked = stage.put(&format!("{path}/template"), json!({"enabled": true})).await;
    assert_eq!(marked["template"], true);

    let removed = stage.delete("/sandbox/network/ALPHA/shop.test").await;
    assert_eq!(removed["removed"], true);
    assert_eq!(stage.get(path).await["network"], Value::Null);
    stage.put("/sandbox/network/ALPHA/other.test", json!({})).await;
    assert!(order_protection(&stage, "other.test").await.is_err());
    assert_eq!(
        stage.refused("GET", "/sandbox/protections/other.test", Value::Null, 404).await.0,
        "protection_unknown"
    );
}

#[tokio::test]
async fn what_is_owed_is_listed_and_given_back() {
    let stage = Stage::new().await;
    assert_eq!(stage.get("/sandbox/owed").await, json!([]));
    order_protection(&stage, "shop.test").await.unwrap();
    for order in [
        json!({"port": "protection", "trouble": "refused", "operation": "due_run"}),
        json!({"port": "ledger", "trouble": "unavailable", "step": "reversal", "operation": "due_run"}),
    ] {
        stage.post("/sandbox/faults", order).await;
    }
    stage.post("/sandbox/clock", json!({"advance": "1s"})).await;
    let owed = stage.get("/sandbox/owed").await;
    assert_eq!((&owed[0]["account"], &owed[0]["amount"]), (&json!("ALPHA"), &json!("5.00")));
    let path = format!("/sandbox/owed/{}/repay", owed[0]["trid"].as_str().unwrap());
    assert_eq!(stage.post(&path, json!({})).await["object"], "shop.test");
    assert_eq!(stage.get("/sandbox/owed").await, json!([]));
    assert_eq!(stage.refused("POST", &path, json!({}), 422).await.0, "owed_unknown");
    assert_eq!(stage.refused("POST", "/sandbox/owed/x/repay", json!({}), 400).await.1, "trid");
}
