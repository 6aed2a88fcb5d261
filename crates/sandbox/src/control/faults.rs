//! Trouble on order.

use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Control;
use super::input::{Json, Named};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use crate::faults::{Order, Rule, SPELLS, Trouble};

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/faults", list)
            .says("What is ordered", "The orders, what can be ordered, and the magic names"),
        Route::post("/sandbox/faults", add)
            .takes(&[
                ("port", "string", "Where: store, registry, mail, ledger, prices, invoices, protection"),
                (
                    "step",
                    "string",
                    "At the ledger, while what is done: credit, balance, reversal; else while money is moved",
                ),
                (
                    "trouble",
                    "string",
                    "What: unavailable, timeout, full, stopped, unknown, internal, refused; as fits the port",
                ),
                ("next", "integer", "How many calls that fit it strikes; 1 if nothing else is said"),
                ("skip", "integer", "How many calls that fit go by before"),
                ("probability", "number", "Instead: how probable it is to strike a call that fits, 0 to 1"),
                ("seed", "integer", "What chance is drawn from; the same seed gives the same draws"),
                ("always", "boolean", "Instead: true, to strike every call that fits"),
                (
                    "delay_ms",
                    "integer",
                    "How much longer the call takes, up to 60000; alone, it is only slow",
                ),
                (
                    "made",
                    "boolean",
                    "With trouble `unknown`: whether the change is made; by chance if not said",
                ),
                ("account", "string", "Only on behalf of this account"),
                ("operation", "string", "Only this operation, such as domain_create or domain_*"),
                ("object", "string", "Only about this object, such as shop.test or *.test"),
            ])
            .makes()
            .says("Order a fault", "The order with its id"),
        Route::delete("/sandbox/faults", clear).says("Take all orders back", "How many there were"),
        Route::put("/sandbox/faults/magic", magic)
            .takes(&[("enabled", "boolean", "Whether names bring trouble by themselves")])
            .says("Switch the magic of names on or off", "Whether it is on"),
        Route::get("/sandbox/faults/{id}", show).says("One order", "The order, and how often it struck"),
        Route::delete("/sandbox/faults/{id}", remove)
            .says("Take an order back", "The order, and how often it struck"),
    ]
}

async fn list(State(control): State<Control>) -> Answer {
    let orders = control.parts().faults.orders_now();
    let ports = engine::ports::Port::ALL.map(|port| {
        (
            port.name().to_owned(),
            json!(Trouble::at(port).iter().map(|trouble| trouble.name()).collect::<Vec<_>>()),
        )
    });
    let spells = SPELLS.map(|spell| {
        json!({
            "label": format!("{}-...", spell.word),
            "port": spell.port.name(),
            "trouble": spell.trouble.map(Trouble::name),
            "delay_ms": spell.delay_ms,
        })
    });
    Ok(Reply::ok(json!({
        "faults": orders.rules.iter().map(shown).collect::<Vec<_>>(),
        "magic": {"enabled": orders.magic, "labels": spells},
        "ports": Value::Object(ports.into_iter().collect()),
    })))
}

async fn add(State(control): State<Control>, Json(order): Json<Order>) -> Answer {
    let rule = control.parts().faults.add(order);
    let rule = rule.map_err(|nonsense| Problem::value(nonsense.field, "", nonsense.reason))?;
    Ok(Reply::created(shown(&rule)))
}

async fn clear(State(control): State<Control>) -> Answer {
    Ok(Reply::ok(json!({"removed": control.parts().faults.clear()})))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Magic {
    enabled: bool,
}

async fn magic(State(control): State<Control>, Json(Magic { enabled }): Json<Magic>) -> Answer {
    control.parts().faults.set_magic(enabled);
    Ok(Reply::ok(json!({"enabled": enabled})))
}

async fn show(State(control): State<Control>, Named(id): Named<String>) -> Answer {
    let orders = control.parts().faults.orders_now();
    let rule = orders.rules.iter().find(|rule| rule.id == id);
    Ok(Reply::ok(shown(rule.ok_or_else(unknown)?)))
}

async fn remove(State(control): State<Control>, Named(id): Named<String>) -> Answer {
    Ok(Reply::ok(shown(&control.parts().faults.remove(&id).ok_or_else(unknown)?)))
}

fn shown(rule: &Rule) -> Value {
    let mut shown = json!(rule);
    shown["spent"] = json!(rule.is_spent());
    shown
}

fn unknown() -> Problem {
    Problem::not_found("fault_unknown", "no order has this id; GET /sandbox/faults lists those there are")
}
