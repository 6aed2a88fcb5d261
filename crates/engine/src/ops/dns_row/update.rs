use outcomes::{Field, Operation as Name, Outcome};

use super::rules;
use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusals, Writing,
    model::{DnsRow, DnsRowId, DomainName, Line, Rdata},
    ops::dns_zone::{find_changeable, require_primary, touch},
    ports::store::Inserted,
};

/// Changes a row. What is not named stays; its name and type always do. A new TTL holds for all rows of the same name and
/// type, as resolvers take them for one set.
///
/// Changes: the row, the TTL of its neighbours, the zone. Bills and notifies nothing. Checks, in this order: the TTL;
/// whether the zone exists, the owner, whether it is deleted or locked, whether it is secondary; whether it has the row;
/// the data; whether another row says the same.
#[derive(Clone, Debug)]
pub struct Update {
    /// The zone.
    pub zone: DomainName,
    /// The row.
    pub row: DnsRowId,
    /// How long it may be remembered, in seconds.
    pub ttl: Option<u32>,
    /// Its data, which is read as its type asks for.
    pub rdata: Option<String>,
    /// What its owner says about it; `Some(None)` means nothing.
    pub comment: Option<Option<Line>>,
}

impl Operation for Update {
    type Answer = DnsRow;
    const NAME: Name = Name::DnsRowUpdate;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsRowUpdated,
        Outcome::DnsTtlOutOfRange,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneIsSecondary,
        Outcome::DnsRowUnknown,
        Outcome::DnsRdataMalformed,
        Outcome::DnsRowTaken,
    ];

    fn object(&self) -> &str {
        self.zone.as_str()
    }
}

impl Command for Update {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let mut findings = Findings::new();
        if let Some(ttl) = self.ttl {
            findings.take(Field::DnsTtl, rules::check_ttl(ttl, &cx.policies.house.dns));
        }
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<DnsRow>, Failure> {
        let mut zone = find_changeable(cx, &self.zone)?;
        require_primary(&zone)?;
        let before = rules::find(cx, &zone, self.row)?;
        let row = self.change(cx, &before)?;
        if row.ttl != before.ttl {
            cx.store.set_dns_ttl(&row)?;
        }
        if cx.store.update_dns_row(&row)? == Inserted::Taken {
            return Err(rules::taken(&zone, &row.name, &row.rdata).into());
        }
        touch(cx, &mut zone)?;
        cx.record(Self::NAME, zone.id.into(), self.zone.as_str())?;
        Ok(Done::new(Outcome::DnsRowUpdated, row))
    }
}

impl Update {
    fn change(&self, cx: &Writing<'_>, before: &DnsRow) -> Result<DnsRow, Failure> {
        let mut row = DnsRow { changed_at: cx.now, committed: false, ..before.clone() };
        if let Some(text) = &self.rdata {
            row.rdata =
                Rdata::parse(before.rdata.kind(), text).map_err(|refusal| refusal.at(Field::DnsRdata))?;
        }
        row.ttl = self.ttl.unwrap_or(row.ttl);
        row.comment = self.comment.clone().unwrap_or(row.comment);
        Ok(row)
    }
}
