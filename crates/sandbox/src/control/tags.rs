//! What registrars that are tags want of releases, and what is reported of their names.

use axum::extract::State;
use engine::model::{AbuseReport, Handshake, Instant, RegistrarTag};
use engine::ops::{account::ReportAbuse, tag};
use serde::Deserialize;
use serde_json::json;

use super::Control;
use super::input::{Json, Named, clid};
use super::problem::Problem;
use super::reply::{Answer, Reply};
use super::route::Route;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::put("/sandbox/tags/{id}", set)
            .takes(&[
                ("handshake", "string", "never, without_registrant, always or decline"),
                ("barred", "boolean", "Whether it gets no domains at all; false unless said otherwise"),
            ])
            .says("Set when a registrar is asked before domains are released to it", "The tag"),
        Route::post("/sandbox/tags/{id}/abuse", report)
            .takes(&[
                ("key", "string", "The number of the report"),
                ("activity", "string", "What is done, such as phishing"),
                ("source", "string", "Who reports it"),
                ("hostname", "string", "Where"),
                ("url", "string", "The address of the page"),
                ("date", "integer", "When it was seen, in Unix milliseconds"),
                ("ip", "string", "The address of the host"),
                ("nameserver", "string", "A name server of the domain"),
                ("dns_admin", "string", "Who administers the DNS of the domain"),
                ("target", "string", "Who is harmed"),
                (
                    "whole_domain",
                    "boolean",
                    "Whether the whole domain serves it; false unless said otherwise",
                ),
            ])
            .makes()
            .says("Tell a registrar of abuse under one of its names", "The report"),
    ]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    handshake: String,
    #[serde(default)]
    barred: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reported {
    key: String,
    activity: String,
    source: String,
    hostname: String,
    url: Option<String>,
    date: Option<i64>,
    ip: Option<String>,
    nameserver: Option<String>,
    dns_admin: Option<String>,
    target: Option<String>,
    #[serde(default)]
    whole_domain: bool,
}

impl From<Reported> for AbuseReport {
    fn from(reported: Reported) -> Self {
        let Reported {
            key,
            activity,
            source,
            hostname,
            url,
            date,
            ip,
            nameserver,
            dns_admin,
            target,
            whole_domain,
        } = reported;
        let date = date.map(Instant::from_millis);
        Self { key, activity, source, hostname, url, date, ip, nameserver, dns_admin, target, whole_domain }
    }
}

async fn set(State(control): State<Control>, Named(id): Named<String>, Json(wanted): Json<Wanted>) -> Answer {
    let names = Handshake::ALL.map(Handshake::name).join(", ");
    let handshake = Handshake::parse(&wanted.handshake).ok_or_else(|| {
        Problem::value("handshake", &wanted.handshake, format_args!("it is one of {names}"))
    })?;
    let tag = RegistrarTag { handshake, barred: wanted.barred };
    control.office().command(tag::Set { clid: clid("id", &id)?, tag }).await?;
    Ok(Reply::ok(json!({"id": id, "handshake": handshake.name(), "barred": wanted.barred})))
}

async fn report(
    State(control): State<Control>,
    Named(id): Named<String>,
    Json(reported): Json<Reported>,
) -> Answer {
    let report = AbuseReport::from(reported);
    control.office().command(ReportAbuse { clid: clid("id", &id)?, report: report.clone() }).await?;
    Ok(Reply::created(json!({"id": id, "key": report.key, "hostname": report.hostname})))
}
