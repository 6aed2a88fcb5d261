//! What an event says beside its sentence, in JSON. This is a promise to receivers: names are added, never changed.

use engine::model::{
    CertificateNews, Event, Instant, MailspaceNews, Money, PrivacyNews, ProtectionNews, TransferReport,
};
use serde_json::{Map, Value, json};

/// The facts of an event. Moments are RFC 3339 texts, sums are decimal texts with their currency.
pub(crate) fn facts(event: &Event) -> Map<String, Value> {
    let facts = match event {
        Event::DomainTransfer { name, transfer: report } => {
            json!({"name": name, "transfer": transfer(report)})
        }
        Event::DomainLeftAsItWas { name, reason } => json!({"name": name, "reason": reason}),
        Event::ContactTransfer { handle, transfer: report } => {
            json!({"handle": handle, "transfer": transfer(report)})
        }
        Event::NssetTransfer { name, transfer: report } => {
            json!({"name": name, "transfer": transfer(report)})
        }
        Event::DomainTrade { name, registrant, state } => {
            json!({"name": name, "registrant": registrant, "state": state.name()})
        }
        Event::DomainExpiring { name, expires_at, renewal } => {
            json!({"name": name, "expires_at": moment(*expires_at), "renewal": renewal.name()})
        }
        Event::DomainAutoRenewed { name, expires_at } => {
            json!({"name": name, "expires_at": moment(*expires_at)})
        }
        Event::DomainRenewalUnpaid { name, expires_at, lapses_at }
        | Event::DomainExpired { name, expires_at, lapses_at } => {
            json!({"name": name, "expires_at": moment(*expires_at), "lapses_at": moment(*lapses_at)})
        }
        Event::DomainSuspended { name, lapses_at } => json!({"name": name, "lapses_at": moment(*lapses_at)}),
        Event::DomainLapsed { name, redeemable_until } => {
            json!({"name": name, "redeemable_until": redeemable_until.map(moment)})
        }
        Event::RestoreReportDue { name, until } => json!({"name": name, "until": moment(*until)}),
        Event::RestoreReportOverdue { name, redeemable_until } => {
            json!({"name": name, "redeemable_until": moment(*redeemable_until)})
        }
        Event::DomainPendingDelete { name, purge_at } => json!({"name": name, "purge_at": moment(*purge_at)}),
        Event::DomainDropped { name } => json!({"name": name}),
        Event::HostRemoved { host, domain, names } => json!({"host": host, "domain": domain, "names": names}),
        Event::LowCredit { left, threshold } => {
            json!({"left": money(*left), "threshold": money(*threshold)})
        }
        Event::Protection { name, news } => {
            let mut facts = of_protection(news);
            facts["name"] = json!(name);
            facts
        }
        Event::Mailspace { name, news } => {
            let mut facts = of_mailspace(news);
            facts["name"] = json!(name);
            facts
        }
        Event::Privacy { name, news } => {
            let mut facts = of_privacy(news);
            facts["name"] = json!(name);
            facts
        }
        Event::Certificate { name, certificate, number, news } => {
            let mut facts = of_certificate(news);
            facts["name"] = json!(name);
            facts["certificate"] = json!(certificate.to_string());
            facts["number"] = json!(number);
            facts
        }
        Event::Repaid { name, amount } => json!({"name": name, "amount": money(*amount)}),
        Event::Pinged { asked_at } => json!({"asked_at": moment(*asked_at)}),
        Event::DnsZoneExpired { name, primary, answered_at } => {
            json!({"name": name, "primary": primary, "answered_at": answered_at.map(moment)})
        }
        Event::ReleaseAsked { case, from, names, registrant } => {
            json!({"case": case, "from": from, "names": names, "registrant": registrant.handle.as_str()})
        }
        Event::DomainsReceived { from, names, registrant } => {
            json!({"from": from, "names": names, "registrant": registrant.handle.as_str()})
        }
        Event::DomainsReleased { from, to, names, registrant, moved } => json!({
            "from": from, "to": to, "names": names, "registrant": registrant.handle.as_str(), "moved": moved,
        }),
        Event::ReleaseRejected { from, to, names, registrant } => {
            json!({"from": from, "to": to, "names": names, "registrant": registrant.handle.as_str()})
        }
        Event::ReferralDecided { name, term } => {
            json!({"name": name, "expires_at": term.map(|(_, end)| moment(end))})
        }
        Event::AbuseReported(report) => json!({
            "key": report.key, "activity": report.activity, "source": report.source, "host": report.hostname,
            "url": report.url, "seen_at": report.date.map(moment),
        }),
        Event::ContactsMerged { registrant } => json!({"registrant": registrant.handle.as_str()}),
        Event::RegistrantChanged { registrant, changed } => {
            json!({"registrant": registrant.handle.as_str(), "changed": changed})
        }
        Event::PassingAsked { case, by, names, registrant } => {
            json!({"case": case, "by": by, "names": names, "registrant": registrant.handle.as_str()})
        }
        Event::DomainsPassed { case, by, from, names, registrant, .. } => json!({
            "case": case, "by": by, "from": from, "names": names, "registrant": registrant.handle.as_str(),
        }),
        Event::RegistrantRemoved { handle, .. } => json!({"handle": handle}),
        Event::DataQuality { stage, registrant, reason, suspends_at, cancels_at, names } => json!({
            "stage": stage.name(), "registrant": registrant.handle.as_str(), "reason": reason,
            "suspends_at": moment(*suspends_at), "cancels_at": moment(*cancels_at), "names": names,
        }),
        Event::TaskEnded { name, task, command, outcome, code, reason, .. } => json!({
            "name": name, "task": task.to_string(), "command": command, "outcome": outcome, "code": code,
            "reason": reason,
        }),
        Event::Maintenance { from, until, text } => {
            json!({"from": moment(*from), "until": moment(*until), "text": text})
        }
    };
    match facts {
        Value::Object(facts) => facts,
        _ => Map::new(),
    }
}

