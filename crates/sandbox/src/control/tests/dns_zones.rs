//! DNS zones behind the scenes.

use engine::model::Axfr;
use engine::ops::dns_zone::{Add, NewDnsZone, SoaChange};
use serde_json::{Value, json};

use super::Stage;
use crate::testing::name;

#[tokio::test]
async fn a_dns_zone_is_shown_locked_and_switched() {
    let stage = Stage::new().await;
    let kind = NewDnsZone::Primary(Axfr::default());
    let add = Add {
        name: name("shop.test"),
        kind,
        name_servers: Vec::new(),
        soa: SoaChange::default(),
        rows: Vec::new(),
    };
    stage.world.command(&stage.world.bravo, add).await.unwrap();
    let path = "/sandbox/dns-zones/shop.test";
    let shown = stage.get(path).await;
    assert_eq!((&shown["owner"], &shown["type"]), (&json!("BRAVO"), &json!("primary")));
    assert_eq!(shown["records"].as_array().unwrap().len(), 3, "name servers and the start of authority");
    let lock = format!("{path}/lock");
    assert_eq!(stage.put(&lock, json!({"locked": true})).await["lock"], "user");
    let switch = format!("{path}/switch");
    assert_eq!(stage.refused("PUT", &switch, json!({"on": false}), 422).await.0, "dns_zone_locked");
    assert_eq!(stage.put(&lock, json!({"locked": false})).await["lock"], "none");
    assert_eq!(stage.put(&switch, json!({"on": false})).await["answered_for"], false);
    assert_eq!(stage.put(&switch, json!({"on": true})).await["state"], "active");
    assert_eq!(stage.refused("PUT", &lock, json!({}), 400).await.0, "body_malformed");
    let none = "/sandbox/dns-zones/none.test";
    assert_eq!(stage.refused("GET", none, Value::Null, 404).await.0, "dns_zone_unknown");
}
