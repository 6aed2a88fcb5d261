use outcomes::{Field, Operation as Name, Outcome};

use super::rules;
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusal, Refusals, Writing,
    model::{DnsRow, DnsRowId, DnsZone, DomainName, Line, Rdata, RowName},
    ops::dns_zone::{find_changeable, require_primary, rows_allowed, touch},
    policy::DnsRules,
    ports::store::Inserted,
};

/// Adds a row to a zone. It is published by a commit, or by itself some minutes after the last change.
///
/// Costs the same however many zones and rows there are: what stands beside the row is found by name and type.
///
/// Changes: the row and its zone. Bills and notifies nothing. Checks, in this order: the name, whether it fits the type,
/// the TTL; whether the zone exists, the owner, whether it is deleted or locked, whether it is secondary; whether it has
/// the row already; a CNAME in its way; the TTL of its neighbours; how many rows the zone has.
#[derive(Clone, Debug)]
pub struct Add {
    /// The zone.
    pub zone: DomainName,
    /// The row.
    pub row: NewDnsRow,
}

/// A row as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDnsRow {
    /// Its name.
    pub name: RowName,
    /// How long it may be remembered, in seconds; `None` means as long as its neighbours of the same name and type or,
    /// where it has none, what the house rules say.
    pub ttl: Option<u32>,
    /// Its type and data.
    pub rdata: Rdata,
    /// What its owner says about it.
    pub comment: Option<Line>,
}

impl Operation for Add {
    type Answer = DnsRow;
    const NAME: Name = Name::DnsRowAdd;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsRowAdded,
        Outcome::DnsRowNameMalformed,
        Outcome::DnsRowNameRefused,
        Outcome::DnsTtlOutOfRange,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneIsSecondary,
        Outcome::DnsRowTaken,
        Outcome::DnsCnameConflict,
        Outcome::DnsTtlDiffers,
        Outcome::DnsRowsTooMany,
    ];

    fn object(&self) -> &str {
        self.zone.as_str()
    }
}

impl Command for Add {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let mut findings = Findings::new();
        self.row.check(&self.zone, &cx.policies.house.dns, &mut findings);
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<DnsRow>, Failure> {
        let mut zone = find_changeable(cx, &self.zone)?;
        require_primary(&zone)?;
        let row = self.row.insert(cx, &mut zone)?;
        touch(cx, &mut zone)?;
        cx.record(Self::NAME, zone.id.into(), self.zone.as_str())?;
        Ok(Done::new(Outcome::DnsRowAdded, row))
    }
}

impl NewDnsRow {
    /// Notes what is wrong with it whatever its zone holds.
    pub(in crate::ops) fn check(&self, zone: &DomainName, rules: &DnsRules, findings: &mut Findings) {
        findings.take(Field::DnsRowName, self.name.check_within(zone));
        findings.take(Field::DnsRowName, self.name.check_for(self.rdata.kind()));
        if let Some(ttl) = self.ttl {
            findings.take(Field::DnsTtl, rules::check_ttl(ttl, rules));
        }
    }

    /// Puts it into a zone, and counts it there.
    ///
    /// # Errors
    /// `dns_row_taken`, `dns_cname_conflict`, `dns_ttl_differs`, `dns_rows_too_many`.
    pub(in crate::ops) fn insert(&self, cx: &Writing<'_>, zone: &mut DnsZone) -> Result<DnsRow, Failure> {
        let row = self.fit_in(cx, zone)?;
        if cx.store.insert_dns_row(&row)? == Inserted::Taken {
            return Err(rules::taken(zone, &row.name, &row.rdata).into());
        }
        zone.rows = zone.rows.saturating_add(1);
        Ok(row)
    }

    /// The row as it stands among the others of a zone.
    fn fit_in(&self, cx: &Writing<'_>, zone: &DnsZone) -> Result<DnsRow, Failure> {
        let (name, kind) = (&self.name, self.rdata.kind());
        if cx.store.same_dns_row(zone.id, name, &self.rdata)?.is_some() {
            return Err(rules::taken(zone, name, &self.rdata).into());
        }
        rules::check_cname(cx, zone, name, kind)?;
        let ttl = rules::shared_ttl(cx, zone, name, kind, self.ttl)?;
        let most = rows_allowed(&cx.actor.account, &cx.policies.house.dns);
        if zone.rows >= most {
            let refusal = Refusal::new(Outcome::DnsRowsTooMany).at(Field::DnsZoneName);
            return Err(refusal.value(&zone.name).fact("count", most).into());
        }
        Ok(DnsRow {
            id: DnsRowId(cx.new_id()),
            zone: zone.id,
            name: name.clone(),
            ttl,
            rdata: self.rdata.clone(),
            changed_at: cx.now,
            comment: self.comment.clone(),
            committed: false,
        })
    }
}
