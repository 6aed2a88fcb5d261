use outcomes::{Field, Operation as Name, Outcome};

use super::{
    draft::touch,
    foundation::{found, new_zone},
    name_rules,
    ownership::{find_changeable, require_primary, rows_allowed},
    publication::publish,
};
use crate::{
    Command, Done, Failure, Glancing, Operation, Refusal, Refusals, Writing,
    model::{DnsRowId, DnsZone, DomainName},
};

/// Copies a primary zone under another name, with the rows as they were changed last and who may transfer it. Names in
/// the data of rows stay as they are; a lock or signature is not copied.
///
/// Changes: the new zone, which is published at once without its rows; those are changes that are not yet published.
/// Bills and notifies nothing. Checks, in this order: where the new name lies; whether the zone exists, the owner,
/// whether it is deleted or locked, whether it is secondary; how many rows it has; whether the new name is taken; how
/// many zones the account has.
#[derive(Clone, Debug)]
pub struct Copy {
    /// The name of the zone that is there.
    pub name: DomainName,
    /// The name of the new zone.
    pub new_name: DomainName,
}

impl Operation for Copy {
    type Answer = DnsZone;
    const NAME: Name = Name::DnsZoneCopy;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DnsZoneCopied,
        Outcome::ZoneUnknown,
        Outcome::NameNotRegistrable,
        Outcome::DnsZoneUnknown,
        Outcome::DnsZoneForeign,
        Outcome::DnsZoneIsDeleted,
        Outcome::DnsZoneLocked,
        Outcome::DnsZoneIsSecondary,
        Outcome::DnsRowsTooMany,
        Outcome::DnsZoneTaken,
        Outcome::DnsZonesTooMany,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Command for Copy {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        name_rules::check(cx.policies, &self.new_name, Field::NewDnsZoneName)?;
        Ok(())
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<DnsZone>, Failure> {
        let old = find_changeable(cx, &self.name)?;
        require_primary(&old)?;
        let most = rows_allowed(&cx.actor.account, &cx.policies.house.dns);
        if old.rows > most {
            let refusal = Refusal::new(Outcome::DnsRowsTooMany).at(Field::NewDnsZoneName);
            return Err(refusal.value(&self.new_name).fact("count", most).into());
        }
        let mut zone = new_zone(cx, &self.new_name, old.kind, &old.name_servers);
        (zone.soa, zone.auto_commit) = (old.soa, old.auto_commit);
        found(cx, &zone, Field::NewDnsZoneName)?;
        publish(cx, &mut zone)?;
        if old.rows > 0 {
            let first = DnsRowId(cx.new_ids(old.rows));
            cx.store.copy_dns_rows(old.id, zone.id, first, cx.now)?;
            zone.rows = old.rows;
            touch(cx, &mut zone)?;
        }
        cx.record(Self::NAME, zone.id.into(), self.new_name.as_str())?;
        Ok(Done::new(Outcome::DnsZoneCopied, zone))
    }
}
