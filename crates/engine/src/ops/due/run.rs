use outcomes::{Operation as Name, Outcome};

use super::{
    Deed, Fired, delivery, dns_zone, domain, mailspace, pending, protection, registry, trade, transfer,
};
use crate::{
    Command, Done, Failure, Operation, Writing,
    model::{Due, Instant, Job},
    ops::{certificate, privacy, quarantine, task},
    ports::{AuthorityAsk, AxfrRequest, Parcel, TaskAsk},
};

/// Does what has fallen due, in the order in which it did. Each piece of work happens at the moment at which it was
/// due, however late it is done: a year begins where the last one ended.
///
/// Only what is handed out is no work of that kind, deliveries, transfers of DNS zones, questions to the authority of
/// certificates and commands that were put off: a notice cannot arrive in the past, nor a primary be asked there, so the next
/// attempt counts from now.
///
/// What it changes, bills and notifies is said where each piece of work is: `ops/domain/auto_renew.rs`, `lapse.rs`,
/// `report_overdue.rs`, `drop_name.rs`, `trade_time_out.rs`, `transfer_time_out.rs` of domains and contacts,
/// `ops/due/dns_zone.rs`, `ops/protection/set_up.rs`, `auto_renew.rs` and `end.rs`, `ops/mailspace/auto_renew.rs` and
/// `end.rs`, `ops/contact/idle.rs`, `ops/data_quality/step.rs`, `ops/certificate/step.rs`, `ops/privacy/step.rs`, and
/// `ops/task/step.rs`.
///
/// Answers what happened, and whether the batch was full, so that there may be more.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Up to which moment.
    pub until: Instant,
    /// How many reminders at most.
    pub most: usize,
}

/// What one run did.
#[derive(Clone, Debug, Default)]
pub struct Ran {
    /// What happened, in order.
    pub fired: Vec<Fired>,
    /// What has to be carried now, in order. Whoever drives the runner hands it to the dispatcher; what
    /// does not arrive is handed out again when its next reminder comes.
    pub parcels: Vec<Parcel>,
    /// Which secondary DNS zones have to be fetched now, in order. Handed on in the same way, and handed out again in the
    /// same way if nobody records how that ended.
    pub axfrs: Vec<AxfrRequest>,
    /// What the authority of certificates has to be asked now, in order. Handed on, and handed out again, as the zones are.
    pub asks: Vec<AuthorityAsk>,
    /// Which commands that were put off are to be carried out now, in order. Handed on, and handed out again, as the zones are.
    pub tasks: Vec<TaskAsk>,
    /// How many reminders were looked at; fewer than asked for means that nothing is left.
    pub looked_at: usize,
}

impl Operation for Run {
    type Answer = Ran;
    const NAME: Name = Name::DueRun;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DueDone];
}

impl Command for Run {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Ran>, Failure> {
        let mut ran = Ran::default();
        // One by one, because what is done may leave a reminder that comes before the next of a list read earlier.
        while ran.looked_at < self.most {
            let Some(due) = cx.store.due_by(self.until, 1)?.pop() else { break };
            cx.store.done(&due)?;
            look(cx, &due, &mut ran)?;
            ran.looked_at += 1;
        }
        Ok(Done::new(Outcome::DueDone, ran))
    }
}

fn look(cx: &Writing<'_>, due: &Due, ran: &mut Ran) -> Result<(), Failure> {
    match due.job {
        Job::Transfer => ran.fired.extend(transfer::decide(&cx.at(due.since), due.object)?),
        Job::Trade => ran.fired.extend(trade::decide(&cx.at(due.since), due.object)?),
        Job::Domain => ran.fired.extend(domain::step(&cx.at(due.since), due.object)?),
        Job::Pending => pending::end(&cx.at(due.since), due.object)?,
        Job::Protection => ran.fired.extend(protection::step(&cx.at(due.since), due.object)?),
        Job::Mailspace => ran.fired.extend(mailspace::step(&cx.at(due.since), due.object)?),
        Job::Handshake | Job::Upkeep | Job::Referral | Job::Idle | Job::DataQuality => {
            ran.fired.extend(registry::look(&cx.at(due.since), due)?);
        }
        Job::Delivery => ran.parcels.extend(delivery::hand_out(&cx.at(cx.now.max(due.at)), due)?),
        Job::Quarantine => {
            let freed = quarantine::end(&cx.at(due.since), due.object)?;
            ran.fired.extend(freed.map(|object| Fired {
                at: due.since,
                object,
                deed: Deed::QuarantineEnded,
            }));
        }
        Job::DnsZone => dns_zone::look(&cx.at(cx.now.max(due.at)), due, ran)?,
        Job::Certificate => {
            let (now, then) = (cx.at(cx.now.max(due.at)), cx.at(due.since));
            let (fired, ask) = certificate::step(&now, &then, due)?;
            ran.fired.extend(fired);
            ran.asks.extend(ask);
        }
        Job::Privacy => ran.fired.extend(privacy::step(&cx.at(due.since), due.object)?),
        Job::Task => ran.tasks.extend(task::step(&cx.at(cx.now.max(due.at)), due)?),
    }
    Ok(())
}
