//! Orders of certificates, and control of their names that is shown where this system does not look.

use axum::extract::State;
use engine::model::{CertificateName, CertificateOrder, CertificateOrderId, Control as NameControl};
use engine::ops::certificate::ConfirmControl;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Control;
use super::input::{Json, Named};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;
use super::shown::time;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/certificates/{order}", show)
            .says("An order of a certificate", "Its state, what shows control of each name, what was issued"),
        Route::post("/sandbox/certificates/{order}/confirm", confirm)
            .takes(&[("name", "string", "The name of which control is shown; every name if left out")])
            .says("Say that a file or record was seen that shows control of a name", "The order"),
    ]
}

async fn show(State(control): State<Control>, Named(order): Named<String>) -> Answer {
    let id = order_id(&order)?;
    let found = control.office().look(move |store| store.certificate_order(id)).await?;
    let unknown = || {
        Problem::not_found("certificate_unknown", format_args!("there is no order of a certificate {order}"))
    };
    Ok(Reply::ok(shown(&found.ok_or_else(unknown)?)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Confirmed {
    name: Option<String>,
}

async fn confirm(
    State(control): State<Control>,
    Named(order): Named<String>,
    Json(Confirmed { name }): Json<Confirmed>,
) -> Answer {
    let malformed = |text: &String| Problem::value("name", text, "it is a domain name, perhaps behind `*.`");
    let read = |text: String| CertificateName::parse(&text).map_err(|_| malformed(&text));
    let confirm = ConfirmControl { order: order_id(&order)?, name: name.map(read).transpose()? };
    Ok(Reply::ok(shown(&control.office().command(confirm).await?.answer)))
}

fn order_id(text: &str) -> Result<CertificateOrderId, Problem> {
    let read = text.parse().map(CertificateOrderId);
    read.map_err(|_| Problem::value("order", text, "it is the number of an order of a certificate"))
}

fn shown(order: &CertificateOrder) -> Value {
    json!({
        "order": order.id.to_string(),
        "certificate": order.certificate.to_string(),
        "number": order.number,
        "kind": order.kind.name(),
        "class": order.class.as_str(),
        "state": order.state.name(),
        "since": time(order.since),
        "expires_at": order.expires_at.map(time),
        "reason": order.reason,
        "controls": order.controls.iter().map(name_control).collect::<Vec<_>>(),
        "certificate_pem": order.issued.as_ref().map(|issued| &issued.pem),
        "chain_pem": order.issued.as_ref().map(|issued| &issued.chain),
    })
}

fn name_control(control: &NameControl) -> Value {
    json!({
        "name": control.name.to_string(),
        "method": control.proof.method().name(),
        "place": control.place(),
        "token": control.proof.token(),
        "shown_at": control.shown_at.map(time),
    })
}
