//! `ModifyDomain`: changes a domain. What is named plainly takes the place of all that was; what has `ADD` or `DEL` before it
//! comes or goes.

use engine::model::{DomainName, RenewalMode, Role, Secret, Status};
use engine::ops::domain::{LinkChange, Replacement, SetTags, Update};
use engine::ops::{Needless, StatusChange, Together};
use engine::{Field, Outcome, Refusal};

use super::{contacts, dnssec, modes, name, servers, tags};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    refuse_fixed(&mut params);
    let wanted = name.map(|name| Wanted::read(call, name, &mut params));
    let wanted = params.finish(wanted)?;
    let domain = wanted.update.name.as_str().to_owned();
    match wanted.tags {
        // Labels are the account's own affair: a domain that may not be changed may be labelled.
        Some(tags) if wanted.update.is_empty() => {
            call.command(tags).await.map(|done| Reply::about(done, "domain", domain))
        }
        Some(then) => {
            let done = call.command(Together { first: wanted.update, then }).await?;
            Ok(Reply::about(tags::first(done), "domain", domain))
        }
        None => call.command(wanted.update).await.map(|done| Reply::about(done, "domain", domain)),
    }
}

/// Notes what is shown of a domain and cannot be changed, at least not like this.
fn refuse_fixed(params: &mut Params) {
    for name in FIXED {
        if params.sent(name).is_some() {
            let refusal = Refusal::new(Outcome::AttributeFixed).at(Field::Attribute);
            params.add(refusal.value(name.to_ascii_lowercase()));
        }
    }
}

/// What is to be changed.
struct Wanted {
    update: Update,
    tags: Option<SetTags>,
}

impl Wanted {
    fn read(call: &Call<'_>, name: DomainName, params: &mut Params) -> Self {
        let tags = tags::read(&name, params);
        let mut contacts = contacts::replaced(params);
        let owner = contacts.iter().position(|(role, _)| *role == Role::Registrant);
        let owner = owner.map(|place| contacts.swap_remove(place).1.into_iter().next());
        let replace = Replacement {
            people: Vec::new(),
            contacts,
            statuses: params.was_sent("STATUS").then(|| statuses(params, "STATUS")),
            is_locked: params.flag("TRANSFERLOCK"),
            renewal: renewal(params),
        };
        let update = Update {
            add: links(call, &name, params, "ADD"),
            remove: links(call, &name, params, "DEL"),
            delegation: servers::read(params, "NAMESERVER"),
            statuses: StatusChange {
                add: statuses(params, "ADDSTATUS").into_iter().map(|status| (status, None)).collect(),
                remove: statuses(params, "DELSTATUS"),
            },
            registrant: owner,
            authinfo: params.sent("AUTH").map(Secret::new),
            dnssec: dnssec::change(params),
            replace,
            needless: Needless::default(),
            opts_out: None,
            name,
        };
        Self { update, tags }
    }
}

fn links(call: &Call<'_>, domain: &DomainName, params: &mut Params, before: &str) -> LinkChange {
    LinkChange {
        contacts: contacts::read(params, before),
        delegation: servers::needed(call, Some(domain), params, &format!("{before}NAMESERVER")),
    }
}

/// `ACTIVE` and the like say that there is none, and are no statuses to be set.
fn statuses(params: &mut Params, list: &str) -> Vec<Status> {
    params.each(list, Field::Status, |word| {
        let mut all = Status::ALL.into_iter();
        let found = all.find(|status| status.name().eq_ignore_ascii_case(word));
        found.ok_or_else(|| Refusal::new(Outcome::StatusNotSettable).value(word))
    })
}

fn renewal(params: &mut Params) -> Option<Option<RenewalMode>> {
    params.choice("RENEWALMODE", &modes::RENEWAL)
}

const FIXED: [&str; 8] = [
    "CREATEDBY",
    "CREATEDDATE",
    "EXPIRATIONDATE",
    "REGISTRAR",
    "REGISTRATIONEXPIRATIONDATE",
    "ROID",
    "UPDATEDDATE",
    "ZONE",
];
