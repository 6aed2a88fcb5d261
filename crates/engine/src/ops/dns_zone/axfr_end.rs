use outcomes::{Operation as Name, Outcome};

use super::ownership::rows_allowed;
use crate::{
    Command, Done, Failure, Fault, Operation, Writing,
    model::{DnsRecord, DnsZone, DnsZoneState, Due, Job},
    ports::{AxfrAnswer, AxfrFailed, AxfrRequest},
};

/// Records how the transfer of a secondary zone ended, so that what came is published and the next one scheduled:
/// after the refresh time of the zone, or after its retry time and later each time if it failed. One that was
/// overtaken (the zone was deleted or given another primary meanwhile) is left alone.
///
/// Answers what failed, if something did: the primary may have sent what is no zone, or one too large.
///
/// Changes: the zone, what is published of it, its next reminder. Bills and notifies nothing. Checks whether what came is a
/// zone, and how many records it has.
#[derive(Clone, Debug)]
pub struct AxfrEnd {
    /// What was asked for.
    pub request: AxfrRequest,
    /// What came.
    pub end: Result<AxfrAnswer, AxfrFailed>,
}

impl Operation for AxfrEnd {
    type Answer = Option<AxfrFailed>;
    const NAME: Name = Name::DnsAxfr;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DnsAxfrRecorded];

    fn object(&self) -> &str {
        self.request.name.as_str()
    }
}

impl Command for AxfrEnd {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<Option<AxfrFailed>>, Failure> {
        let Some(mut zone) = self.awaiting(cx)? else {
            return Ok(Done::new(Outcome::DnsAxfrRecorded, None));
        };
        let failed = match &self.end {
            Ok(AxfrAnswer::Current) => None,
            Ok(AxfrAnswer::Zone(records)) => self.publish(cx, &mut zone, records)?,
            Err(failed) => Some(failed.clone()),
        };
        schedule(cx, &mut zone, failed.is_none())?;
        cx.store.update_dns_zone(&zone)?;
        Ok(Done::new(Outcome::DnsAxfrRecorded, failed))
    }
}

impl AxfrEnd {
    /// The zone, if it still wants what was asked for.
    fn awaiting(&self, cx: &Writing<'_>) -> Result<Option<DnsZone>, Fault> {
        let zone = cx.store.dns_zone_by_id(self.request.zone)?;
        Ok(zone.filter(|zone| {
            let same_source = zone.source().is_some_and(|source| source.primary == self.request.primary);
            same_source && zone.state != DnsZoneState::Deleted
        }))
    }

    fn publish(
        &self,
        cx: &Writing<'_>,
        zone: &mut DnsZone,
        records: &[DnsRecord],
    ) -> Result<Option<AxfrFailed>, Failure> {
        let account = cx.store.account(zone.owner)?;
        let account = account.ok_or_else(|| Fault::internal("the owner of a DNS zone is missing"))?;
        let most = rows_allowed(&account, &cx.policies.house.dns);
        let count = u32::try_from(records.len()).unwrap_or(u32::MAX);
        if count > most {
            return Ok(Some(AxfrFailed::new(format_args!("it has {count} records, more than {most}"))));
        }
        if !zone.follow(records) {
            return Ok(Some(AxfrFailed::new("it has no start of authority that makes sense")));
        }
        cx.store.put_dns_records(zone.id, records)?;
        (zone.rows, zone.reloaded_at) = (count, Some(cx.now));
        cx.record(Self::NAME, zone.id.into(), self.request.name.as_str())?;
        Ok(None)
    }
}

/// Leaves the reminder for the next transfer.
fn schedule(cx: &Writing<'_>, zone: &mut DnsZone, answered: bool) -> Result<(), Fault> {
    let (rules, soa, id, added_at) = (&cx.policies.house.dns, zone.soa.clone(), zone.id, zone.added_at);
    let Some(source) = zone.source_mut() else { return Ok(()) };
    if answered {
        (source.answered_at, source.expired) = (Some(cx.now), false);
        source.expires_at = rules.expiry(cx.now, &soa);
        source.next_run = rules.ask_again(cx.now, soa.refresh);
    } else {
        let silent_since = source.answered_at.unwrap_or(added_at);
        source.next_run = rules.ask_the_silent(cx.now, silent_since, soa.retry, source.expired);
    }
    cx.store.remind(&Due::new(source.next_run, Job::DnsZone, id.into()))
}
