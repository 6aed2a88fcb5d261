//! `GetForwarding` and `Forwarding`: to whom the mail of a domain is sent on. What is set takes the place of all that was.

use engine::model::{DomainName, Email, MailForwarding, Window};
use engine::ops::domain::Dossier;
use engine::ops::mail_forwarding::{Add, Delete, List};
use engine::ops::{Several, Together};
use engine::{Field, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn get(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    call.query(Dossier { name: name.clone() }).await?;
    let done = call.query(List { held_name: Some(name), window: ALL }).await?;
    Ok(Reply::of(done, |page| {
        let rows = page.rows.iter().zip(1..);
        rows.fold(Fields::new(), |fields, (row, place)| fields.row("eforward", place, cells(row)))
    }))
}

fn cells(row: &MailForwarding) -> Vec<(&'static str, String)> {
    let address = row.address.as_str();
    let (user, _) = address.rsplit_once('@').unwrap_or((address, ""));
    vec![("Username", user.to_owned()), ("ForwardTo", row.target.as_str().to_owned())]
}

pub(in crate::commands) async fn set(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let mut wanted = name.as_ref().map(|name| read(&mut params, name)).unwrap_or_default();
    let name = params.finish(name)?;
    call.query(Dossier { name: name.clone() }).await?;
    let known = call.query(List { held_name: Some(name), window: ALL }).await?.answer.rows;
    let mut gone = Vec::new();
    for MailForwarding { address, target, .. } in known {
        match wanted.iter().position(|one| one.address == address && one.target == target) {
            Some(place) => drop(wanted.remove(place)),
            None => gone.push(Delete { address, target }),
        }
    }
    let (first, then) = (Several(gone), Several(wanted));
    call.command(Together { first, then }).await?;
    Ok(Reply::new(Fields::new()))
}

/// Addresses in the domain, and where each is sent on to.
fn read(params: &mut Params, name: &DomainName) -> Vec<Add> {
    let mut wanted = Vec::new();
    for place in 1..=MOST {
        let text = |part: &str| params.text(&format!("{part}{place}")).map(|text| text.trim().to_owned());
        let (Some(user), Some(target)) = (text("Address"), text("ForwardTo")) else { continue };
        let address = params.take(Field::MailAddress, address(&user, name));
        let target = params.take(Field::MailTarget, Email::parse(&target));
        let add = |(address, target): (Email, Email)| Add {
            address: address.canonical(),
            target: target.canonical(),
        };
        wanted.extend(address.zip(target).map(add));
    }
    wanted
}

/// An address in a domain, of which some clients send all and some what stands before the `@`.
fn address(user: &str, name: &DomainName) -> Result<Email, Refusal> {
    let whole = user.rsplit_once('@').filter(|(_, domain)| domain.eq_ignore_ascii_case(name.as_str()));
    let user = whole.map_or(user, |(user, _)| user);
    Email::parse(&format!("{user}@{name}"))
}

/// All there are of one domain.
pub(in crate::commands) const ALL: Window = Window { first: 0, limit: 1000 };
/// Forwardings in one request.
const MOST: usize = 100;
