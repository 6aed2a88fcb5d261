//! Where an account's notices go beside its queue.

use axum::extract::State;
use engine::model::{Clid, DeliveryTarget, DeliveryUrl, Email, Secret};
use engine::ops::account::{FindDelivery, SetDelivery};
use serde::Deserialize;
use serde_json::json;

use super::Control;
use super::input::{Json, Named, clid};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get("/sandbox/accounts/{id}/delivery", show)
            .says("Where its notices are delivered", "The address, and whether posts are signed"),
        Route::put("/sandbox/accounts/{id}/delivery", set)
            .takes(&[
                ("url", "string", "Post them to this URL"),
                ("mail", "string", "Or send them to this address: they arrive in the sandbox's mailbox"),
                ("secret", "string", "Keys the signature of what is posted"),
                ("form", "string", "The protocol whose form of notices is wanted, such as wapi/json; our own unless said otherwise"),
            ])
            .says("Have its notices delivered, beside its queue", "The address"),
        Route::delete("/sandbox/accounts/{id}/delivery", remove).says("Deliver them no more", "Nothing"),
    ]
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wanted {
    url: Option<String>,
    mail: Option<String>,
    secret: Option<String>,
    form: Option<String>,
}

impl Wanted {
    fn target(&self) -> Result<DeliveryTarget, Problem> {
        match (&self.url, &self.mail) {
            (Some(url), None) => DeliveryUrl::parse(url)
                .map(DeliveryTarget::Url)
                .map_err(|refusal| Problem::value("url", url, refusal.reason())),
            (None, Some(mail)) => Email::parse(mail)
                .map(DeliveryTarget::Mail)
                .map_err(|refusal| Problem::value("mail", mail, refusal.reason())),
            _ => Err(Problem::malformed(
                "body_malformed",
                "say one: {\"url\": \"...\"} or {\"mail\": \"...\"}",
            )),
        }
    }
}

async fn show(State(control): State<Control>, Named(id): Named<String>) -> Answer {
    told(&control, clid("id", &id)?).await
}

async fn set(State(control): State<Control>, Named(id): Named<String>, Json(wanted): Json<Wanted>) -> Answer {
    let (id, target) = (clid("id", &id)?, wanted.target()?);
    let secret = wanted.secret.as_deref().map(Secret::new);
    let form = wanted.form.clone();
    control.office().command(SetDelivery { clid: id.clone(), target: Some(target), secret, form }).await?;
    told(&control, id).await
}

async fn remove(State(control): State<Control>, Named(id): Named<String>) -> Answer {
    let clid = clid("id", &id)?;
    let nowhere = SetDelivery { clid: clid.clone(), target: None, secret: None, form: None };
    control.office().command(nowhere).await?;
    told(&control, clid).await
}

async fn told(control: &Control, clid: Clid) -> Answer {
    let destination = control.office().query(FindDelivery { clid: clid.clone() }).await?.answer;
    let signed = destination.as_ref().is_some_and(|destination| destination.secret.is_some());
    let form = destination.as_ref().and_then(|destination| destination.form.clone());
    let target = destination.map(|destination| destination.target);
    Ok(Reply::ok(json!({
        "id": clid.as_str(),
        "kind": target.as_ref().map(DeliveryTarget::kind),
        "address": target.as_ref().map(DeliveryTarget::address),
        "signed": signed,
        "form": form,
    })))
}
