//! Reset, snapshots, forks.

use serde_json::{Value, json};

use super::Stage;
use crate::testing::AUTHINFO;

#[tokio::test]
async fn a_snapshot_brings_everything_back() {
    let stage = Stage::new().await;
    stage.world.register(&stage.world.alpha, "kept.test").await.unwrap();
    stage.put("/sandbox/accounts/ALPHA/counterpart", json!({"transfers": "reject", "after": "9d"})).await;
    stage
        .post(
            "/sandbox/accounts/BRAVO/counterpart/request",
            json!({"domain": "kept.test", "authinfo": AUTHINFO}),
        )
        .await;
    stage.post("/sandbox/faults", json!({"port": "store", "trouble": "full", "object": "never.test"})).await;
    let before = world_of(&stage).await;
    assert_eq!(stage.put("/sandbox/snapshots/before", Value::Null).await["name"], "before");

    for _ in 0..2 {
        stage.post("/sandbox/clock", json!({"advance": "400d"})).await;
        stage.world.register(&stage.world.bravo, "later.test").await.unwrap();
        stage.delete("/sandbox/accounts/ALPHA/counterpart").await;
        stage.delete("/sandbox/faults").await;
        assert_ne!(world_of(&stage).await, before);
        let restored = stage.post("/sandbox/snapshots/before/restore", Value::Null).await;
        assert_eq!(restored["now"], "2027-03-01T12:00:00.000Z");
        assert_eq!(world_of(&stage).await, before);
        assert_eq!(
            stage.refused("GET", "/sandbox/domains/later.test", Value::Null, 404).await.0,
            "domain_unknown"
        );
    }
    // What a counterpart had in mind is in its mind again; the server is quicker.
    let moved = stage.post("/sandbox/clock", json!({"advance": "6d"})).await;
    assert_eq!(moved["fired"][0]["deed"], "transfer_approved");
}

#[tokio::test]
async fn snapshots_have_names() {
    let stage = Stage::new().await;
    stage.put("/sandbox/snapshots/one", Value::Null).await;
    stage.post("/sandbox/clock", json!({"advance": "1d"})).await;
    stage.put("/sandbox/snapshots/two", Value::Null).await;
    let list = stage.get("/sandbox/snapshots").await;
    assert_eq!(list[0], json!({"name": "one", "now": "2027-03-01T12:00:00.000Z"}));
    assert_eq!(list[1]["name"], "two");
    stage.delete("/sandbox/snapshots/one").await;
    assert_eq!(
        stage.refused("POST", "/sandbox/snapshots/one/restore", Value::Null, 404).await.0,
        "snapshot_unknown"
    );
    assert_eq!(
        stage.refused("DELETE", "/sandbox/snapshots/one", Value::Null, 404).await.0,
        "snapshot_unknown"
    );
    assert_eq!(stage.refused("PUT", "/sandbox/snapshots/a%20b", Value::Null, 400).await.1, "name");
}

#[tokio::test]
async fn a_fork_is_a_copy_and_a_server_of_its_own() {
    let stage = Stage::new().await;
    stage.put("/sandbox/snapshots/one", Value::Null).await;
    let both = stage.post("/sandbox/snapshots/one/fork", json!({"as": "two"})).await;
    assert_eq!(
        (&both["name"], &both["server"]["taken_at"]),
        (&json!("two"), &json!("2027-03-01T12:00:00.000Z"))
    );
    let copy = stage.post("/sandbox/snapshots/one/fork", json!({"as": "three", "serve": false})).await;
    assert_eq!((&copy["name"], copy.get("server")), (&json!("three"), None));
    let server = stage.post("/sandbox/snapshots/one/fork", Value::Null).await;
    assert!(server["name"].is_null() && server["server"].is_object());
    assert_eq!(stage.get("/sandbox/snapshots").await.as_array().unwrap().len(), 3);
    let path = "/sandbox/snapshots/one/fork";
    assert_eq!(stage.refused("POST", path, json!({"serve": false}), 400).await.0, "body_malformed");
    assert_eq!(stage.refused("POST", path, json!({"as": "a/b"}), 400).await.1, "name");
    assert_eq!(
        stage.refused("POST", "/sandbox/snapshots/none/fork", Value::Null, 404).await.0,
        "snapshot_unknown"
    );
}

#[tokio::test]
async fn a_reset_leaves_nothing_but_the_snapshots() {
    let stage = Stage::new().await;
    stage.world.register(&stage.world.alpha, "shop.test").await.unwrap();
    stage.post("/sandbox/faults", json!({"port": "store", "trouble": "full", "always": true})).await;
    stage.put("/sandbox/snapshots/one", Value::Null).await;
    stage.post("/sandbox/clock", json!({"advance": "30d"})).await;
    assert_eq!(stage.post("/sandbox/reset", Value::Null).await["now"], "2027-03-01T12:00:00.000Z");
    assert_eq!(stage.get("/sandbox/accounts").await, json!([]), "what a fresh store of this test has");
    assert_eq!(stage.get("/sandbox/faults").await["faults"], json!([]));
    stage.post("/sandbox/snapshots/one/restore", Value::Null).await;
    assert_eq!(stage.get("/sandbox/domains/shop.test").await["sponsor"], "ALPHA");
}

/// What can be seen of a world over the API.
async fn world_of(stage: &Stage) -> Vec<Value> {
    let mut seen = Vec::new();
    for path in ["clock", "faults", "accounts", "journal", "domains/kept.test", "mailbox"] {
        seen.push(stage.get(&format!("/sandbox/{path}")).await);
    }
    seen
}

#[tokio::test]
async fn no_session_meets_a_restored_store_by_the_old_clock() {
    let stage = Stage::new().await;
    stage.put("/sandbox/snapshots/before", Value::Null).await;
    stage.post("/sandbox/clock", json!({"advance": "400d"})).await;
    stage.post("/sandbox/snapshots/before/restore", Value::Null).await;
    let exchanged_at = stage.world.exchanged_at.load(std::sync::atomic::Ordering::SeqCst);
    assert_eq!(exchanged_at, crate::testing::day("2027-03-01").millis());
}
