use outcomes::{Field, Operation as Name, Outcome};

use super::schedule;
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{BillCode, DomainName, Line, ResellerReference, Status, Upkeep},
    ops::{
        access::{require_awake, require_free},
        domain::{find_own, zone_of},
        reseller,
    },
    policy::Span,
};

/// Changes the orders of a registrar for a domain.
///
/// Changes: the orders; a renewal that is ordered comes at its time. Bills and notifies nothing now.
///
/// Checks, in this order: the numbers, and whether the orders agree with each other; whether the domain exists, the
/// sponsor, whether the zone rests, the statuses; whether the reseller is known; whether the new orders agree with those that
/// stay.
#[derive(Clone, Debug)]
pub struct Set {
    /// The domain.
    pub name: DomainName,
    /// What is to change.
    pub change: Change,
}

/// What is to change; `Some(None)` clears an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Who gets the first bill.
    pub first_bill: Option<Option<BillCode>>,
    /// Who gets the bills of renewals.
    pub recur_bill: Option<Option<BillCode>>,
    /// So many days before each expiry; zero clears it too.
    pub auto_bill: Option<Option<u32>>,
    /// So many days before the next expiry; zero clears it too.
    pub next_bill: Option<Option<u32>>,
    /// For so many years each time.
    pub auto_period: Option<Option<u32>>,
    /// For so many years once.
    pub next_period: Option<Option<u32>>,
    /// Whether no other term is wanted.
    pub renew_not_required: Option<bool>,
    /// The notes, all of them.
    pub notes: Option<Vec<Line>>,
    /// The reseller.
    pub reseller: Option<Option<ResellerReference>>,
}

impl Change {
    /// Whether nothing is to change.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn check(&self, findings: &mut Findings) {
        for (field, days) in [(Field::AutoBill, self.auto_bill), (Field::NextBill, self.next_bill)] {
            check_span(field, days, DAYS, Outcome::BillDaysOutOfRange, findings);
        }
        for (field, years) in [(Field::AutoPeriod, self.auto_period), (Field::NextPeriod, self.next_period)] {
            check_span(field, years, YEARS, Outcome::BillPeriodOutOfRange, findings);
        }
    }

    fn apply(&self, upkeep: &mut Upkeep) {
        let days = |days: Option<u32>| days.filter(|days| *days > 0);
        let years = |years: Option<u32>| years.and_then(|years| u8::try_from(years).ok());
        set(&mut upkeep.first_bill, self.first_bill);
        set(&mut upkeep.recur_bill, self.recur_bill);
        set(&mut upkeep.auto_bill, self.auto_bill.map(days));
        set(&mut upkeep.next_bill, self.next_bill.map(days));
        set(&mut upkeep.auto_period, self.auto_period.map(years));
        set(&mut upkeep.next_period, self.next_period.map(years));
        set(&mut upkeep.renew_not_required, self.renew_not_required);
        set(&mut upkeep.notes, self.notes.clone());
        set(&mut upkeep.reseller, self.reseller.clone());
    }
}

impl Operation for Set {
    type Answer = ();
    const NAME: Name = Name::UpkeepSet;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainUpdated,
        Outcome::BillDaysOutOfRange,
        Outcome::BillPeriodOutOfRange,
        Outcome::BillOrdersConflict,
        Outcome::DomainUnknown,
        Outcome::NotSponsor,
        Outcome::ZoneAsleep,
        Outcome::StatusProhibits,
        Outcome::ResellerUnknown,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Set {
    fn precheck(&self, _: &Glancing<'_>) -> Result<(), Refusals> {
        let mut findings = Findings::new();
        self.change.check(&mut findings);
        findings.end()?;
        let mut alone = Upkeep::default();
        self.change.apply(&mut alone);
        Ok(check_agreement(&alone)?)
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut domain = find_own(cx, &self.name)?;
        require_awake(cx, zone_of(cx.policies, &domain)?)?;
        // A registration that waits for the registry gets its orders with it.
        if !domain.statuses.has(Status::PendingCreate) {
            require_free(&domain.statuses, Status::BARS_UPDATE, self.name.as_str())?;
        }
        if let Some(Some(reference)) = &self.change.reseller {
            reseller::find_own(cx, reference)?;
        }
        let mut upkeep = cx.store.upkeep(domain.id)?;
        self.change.apply(&mut upkeep);
        check_agreement(&upkeep)?;

        cx.store.put_upkeep(domain.sponsor, domain.id, &upkeep)?;
        domain.touch(cx.actor.id(), cx.now);
        cx.store.update_domain(&domain)?;
        schedule(cx, &domain)?;
        cx.record(Self::NAME, domain.id.into(), self.name.as_str())?;
        Ok(Done::new(Outcome::DomainUpdated, ()))
    }
}

fn set<T>(order: &mut T, change: Option<T>) {
    if let Some(change) = change {
        *order = change;
    }
}

fn check_span(
    field: Field,
    value: Option<Option<u32>>,
    span: Span,
    outcome: Outcome,
    findings: &mut Findings,
) {
    if let Some(value) = value.flatten().filter(|value| !span.holds(*value as usize)) {
        findings.add(Refusal::new(outcome).at(field).value(value).fact("range", span));
    }
}

/// Whoever lets the server renew wants a renewal, and one order at a time.
fn check_agreement(upkeep: &Upkeep) -> Result<(), Refusal> {
    let conflict = |field: Field, other: Field| {
        let refusal = Refusal::new(Outcome::BillOrdersConflict).at(field).value(field.title());
        Err(refusal.fact("other", other.title()))
    };
    let ordered = upkeep.auto_bill.map(|_| Field::AutoBill).or(upkeep.next_bill.map(|_| Field::NextBill));
    let Some(ordered) = ordered else { return Ok(()) };
    match () {
        () if upkeep.auto_bill.is_some() && upkeep.next_bill.is_some() => {
            conflict(Field::AutoBill, Field::NextBill)
        }
        () if upkeep.recur_bill == Some(BillCode::Customer) => conflict(ordered, Field::RecurBill),
        () if upkeep.renew_not_required => conflict(ordered, Field::RenewNotRequired),
        () => Ok(()),
    }
}

/// Days before the expiry.
const DAYS: Span = Span::new(0, 182);
/// Years of a renewal.
const YEARS: Span = Span::new(1, 9);
