//! What must hold at any time.

use std::collections::{BTreeSet, HashMap};

use engine::{
    lifecycle::{Phase, Step, steps},
    model::{Domain, Due, GracePeriod, Instant, Job, ObjectId, Status, Transfer, TransferState},
    policy::{Policies, Zone},
    ports::store::{Audit, Kind, Result, Snapshot},
};

use super::{Decade, NAMES, SEED};
use crate::fixture::read;

/// Everything at one moment.
struct Stock {
    domains: Vec<(Domain, Option<Transfer>)>,
    count: u64,
    dues: Vec<Due>,
    audit: Audit,
}

impl Decade {
    /// Looks whether everything is as it may be.
    pub(super) fn take_stock(&mut self) {
        let names = self.names.clone();
        let stock = read(&self.world.engine, move |store| {
            let mut domains = Vec::with_capacity(NAMES);
            for name in &names {
                if let Some(domain) = store.domain(name)? {
                    domains.push(with_transfer(store, domain)?);
                }
            }
            let dues = store.due_by(Instant::from_millis(i64::MAX), usize::MAX)?;
            Ok(Stock { domains, count: store.count_domains()?, dues, audit: store.audit()? })
        });
        self.ids.extend(stock.domains.iter().map(|(domain, _)| ObjectId::from(domain.id)));
        let now = self.world.now();
        stock.check(self.world.engine.policies(), now);
        let index = self.world.engine.store().names();
        assert_eq!(index.count(Kind::Domain), stock.domains.len());
        let faults: Vec<_> = self.tally.keys().filter(|what| what.starts_with("a fault")).collect();
        assert!(faults.is_empty(), "{faults:?}");
    }
}

fn with_transfer(store: &dyn Snapshot, domain: Domain) -> Result<(Domain, Option<Transfer>)> {
    let transfer = store.transfer(domain.id.into())?;
    Ok((domain, transfer))
}

impl Stock {
    fn check(&self, policies: &Policies, now: Instant) {
        assert!(self.audit.is_clean(), "{:?}", self.audit);
        assert!(self.dues.iter().all(|due| due.at > now), "nothing is left undone");
        assert!(self.dues.len() < 4 * NAMES, "reminders pile up: {}", self.dues.len());
        let distinct: BTreeSet<_> = self.domains.iter().map(|(domain, _)| domain.id).collect();
        assert_eq!((distinct.len(), self.count), (self.domains.len(), self.domains.len() as u64));

        let reminders: HashMap<(Job, ObjectId), Instant> =
            self.dues.iter().rev().map(|due| ((due.job, due.object), due.at)).collect();
        for (domain, transfer) in &self.domains {
            let zone = policies.zone(&domain.zone).unwrap();
            let faults = Look { domain, zone, now }.faults(transfer.as_ref(), &reminders);
            assert!(faults.is_empty(), "seed {SEED:#x}, at {now}: {faults:?} of {domain:#?} {transfer:#?}");
        }
    }
}

/// A domain at a moment.
struct Look<'a> {
    domain: &'a Domain,
    zone: &'a Zone,
    now: Instant,
}

impl Look<'_> {
    /// What is wrong.
    fn faults(
        &self,
        transfer: Option<&Transfer>,
        reminders: &HashMap<(Job, ObjectId), Instant>,
    ) -> Vec<&'static str> {
        let reminder = |job| reminders.get(&(job, self.domain.id.into())).copied();
        let findings = [
            (self.is_reminded(reminder(Job::Domain)), "its next step has no reminder"),
            (self.is_up_to_date(), "a step is behind"),
            (self.transfer_agrees(transfer, reminder(Job::Transfer)), "its transfer and its status disagree"),
            (self.deletion_agrees(), "its deletion and its status disagree"),
            (self.phase_agrees(), "its phase and its dates disagree"),
            (self.graces_agree(), "its grace periods are not those of its zone"),
            (self.domain.expires_at <= self.now.plus_years(10), "it is registered for too long"),
        ];
        findings.into_iter().filter(|(holds, _)| !holds).map(|(_, fault)| fault).collect()
    }

    fn steps(&self) -> Vec<(Instant, Step)> {
        steps(self.domain, self.zone)
    }

    fn is_reminded(&self, reminder: Option<Instant>) -> bool {
        let next = self.steps().into_iter().map(|(at, _)| at).find(|at| *at > self.now);
        reminder.is_some_and(|at| next.is_some_and(|next| at <= next))
    }

    /// Whatever was due is done; only a renewal can be due and unpaid.
    fn is_up_to_date(&self) -> bool {
        let behind = |step: &Step| step.is_deed() && *step != Step::Renew;
        !self.steps().iter().any(|(at, step)| *at <= self.now && behind(step))
    }

    fn transfer_agrees(&self, transfer: Option<&Transfer>, reminder: Option<Instant>) -> bool {
        let pending = transfer.filter(|transfer| transfer.state == TransferState::Pending);
        match (self.domain.statuses.has(Status::PendingTransfer), pending) {
            (false, None) => true,
            (true, Some(transfer)) => {
                let parties = transfer.losing == self.domain.sponsor && transfer.gaining != transfer.losing;
                parties && transfer.acts_at > self.now && reminder.is_some_and(|at| at <= transfer.acts_at)
            }
            _ => false,
        }
    }

    fn deletion_agrees(&self) -> bool {
        let Some(deletion) = &self.domain.redemption else {
            return !self.domain.statuses.has(Status::PendingDelete);
        };
        let in_order = deletion.deleted_at < deletion.redeemable_until
            && deletion.redeemable_until <= deletion.purge_at
            && deletion.restore_requested_at.is_none_or(|at| {
                self.zone.redemption.report && deletion.deleted_at <= at && at < deletion.redeemable_until
            });
        let statuses = &self.domain.statuses;
        in_order
            && statuses.has(Status::PendingDelete)
            && !statuses.has(Status::PendingTransfer)
            && self.domain.grace.is_empty()
            && self.zone.redemption.days > 0
    }

    fn phase_agrees(&self) -> bool {
        let expiry = &self.zone.expiry;
        let automatic = self.domain.renewal.unwrap_or(expiry.renewal).renews();
        match Phase::of(self.domain, self.zone, self.now) {
            Phase::Registered => self.now < self.domain.expires_at,
            // Where the server renews, or deletes at once, nothing is ever seen expired.
            Phase::Expired => expiry.suspend_days > 0 || (automatic && expiry.retry_days > 0),
            Phase::Suspended => expiry.lapse_days > expiry.suspend_days,
            Phase::Redemption | Phase::PendingDelete => true,
            Phase::PendingRestore => self.zone.redemption.report,
        }
    }

    fn graces_agree(&self) -> bool {
        let policy = &self.zone.grace;
        self.domain.open_grace(self.now).all(|grace| {
            let days = match grace {
                GracePeriod::Add { .. } => policy.add,
                GracePeriod::Renew { .. } => policy.renew,
                GracePeriod::AutoRenew { .. } => policy.auto_renew,
                GracePeriod::Transfer { .. } => policy.transfer,
            };
            grace.ends_at() <= self.now.plus_days(days.into())
        })
    }
}
