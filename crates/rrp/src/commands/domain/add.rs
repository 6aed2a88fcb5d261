//! `AddDomain`: registers a name. `CheckDomainRegistration` tries the same, and says whether it would do.
//!
//! Name servers that are not known here and lie outside the zones are made known, except in RRP itself; those inside have to
//! exist.

use engine::model::Secret;
use engine::ops::domain::{Choices, Create, Created, Price};
use engine::ops::{Needless, Together};
use engine::policy::Priced;
use engine::{Done, Field, Outcome, Refusal};

use super::{contacts, dnssec, modes, name, period, servers, tags};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let create = read(call, &mut params);
    let tags = create.as_ref().and_then(|create| tags::read(&create.name, &mut params));
    let create = params.finish(create)?;
    let done = match tags {
        None => call.command(create).await?,
        Some(then) => tags::first(call.command(Together { first: create, then }).await?),
    };
    let is_referred = done.outcome == Outcome::RegistrationReferred;
    Ok(Reply::of(done, |created| told(&created, is_referred)).pending(is_referred))
}

pub(in crate::commands) async fn rehearse(call: &Call<'_>, mut params: Params) -> Ended {
    let create = read(call, &mut params);
    let create = params.finish(create)?;
    let done = call.rehearse(create).await?;
    Ok(Reply::of(Done { outcome: Outcome::RegistrationPossible, ..done }, |created| told(&created, false)))
}

fn read(call: &Call<'_>, params: &mut Params) -> Option<Create> {
    let name = name::need(params);
    let accepts = params.flag("X-ACCEPT-PREMIUMPRICE").unwrap_or_default() | params.was_sent("X-FEE-AMOUNT");
    if let Some(refusal) = name.as_ref().and_then(|name| unaccepted(call, name, accepts)) {
        params.add(refusal);
    }
    let period = period::read(params);
    let contacts = contacts::read(params, "");
    let delegation = servers::needed(call, name.as_ref(), params, "NAMESERVER");
    let authinfo = Secret::new(params.text("AUTH").unwrap_or_default());
    let dnssec = dnssec::read(params, "");
    let choices = Choices {
        renewal: params.choice("RENEWALMODE", &modes::RENEWAL).flatten(),
        is_locked: params.flag("TRANSFERLOCK").unwrap_or_default(),
    };
    params.ignore(&["INTERNALDNS"]);
    Some(Create {
        name: name?,
        period,
        contacts,
        people: Vec::new(),
        delegation,
        authinfo,
        dnssec,
        consent: None,
        choices,
        needless: Needless::default(),
    })
}

/// A premium name is sold to those only who say that they know what it costs.
fn unaccepted(call: &Call<'_>, name: &engine::model::DomainName, accepts: bool) -> Option<Refusal> {
    let tag = call.glance(Price { name: name.clone(), period: None }).ok()?.answer;
    tag.tier.as_ref().filter(|_| !accepts)?;
    let refusal = Refusal::new(Outcome::PremiumUnaccepted).at(Field::DomainName).value(name);
    Some(refusal.fact("price", tag.fee(Priced::Create)?.gross()))
}

/// Where the registry decides itself, the registration is asked for only.
fn told(created: &Created, is_referred: bool) -> Columns {
    Columns::new()
        .one("domain", created.name.as_str())
        .one("created date", moment(created.created_at))
        .one("registration expiration date", moment(created.expires_at))
        .one("status", if is_referred { "REQUESTED" } else { "ACTIVE" })
}
