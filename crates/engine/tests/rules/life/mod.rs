//! What time brings to domains and contacts.

pub(crate) mod auto_renew;
pub(crate) mod crash;
pub(crate) mod drop_name;
pub(crate) mod expiry;
pub(crate) mod policies;
pub(crate) mod redemption;
pub(crate) mod renewal_mode;
pub(crate) mod runner;
pub(crate) mod set_term;
pub(crate) mod timeline;
pub(crate) mod transfer;
pub(crate) mod window;

use engine::{
    Outcome,
    lifecycle::Phase,
    model::{Entry, Event, Instant, Line, RenewalMode},
    ops::{
        domain::{Delete, Renew, Restore, RestoreReport, SetRenewalMode, Timeline},
        due::{Deed, Fired},
    },
};

use crate::fixture::{World, day, line, name, read, years};

/// When a registration ends.
fn expiry(world: &World, domain: &str) -> Instant {
    world.view(domain).domain.expires_at
}

/// Where a registration stands.
#[track_caller]
fn phase(world: &World, domain: &str) -> Phase {
    world.found(&world.alpha, Outcome::DomainTimelineTold, Timeline { name: name(domain) }).phase
}

/// What was done, without when and to what.
fn deeds(fired: &[Fired]) -> Vec<Deed> {
    fired.iter().map(|fired| fired.deed).collect()
}

/// The names of events.
fn names(events: &[Event]) -> Vec<&'static str> {
    events.iter().map(Event::name).collect()
}

/// The lines of a domain in the ledger.
fn lines(world: &World, domain: &str) -> Vec<Entry> {
    let id = world.view(domain).domain.id;
    read(&world.engine, move |store| store.entries_of(id.into()))
}

fn delete(domain: &str) -> Delete {
    Delete { name: name(domain) }
}

fn restore(domain: &str) -> Restore {
    Restore { name: name(domain), is_reported: false }
}

fn renew(domain: &str, period: u8) -> Renew {
    Renew { name: name(domain), current_expiry: None, period: years(period) }
}

fn choose(domain: &str, mode: Option<RenewalMode>) -> SetRenewalMode {
    SetRenewalMode { name: name(domain), mode }
}

fn report(domain: &str) -> RestoreReport {
    let (at, statement) = (day("2027-03-07"), |text: &str| -> Line { line(text) });
    RestoreReport {
        name: name(domain),
        deleted_at: at,
        restored_at: at,
        reason: line("Registrant error"),
        statements: [statement("For nobody else."), statement("All true.")],
    }
}
