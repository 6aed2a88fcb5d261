//! `CheckDomainTransfer`: whether a domain of another account could be transferred now. With an authorisation code the request
//! itself is tried.

use engine::Outcome;
use engine::model::{DomainName, Status};
use engine::ops::domain::{Authority, DomainView, Info, TransferCheck};

use super::{name, transfer};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let request = name::need(&mut params).map(|name| transfer::request(call, name, &mut params));
    params.ignore(&["ACTION", "EMAILLANGUAGE", "EMAILSENDER", "EMAILSUBJECT", "EMAILTAC", "EMAILURL"]);
    let request = params.finish(request)?;
    let name = request.name.clone();
    let has_code = matches!(request.authority, Authority::AuthInfo(Some(_)));
    let warnings = match has_code {
        true => call.rehearse(request).await?.warnings,
        false => call.query(TransferCheck { name: name.clone() }).await?.warnings,
    };
    let view = call.query(Info { name: name.clone(), proof: None }).await?.answer;
    let columns = told(call, &name, &view).maybe("authisvalid", has_code.then_some("1"));
    Ok(Reply { outcome: Outcome::TransferPossible, columns, warnings, is_pending: false })
}

fn told(call: &Call<'_>, name: &DomainName, view: &DomainView) -> Columns {
    let domain = &view.domain;
    let age = (call.desk.engine().now().seconds() - domain.created_at.seconds()) / SECONDS_OF_A_DAY;
    let years = call.policies().zone(&domain.zone).map(|zone| zone.transfer.years);
    let is_locked = domain.statuses.first_of(Status::BARS_TRANSFER).is_some();
    Columns::new()
        .one("domain", name.as_str())
        .one("roid", domain.id.roid())
        .one("registrar", view.sponsor.as_str())
        .one("transferlock", u8::from(is_locked).to_string())
        .one("authrequired", "1")
        .one("createddate", moment(domain.created_at))
        .one("ageindays", age.to_string())
        .one("expirationdate", moment(domain.expires_at))
        .maybe("renewal period", years.map(|years| years.to_string()))
}

const SECONDS_OF_A_DAY: i64 = 86_400;