fn of_mailspace(news: &MailspaceNews) -> Value {
    match news {
        MailspaceNews::Renewed { paid_until } => json!({"paid_until": moment(*paid_until)}),
        MailspaceNews::Unpaid { ends_at } => json!({"ends_at": moment(*ends_at)}),
        MailspaceNews::Ended => json!({}),
    }
}

fn of_privacy(news: &PrivacyNews) -> Value {
    match news {
        PrivacyNews::Expiring { expires_at, renews } => {
            json!({"expires_at": moment(*expires_at), "renews": renews})
        }
        PrivacyNews::Renewed { expires_at } => json!({"expires_at": moment(*expires_at)}),
        PrivacyNews::Unpaid { ends_at } => json!({"ends_at": moment(*ends_at)}),
        PrivacyNews::Ended => json!({}),
    }
}

fn of_protection(news: &ProtectionNews) -> Value {
    match news {
        ProtectionNews::SetUp { expires_at, dns_set } => {
            json!({"expires_at": moment(*expires_at), "dns_set": dns_set})
        }
        ProtectionNews::Cancelled { repaid } => json!({"repaid": repaid}),
        ProtectionNews::Renewed { expires_at } => json!({"expires_at": moment(*expires_at)}),
        ProtectionNews::Unpaid { ends_at } => json!({"ends_at": moment(*ends_at)}),
        ProtectionNews::Ended => json!({}),
        ProtectionNews::Invitation { host } => json!({"host": host}),
        ProtectionNews::InvitationAnswered { guest, accepted } => {
            json!({"guest": guest, "accepted": accepted})
        }
    }
}

fn of_certificate(news: &CertificateNews) -> Value {
    match news {
        CertificateNews::Issued { expires_at } | CertificateNews::Expiring { expires_at } => {
            json!({"expires_at": moment(*expires_at)})
        }
        CertificateNews::Rejected { reason, repaid } => json!({"reason": reason, "repaid": repaid}),
        CertificateNews::Cancelled { reason, repaid } => json!({"reason": reason, "repaid": repaid}),
        CertificateNews::RevocationRefused { reason } => json!({"reason": reason}),
        CertificateNews::Revoked | CertificateNews::Expired => json!({}),
    }
}

/// A moment as receivers read it.
pub(crate) fn moment(at: Instant) -> String {
    at.to_string()
}

fn money(sum: Money) -> Value {
    json!({"amount": sum.to_string(), "currency": sum.currency.code()})
}

fn transfer(report: &TransferReport) -> Value {
    json!({
        "state": report.state.name(),
        "gaining": report.gaining,
        "requested_at": moment(report.requested_at),
        "losing": report.losing,
        "acts_at": moment(report.acts_at),
        "expires_at": report.expires_at.map(moment),
    })
}
