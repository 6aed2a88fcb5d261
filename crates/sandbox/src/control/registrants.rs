//! What a registry does about registrants without their registrars: it writes down what they say of themselves, passes
//! domains on, and has wrong data corrected.

use axum::extract::State;
use engine::model::{
    CompanyNumber, DataFault, Details, DomainName, Email, Handle, Line, Phone, RegistrantType,
};
use engine::ops::{contact::Amend, data_quality::Commence, domain::PassOn};
use outcomes::Outcome;
use serde::Deserialize;
use serde_json::json;

use super::Control;
use super::input::{Json, Named, domain_name};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::patch("/sandbox/registrants/{handle}", amend)
            .takes(&[
                ("by", "string", "On whose word: an e-mail address"),
                ("organisation", "string", "The new organisation"),
                ("street", "string", "The new street"),
                ("city", "string", "The new city"),
                ("voice", "string", "The new telephone number, such as +44.1865332211"),
                ("email", "string", "The new e-mail address"),
                ("trade_name", "string", "The new trading name"),
                ("type", "string", "The new type, such as LTD"),
                ("company_number", "string", "The new number of the company"),
                ("opt_out", "boolean", "Whether it does not want to be published"),
            ])
            .says("Change what a registrant says of itself, without its registrar's doing", "Its handle"),
        Route::post("/sandbox/registrants/{handle}/data-quality", dispute)
            .takes(&[
                ("fault", "string", "address or holder"),
                ("reason", "string", "What is wrong, in words"),
            ])
            .makes()
            .says("Have wrong data of a registrant corrected", "Its handle"),
        Route::post("/sandbox/registrants/{handle}/domains", pass_on)
            .takes(&[
                ("names", "array", "The domains, all of one registrant"),
                ("by", "string", "On whose word: an e-mail address"),
            ])
            .makes()
            .says(
                "Pass domains on to a registrant, whose registrar may want to be asked",
                "Whether it is done",
            ),
    ]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Amended {
    by: String,
    organisation: Option<String>,
    street: Option<String>,
    city: Option<String>,
    voice: Option<String>,
    email: Option<String>,
    trade_name: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    company_number: Option<String>,
    opt_out: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Disputed {
    fault: String,
    reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passed {
    names: Vec<String>,
    by: String,
}

async fn amend(
    State(control): State<Control>,
    Named(handle): Named<String>,
    Json(amended): Json<Amended>,
) -> Answer {
    let handle = Handle::parse(&handle)?;
    let wanted = handle.clone();
    let contact = control.office().look(move |store| store.contact(&wanted)).await?;
    let unknown = || Problem::not_found("contact_unknown", format_args!("there is no contact {handle}"));
    let mut details = contact.ok_or_else(unknown)?.details;
    amended.change(&mut details)?;
    let by = Email::parse(&amended.by)?;
    control.office().command(Amend { handle: handle.clone(), details, by }).await?;
    Ok(Reply::ok(json!({"handle": handle.as_str()})))
}

impl Amended {
    fn change(&self, details: &mut Details) -> Result<(), Problem> {
        let line = |text: &String| Line::parse(text, LONGEST_LINE);
        for postal in &mut details.postal {
            if let Some(text) = &self.organisation {
                postal.organisation = Some(line(text)?);
            }
            if let Some(text) = &self.street {
                postal.street = vec![line(text)?];
            }
            if let Some(text) = &self.city {
                postal.city = line(text)?;
            }
        }
        if let Some(text) = &self.voice {
            details.voice = Some(Phone::parse(text, None)?);
        }
        if let Some(text) = &self.email {
            details.email = Email::parse(text)?;
        }
        let particulars = &mut details.particulars;
        if let Some(text) = &self.trade_name {
            particulars.trade_name = Some(line(text)?);
        }
        if let Some(text) = &self.kind {
            particulars.registrant_type = Some(RegistrantType::parse(text)?);
        }
        if let Some(text) = &self.company_number {
            particulars.company_number = Some(CompanyNumber::parse(text)?);
        }
        particulars.opt_out = self.opt_out.unwrap_or(particulars.opt_out);
        Ok(())
    }
}

async fn dispute(
    State(control): State<Control>,
    Named(handle): Named<String>,
    Json(disputed): Json<Disputed>,
) -> Answer {
    let handle = Handle::parse(&handle)?;
    let names = DataFault::ALL.map(DataFault::name).join(", ");
    let fault = DataFault::parse(&disputed.fault)
        .ok_or_else(|| Problem::value("fault", &disputed.fault, format_args!("it is one of {names}")))?;
    control.office().command(Commence { handle: handle.clone(), fault, reason: disputed.reason }).await?;
    Ok(Reply::created(json!({"handle": handle.as_str(), "fault": fault.name()})))
}

async fn pass_on(
    State(control): State<Control>,
    Named(handle): Named<String>,
    Json(passed): Json<Passed>,
) -> Answer {
    let to = Handle::parse(&handle)?;
    let names = passed.names.iter().map(|name| domain_name(name)).collect::<Result<Vec<DomainName>, _>>()?;
    let by = Email::parse(&passed.by)?;
    let done = control.office().command(PassOn { names, to: to.clone(), by }).await?;
    let is_done = done.outcome == Outcome::DomainsPassed;
    Ok(Reply::created(json!({"handle": to.as_str(), "done": is_done})))
}

/// Characters of a line.
const LONGEST_LINE: usize = 255;
