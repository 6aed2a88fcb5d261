//! Standing orders for a domain (domain-nom-ext, and the fields of the same names in nom-domain), and its state.

use engine::{
    Field, Findings, Outcome, Refusal, Refusals,
    model::{BillCode, Domain, GracePeriod, Instant, Line, ResellerReference, Status, Upkeep},
    ops::upkeep::Change,
};
use wire::xml::Writer;

use crate::nominet::fields::{Fields, text};

/// Reads the orders among the children of an element, in any order. An empty one clears.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(in crate::nominet) fn read_change(fields: &mut Fields<'_, '_>) -> Result<Change, Refusals> {
    let mut findings = Findings::new();
    let mut change = Change::default();
    for (name, field, order) in [
        ("first-bill", Field::FirstBill, &mut change.first_bill),
        ("recur-bill", Field::RecurBill, &mut change.recur_bill),
    ] {
        *order = order_of(fields, name, field, &mut findings, bill_code)?;
    }
    for (name, field, order) in [
        ("auto-bill", Field::AutoBill, &mut change.auto_bill),
        ("next-bill", Field::NextBill, &mut change.next_bill),
        ("auto-period", Field::AutoPeriod, &mut change.auto_period),
        ("next-period", Field::NextPeriod, &mut change.next_period),
    ] {
        *order = order_of(fields, name, field, &mut findings, number)?;
    }
    let wanted = order_of(fields, "renew-not-required", Field::RenewNotRequired, &mut findings, flag)?;
    change.renew_not_required = wanted.map(Option::unwrap_or_default);
    let notes = fields.all("notes");
    if !notes.is_empty() {
        let mut lines = Vec::new();
        for note in notes {
            let note = text(note)?;
            if !note.is_empty() {
                lines.extend(findings.take(Field::Notes, Line::parse(&note, LONGEST_NOTE)));
            }
        }
        change.notes = Some(lines);
    }
    change.reseller = order_of(fields, "reseller", Field::Reseller, &mut findings, ResellerReference::parse)?;
    findings.finish(change)
}

/// An order: not named, cleared by an empty element, or a value. Both in one request contradict each other.
fn order_of<T>(
    fields: &mut Fields<'_, '_>,
    name: &'static str,
    field: Field,
    findings: &mut Findings,
    parse: impl Fn(&str) -> Result<T, Refusal>,
) -> Result<Option<Option<T>>, Refusals> {
    let elements = fields.all(name);
    let mut texts = Vec::with_capacity(elements.len());
    for element in elements {
        texts.push(text(element)?);
    }
    let is_cleared = texts.iter().any(|text| text.is_empty());
    let Some(value) = texts.iter().find(|text| !text.is_empty()) else {
        return Ok(is_cleared.then_some(None));
    };
    if is_cleared {
        findings.add(Refusal::new(Outcome::FieldSetAndCleared).at(field).value(name));
    }
    Ok(findings.take(field, parse(value)).map(Some))
}

fn bill_code(text: &str) -> Result<BillCode, Refusal> {
    BillCode::parse(text).ok_or_else(|| Refusal::new(Outcome::BillCodeUnknown).value(text))
}

fn number(text: &str) -> Result<u32, Refusal> {
    text.parse().map_err(|_| Refusal::new(Outcome::NumberMalformed).value(text))
}

fn flag(text: &str) -> Result<bool, Refusal> {
    Ok(text.eq_ignore_ascii_case("y"))
}

/// Writes the orders that are set, each as an element of the prefix. The order of elements is that of infData.
pub(in crate::nominet) fn render(names: &OrderNames, upkeep: &Upkeep, xml: &mut Writer) {
    if let Some(code) = upkeep.first_bill {
        xml.leaf(names.first_bill, code.name());
    }
    if let Some(code) = upkeep.recur_bill {
        xml.leaf(names.recur_bill, code.name());
    }
    for (name, value) in [
        (names.auto_bill, upkeep.auto_bill),
        (names.auto_period, upkeep.auto_period.map(u32::from)),
        (names.next_bill, upkeep.next_bill),
        (names.next_period, upkeep.next_period.map(u32::from)),
    ] {
        if let Some(value) = value {
            xml.leaf_display(name, value);
        }
    }
    if upkeep.renew_not_required {
        xml.leaf(names.renew_not_required, "Y");
    }
    for note in &upkeep.notes {
        xml.leaf(names.notes, note.as_str());
    }
    if let Some(reseller) = &upkeep.reseller {
        xml.leaf(names.reseller, reseller.as_str());
    }
}

/// What the elements of orders are called.
pub(in crate::nominet) struct OrderNames {
    first_bill: &'static str,
    recur_bill: &'static str,
    auto_bill: &'static str,
    auto_period: &'static str,
    next_bill: &'static str,
    next_period: &'static str,
    renew_not_required: &'static str,
    notes: &'static str,
    reseller: &'static str,
}

macro_rules! order_names {
    ($prefix:literal) => {
        OrderNames {
            first_bill: concat!($prefix, ":first-bill"),
            recur_bill: concat!($prefix, ":recur-bill"),
            auto_bill: concat!($prefix, ":auto-bill"),
            auto_period: concat!($prefix, ":auto-period"),
            next_bill: concat!($prefix, ":next-bill"),
            next_period: concat!($prefix, ":next-period"),
            renew_not_required: concat!($prefix, ":renew-not-required"),
            notes: concat!($prefix, ":notes"),
            reseller: concat!($prefix, ":reseller"),
        }
    };
}

/// In the extension of the std family.
pub(in crate::nominet) const STD: OrderNames = order_names!("domain-nom-ext");
/// In the domain of the nom family.
pub(in crate::nominet) const NOM: OrderNames = order_names!("domain");

/// How a registration stands. `with_bills` tells also of what is not invoiced yet, which the schema of the std family has
/// no words for.
pub(in crate::nominet) fn reg_status(
    domain: &Domain,
    upkeep: &Upkeep,
    now: Instant,
    with_bills: bool,
) -> &'static str {
    let is_open = |kind: fn(&GracePeriod) -> bool| domain.open_grace(now).any(kind);
    match () {
        () if now >= domain.expires_at => "Renewal required.",
        () if upkeep.renew_not_required => "No longer required",
        () if with_bills && is_open(|grace| matches!(grace, GracePeriod::Renew { .. })) => {
            "Renewal request being processed."
        }
        () if with_bills && (domain.statuses.has(Status::PendingCreate) || is_open(is_add)) => {
            "Registration request being processed."
        }
        () => "Registered until expiry date.",
    }
}

fn is_add(grace: &GracePeriod) -> bool {
    matches!(grace, GracePeriod::Add { .. })
}

/// Characters of a note.
const LONGEST_NOTE: usize = 200;
