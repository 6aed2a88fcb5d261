//! What an event tells, line by line: `key:value`.

use engine::model::{Event, Notice, TransferReport, TransferState};

use crate::times::moment;

/// The lines, those of a transfer in the order of RRPproxy's manual.
pub(super) fn lines(notice: &Notice) -> Vec<String> {
    let mut lines = of_event(&notice.event);
    if let Some(asked) = &notice.asked {
        lines.extend(asked.client_id.iter().map(|id| format!("cltrid:{id}")));
        lines.push(format!("svtrid:{}", asked.operation));
    }
    lines
}

fn of_event(event: &Event) -> Vec<String> {
    let about = |kind: &str| vec![format!("{kind}:{}", event.object())];
    let with = |mut lines: Vec<String>, key: &str, value: String| {
        lines.push(format!("{key}:{value}"));
        lines
    };
    match event {
        Event::DomainTransfer { transfer, .. } => of_transfer(about("domain"), transfer),
        Event::ContactTransfer { transfer, .. } => of_transfer(about("contact"), transfer),
        Event::NssetTransfer { transfer, .. } => of_transfer(about("nsset"), transfer),
        Event::DomainTrade { registrant, state, .. } => {
            let lines = with(about("domain"), "ownercontact", registrant.clone());
            with(lines, "trade status", state.name().to_owned())
        }
        Event::DomainLeftAsItWas { reason, .. } => with(about("domain"), "reason", reason.clone()),
        Event::Mailspace { .. } => about("mailspace"),
        Event::Privacy { .. } => about("domain"),
        Event::Certificate { certificate, number, .. } => {
            let lines = with(about("name"), "certificate", certificate.to_string());
            with(lines, "sub", number.to_string())
        }
        Event::Protection { .. } => about("protection"),
        Event::DomainLapsed { redeemable_until: None, .. } | Event::DomainDropped { .. } => about("domain"),
        Event::DomainExpiring { expires_at, .. } | Event::DomainAutoRenewed { expires_at, .. } => {
            with(about("domain"), "registration expiration date", moment(*expires_at))
        }
        Event::DomainRenewalUnpaid { expires_at, lapses_at, .. }
        | Event::DomainExpired { expires_at, lapses_at, .. } => {
            let lines = with(about("domain"), "registration expiration date", moment(*expires_at));
            with(lines, "deletion date", moment(*lapses_at))
        }
        Event::DomainSuspended { lapses_at, .. } => {
            with(about("domain"), "deletion date", moment(*lapses_at))
        }
        Event::DomainLapsed { redeemable_until: Some(until), .. }
        | Event::RestoreReportDue { until, .. }
        | Event::RestoreReportOverdue { redeemable_until: until, .. } => {
            with(about("domain"), "restore until", moment(*until))
        }
        Event::DomainPendingDelete { purge_at, .. } => {
            with(about("domain"), "deletion date", moment(*purge_at))
        }
        Event::HostRemoved { domain, .. } => with(about("nameserver"), "domain", domain.clone()),
        Event::LowCredit { left, threshold } => {
            let lines = vec![format!("amount:{left}"), format!("credit threshold:{threshold}")];
            with(lines, "currency", left.currency.code().to_owned())
        }
        Event::Repaid { amount, .. } => with(about("object"), "amount", amount.to_string()),
        Event::DnsZoneExpired { primary, .. } => with(about("dnszone"), "master", primary.clone()),
        Event::Maintenance { from, until, .. } => {
            vec![format!("from:{}", moment(*from)), format!("until:{}", moment(*until))]
        }
        Event::Pinged { asked_at } => vec![format!("requested date:{}", moment(*asked_at))],
        Event::ReleaseAsked { names, .. }
        | Event::DomainsReceived { names, .. }
        | Event::DomainsReleased { names, .. }
        | Event::ReleaseRejected { names, .. }
        | Event::PassingAsked { names, .. }
        | Event::DomainsPassed { names, .. } => names.iter().map(|name| format!("domain:{name}")).collect(),
        Event::ReferralDecided { .. } => about("domain"),
        Event::TaskEnded { task, command, code, reason, .. } => {
            let lines = with(about("domain"), "jobid", task.to_string());
            let lines = with(lines, "command", command.clone());
            let lines = with(lines, "code", code.to_string());
            with(lines, "description", reason.clone())
        }
        Event::AbuseReported(_) => about("nameserver"),
        Event::ContactsMerged { .. }
        | Event::RegistrantChanged { .. }
        | Event::RegistrantRemoved { .. }
        | Event::DataQuality { .. } => about("contact"),
    }
}

fn of_transfer(mut lines: Vec<String>, transfer: &TransferReport) -> Vec<String> {
    let status = match transfer.state {
        TransferState::Pending => "PENDING",
        state => state.name(),
    };
    lines.extend([
        format!("current registrar:{}", transfer.losing),
        format!("requesting registrar:{}", transfer.gaining),
        format!("execute date:{}", moment(transfer.acts_at)),
        format!("transfer status:{status}"),
        format!("requested date:{}", moment(transfer.requested_at)),
    ]);
    lines
}
