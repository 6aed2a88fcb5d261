//! Domains.

pub(crate) mod address_check;
pub(crate) mod arrival;
pub(crate) mod available;
pub(crate) mod check;
pub(crate) mod contact_fit;
pub(crate) mod create;
pub(crate) mod create_race;
pub(crate) mod create_refused;
pub(crate) mod delegate;
pub(crate) mod delete;
pub(crate) mod dossier;
pub(crate) mod find;
pub(crate) mod holder_lock;
pub(crate) mod info;
pub(crate) mod list;
pub(crate) mod people_fit;
pub(crate) mod period_check;
pub(crate) mod portfolio;
pub(crate) mod price;
pub(crate) mod push;
pub(crate) mod renew;
pub(crate) mod renewals;
pub(crate) mod restore;
pub(crate) mod restore_report;
pub(crate) mod secure;
pub(crate) mod send_authinfo;
pub(crate) mod tags;
pub(crate) mod trade;
pub(crate) mod trade_end;
pub(crate) mod transfer_approve;
pub(crate) mod transfer_cancel;
pub(crate) mod transfer_check;
pub(crate) mod transfer_letter;
pub(crate) mod transfer_lists;
pub(crate) mod transfer_mode;
pub(crate) mod transfer_query;
pub(crate) mod transfer_reject;
pub(crate) mod transfer_request;
pub(crate) mod update;
pub(crate) mod update_dnssec;
pub(crate) mod update_links;

use engine::{
    Outcome,
    model::{Instant, Line, Role, Status},
    ops::{StatusChange, domain},
};

use crate::fixture::{World, create_domain, domain_update, handle, hosts, line, name, transfer_of};

/// A world in which ALPHA has a domain.
pub(crate) fn with_domain(domain: &str) -> World {
    let world = World::new();
    world.register(&world.alpha, domain);
    world
}

/// A domain of ALPHA that BRAVO asked for.
fn asked_for(domain: &str) -> World {
    let world = with_domain(domain);
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of(domain));
    world
}

/// A change of statuses.
fn statuses(domain: &str, add: &[Status], remove: &[Status]) -> domain::Update {
    let add = add.iter().map(|status| (*status, None)).collect();
    domain::Update { statuses: StatusChange { add, remove: remove.to_vec() }, ..domain_update(domain) }
}

/// ALPHA sets a status on its domain.
#[track_caller]
fn set(world: &World, domain: &str, status: Status) {
    world.done(&world.alpha, Outcome::DomainUpdated, statuses(domain, &[status], &[]));
}

/// What the strict zone takes: a registrant, an admin contact, two name servers, a long authInfo. The contacts `REG`
/// and `ADM` and the hosts have to be there.
fn strict(domain: &str) -> domain::Create {
    domain::Create {
        contacts: vec![(Role::Registrant, handle("REG")), (Role::Admin, handle("ADM"))],
        delegation: hosts(&["ns1.example", "ns2.example"]),
        authinfo: crate::fixture::secret("a-rather-long-secret"),
        ..create_domain(domain)
    }
}

/// A world with what [`strict`] needs.
fn strict_world() -> World {
    staffed(World::new())
}

/// The same in another world.
fn staffed(world: World) -> World {
    for contact in ["REG", "ADM", "ADM-2", "TEC", "TEC-2"] {
        world.enrol(&world.alpha, contact);
    }
    for host in ["ns1.example", "ns2.example", "ns3.example", "ns4.example"] {
        world.add_host(&world.alpha, host, &[]);
    }
    world
}

/// A restoration's report.
fn report(domain: &str) -> domain::RestoreReport {
    let at: Instant = crate::fixture::day("2027-03-07");
    let statement = |text: &str| -> Line { line(text) };
    domain::RestoreReport {
        name: name(domain),
        deleted_at: at,
        restored_at: at,
        reason: line("Registrant error"),
        statements: [statement("For nobody else."), statement("All true.")],
    }
}
