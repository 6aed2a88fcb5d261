//! Notices: what an account has to hear of.

use std::borrow::Cow;

use super::{
    AccountId, CertificateId, CertificateNews, ContactId, DataQualityStage, Holder, Instant, MailspaceNews,
    Money, NoticeId, OperationId, PrivacyNews, ProtectionNews, RenewalMode, TaskId, TransferState,
};

/// A notice in an account's queue. Protocols render it in their own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id; grows with time within a queue.
    pub id: NoticeId,
    /// Whose queue it is in.
    pub account: AccountId,
    /// When it was put there.
    pub at: Instant,
    /// What happened.
    pub event: Event,
    /// The request whose end this is, if the account asked for it.
    pub asked: Option<Asked>,
}

/// A notice in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedNotice {
    /// The notice.
    pub notice: Notice,
    /// When it was acknowledged; `None` while it waits.
    pub acknowledged_at: Option<Instant>,
}

impl ListedNotice {
    /// For how many days a notice can be read, if it is acknowledged before they are over.
    pub const KEPT_DAYS: i64 = 90;
}

/// A request that was accepted, and ends later with a notice.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Asked {
    /// The server's id of the request.
    pub operation: OperationId,
    /// What was asked for, by its name in the catalogue.
    pub action: String,
    /// The client's own id of the request, if it sent one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// In which form the protocol of the request writes its notices, if it has one of its own: `wapi/xml`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
}

/// What happened. Names are kept as they were at that time, because the objects may be gone when the notice is read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A transfer of a domain was requested or ended.
    DomainTransfer {
        /// The domain.
        name: String,
        /// Its progress.
        transfer: TransferReport,
    },
    /// A domain came to the account and could not be given what the account wanted it to have from then on.
    DomainLeftAsItWas {
        /// The domain.
        name: String,
        /// Why not.
        reason: String,
    },
    /// A transfer of a contact was requested or ended.
    ContactTransfer {
        /// The contact's handle.
        handle: String,
        /// Its progress.
        transfer: TransferReport,
    },
    /// A set of name servers changed hands.
    NssetTransfer {
        /// The set.
        name: String,
        /// How it went.
        transfer: TransferReport,
    },
    /// The change of a registrant was approved or cancelled.
    DomainTrade {
        /// The domain.
        name: String,
        /// The registrant that was wanted.
        registrant: String,
        /// How it ended.
        state: TransferState,
    },
    /// A registration comes to its end soon.
    DomainExpiring {
        /// The domain.
        name: String,
        /// When.
        expires_at: Instant,
        /// What will happen then.
        renewal: RenewalMode,
    },
    /// The server renewed a registration at its end.
    DomainAutoRenewed {
        /// The domain.
        name: String,
        /// When it ends now.
        expires_at: Instant,
    },
    /// The server could not renew a registration, because its sponsor lacks the credit.
    DomainRenewalUnpaid {
        /// The domain.
        name: String,
        /// When it ended.
        expires_at: Instant,
        /// When the server will delete it.
        lapses_at: Instant,
    },
    /// A registration ended and was not renewed.
    DomainExpired {
        /// The domain.
        name: String,
        /// When it ended.
        expires_at: Instant,
        /// When the server will delete it.
        lapses_at: Instant,
    },
    /// A domain that was not renewed left the DNS.
    DomainSuspended {
        /// The domain.
        name: String,
        /// When the server will delete it.
        lapses_at: Instant,
    },
    /// The server deleted a registration that was not renewed.
    DomainLapsed {
        /// The domain.
        name: String,
        /// Until when it can be restored, if it can.
        redeemable_until: Option<Instant>,
    },
    /// The report on a restoration is due soon.
    RestoreReportDue {
        /// The domain.
        name: String,
        /// The last moment for it.
        until: Instant,
    },
    /// The report on a restoration did not come in time.
    RestoreReportOverdue {
        /// The domain.
        name: String,
        /// Until when it can be restored again.
        redeemable_until: Instant,
    },
    /// A deleted domain can be restored no more.
    DomainPendingDelete {
        /// The domain.
        name: String,
        /// When its name becomes free.
        purge_at: Instant,
    },
    /// A deleted domain is gone and its name free.
    DomainDropped {
        /// The domain.
        name: String,
    },
    /// A host went because the domain it lay in is gone; the account's domains were delegated to it.
    HostRemoved {
        /// The host.
        host: String,
        /// The domain it lay in.
        domain: String,
        /// The account's domains; none in notices that were written before this was kept.
        #[serde(default)]
        names: Vec<String>,
    },
    /// What is left of the credit fell below the account's threshold.
    LowCredit {
        /// What is left, with the credit limit.
        left: Money,
        /// The threshold.
        threshold: Money,
    },
    /// Something happened to a protection service.
    Protection {
        /// The protected name.
        name: String,
        /// What.
        news: ProtectionNews,
    },
    /// Something became of a mailspace.
    Mailspace {
        /// The mailspace.
        name: String,
        /// What.
        news: MailspaceNews,
    },
    /// The privacy of a domain ends soon, was renewed or not, or ended.
    Privacy {
        /// The domain.
        name: String,
        /// What.
        news: PrivacyNews,
    },
    /// Something happened to an order of a certificate.
    Certificate {
        /// The name that it is for, or the product where that is not known yet.
        name: String,
        /// The certificate.
        certificate: CertificateId,
        /// Which of its orders.
        number: u32,
        /// What.
        news: CertificateNews,
    },
    /// What was owed to the account was given back.
    Repaid {
        /// The object that was paid for.
        name: String,
        /// How much.
        amount: Money,
    },
    /// An asynchronous ping is answered.
    Pinged {
        /// When it was asked for.
        asked_at: Instant,
    },
    /// The primary of a secondary DNS zone did not answer for so long that the name servers gave the zone up.
    DnsZoneExpired {
        /// The zone.
        name: String,
        /// The address of the primary.
        primary: String,
        /// When it answered last, if ever.
        answered_at: Option<Instant>,
    },
    /// Another registrar releases domains and waits for an answer.
    ReleaseAsked {
        /// The number of the case.
        case: String,
        /// Who releases.
        from: String,
        /// The domains.
        names: Vec<String>,
        /// Their registrant.
        registrant: Box<Holder>,
    },
    /// Domains came from another registrar.
    DomainsReceived {
        /// Who released them.
        from: String,
        /// The domains.
        names: Vec<String>,
        /// Their registrant.
        registrant: Box<Holder>,
    },
    /// Domains went to another registrar.
    DomainsReleased {
        /// Who released them.
        from: String,
        /// Who has them now.
        to: String,
        /// The domains.
        names: Vec<String>,
        /// Their registrant.
        registrant: Box<Holder>,
        /// Whether the registrant went along.
        moved: bool,
    },
    /// The registrar that was asked did not take domains.
    ReleaseRejected {
        /// Who released them.
        from: String,
        /// Who was asked.
        to: String,
        /// The domains.
        names: Vec<String>,
        /// Their registrant.
        registrant: Box<Holder>,
    },
    /// The registry decided about a registration.
    ReferralDecided {
        /// The domain.
        name: String,
        /// When it was registered and when it ends; `None` if it was refused.
        term: Option<(Instant, Instant)>,
    },
    /// Somebody reported what is done under a name.
    AbuseReported(Box<AbuseReport>),
    /// Contacts became one.
    ContactsMerged {
        /// What they are now.
        registrant: Box<Holder>,
    },
    /// What a registrant says of itself was changed, and not by its sponsor.
    RegistrantChanged {
        /// The registrant as it is now.
        registrant: Box<Holder>,
        /// What is new, by the names that fields have.
        changed: Vec<String>,
    },
    /// Domains are to pass to a registrant of the account, which has to agree.
    PassingAsked {
        /// The number of the case.
        case: String,
        /// On whose word.
        by: String,
        /// The domains.
        names: Vec<String>,
        /// Who is to hold them.
        registrant: Box<Holder>,
    },
    /// Domains passed to another registrant.
    DomainsPassed {
        /// The number of the case, if the account had to agree.
        case: Option<String>,
        /// On whose word.
        by: String,
        /// The handle of who held them.
        from: String,
        /// Its id.
        from_id: ContactId,
        /// The domains.
        names: Vec<String>,
        /// Who holds them.
        registrant: Box<Holder>,
    },
    /// A registrant that had no domain for a while was removed.
    RegistrantRemoved {
        /// Its handle.
        handle: String,
        /// Its id.
        contact: ContactId,
    },
    /// Something is done about wrong data of a registrant.
    DataQuality {
        /// How far it has come.
        stage: DataQualityStage,
        /// The registrant.
        registrant: Box<Holder>,
        /// What is wrong.
        reason: String,
        /// When its domains leave the DNS.
        suspends_at: Instant,
        /// When its domains are cancelled.
        cancels_at: Instant,
        /// Its domains.
        names: Vec<String>,
    },
    /// A command that was put off was carried out.
    TaskEnded {
        /// The object that it is about.
        name: String,
        /// The task.
        task: TaskId,
        /// The command, by the name that its protocol has for it.
        command: String,
        /// What it does, by the name of the operation.
        action: String,
        /// What it came to, by the name of the outcome; `None` if it was refused.
        outcome: Option<String>,
        /// The code that it was answered with.
        code: u32,
        /// What the code means, and what exactly happened.
        reason: String,
    },
    /// The system will not be available for a while.
    Maintenance {
        /// From when.
        from: Instant,
        /// Until when.
        until: Instant,
        /// What for.
        text: String,
    },
}

/// What somebody reports of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct AbuseReport {
    /// The number of the report.
    pub key: String,
    /// What is done there, such as `phishing`.
    pub activity: String,
    /// Who reports it.
    pub source: String,
    /// The name of the host.
    pub hostname: String,
    /// The address of the page.
    pub url: Option<String>,
    /// When it was seen.
    pub date: Option<Instant>,
    /// The address of the host.
    pub ip: Option<String>,
    /// A name server of the domain.
    pub nameserver: Option<String>,
    /// Who administers the DNS of the domain.
    pub dns_admin: Option<String>,
    /// Who is harmed.
    pub target: Option<String>,
    /// Whether the whole domain serves it.
    pub whole_domain: bool,
}

/// A transfer's progress, as both sides hear of it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TransferReport {
    /// Where it stands.
    pub state: TransferState,
    /// Who asked.
    pub gaining: String,
    /// When it was asked for.
    pub requested_at: Instant,
    /// Who has to answer, or answered.
    pub losing: String,
    /// When it was answered or will be.
    pub acts_at: Instant,
    /// When the domain will expire, if the transfer changes that.
    pub expires_at: Option<Instant>,
    /// The id of what is to change hands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<i64>,
}

impl Event {
    /// The event as one English sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::DomainTransfer { name, transfer } => transfer.sentence("domain", name),
            Self::DomainLeftAsItWas { name, reason } => {
                format!("Domain {name} was transferred and keeps its contacts and name servers: {reason}")
            }
            Self::ContactTransfer { handle, transfer } => transfer.sentence("contact", handle),
            Self::NssetTransfer { name, transfer } => transfer.sentence("set of name servers", name),
            Self::DomainTrade { name, registrant, state } => {
                format!("The change of the registrant of domain {name} to {registrant} {}", became(*state))
            }
            Self::DomainExpiring { name, expires_at, renewal } if renewal.renews() => {
                format!("Domain {name} expires on {expires_at} and will be renewed by the server")
            }
            Self::DomainExpiring { name, expires_at, renewal: RenewalMode::Delete } => {
                format!("Domain {name} expires on {expires_at} and will be deleted by the server")
            }
            Self::DomainExpiring { name, expires_at, .. } => {
                format!("Domain {name} expires on {expires_at} unless it is renewed")
            }
            Self::DomainAutoRenewed { name, expires_at } => {
                format!("Domain {name} was renewed by the server until {expires_at}")
            }
            Self::DomainRenewalUnpaid { name, lapses_at, .. } => {
                format!("Domain {name} was not renewed for lack of credit and will be deleted on {lapses_at}")
            }
            Self::DomainExpired { name, lapses_at, .. } => {
                format!("Domain {name} expired and will be deleted on {lapses_at} unless it is renewed")
            }
            Self::DomainSuspended { name, lapses_at } => {
                format!("Domain {name} left the DNS and will be deleted on {lapses_at} unless it is renewed")
            }
            Self::DomainLapsed { name, redeemable_until: Some(until) } => {
                format!("Domain {name} was deleted by the server and can be restored until {until}")
            }
            Self::DomainLapsed { name, redeemable_until: None } => {
                format!("Domain {name} was deleted by the server and its name is free")
            }
            Self::RestoreReportDue { name, until } => {
                format!("The restore report of domain {name} is due by {until}")
            }
            Self::RestoreReportOverdue { name, redeemable_until } => {
                format!(
                    "The restore report of domain {name} did not come; it is back in redemption until {redeemable_until}"
                )
            }
            Self::DomainPendingDelete { name, purge_at } => {
                format!("Domain {name} can be restored no more; its name becomes free on {purge_at}")
            }
            Self::DomainDropped { name } => format!("Domain {name} is gone and its name is free"),
            Self::HostRemoved { host, domain, .. } => {
                format!(
                    "Host {host} was removed from the delegations of your domains, because {domain} is gone"
                )
            }
            Self::LowCredit { left, threshold } => {
                format!("The credit left is {left} {0}, less than {threshold} {0}", left.currency)
            }
            Self::Protection { name, news } => news.sentence(name),
            Self::Mailspace { name, news } => news.sentence(name),
            Self::Privacy { name, news } => news.sentence(name),
            Self::Certificate { name, news, .. } => news.sentence(name),
            Self::Repaid { name, amount } => {
                format!("{amount} {} that were owed for {name} were given back", amount.currency)
            }
            Self::Pinged { asked_at } => format!("The ping of {asked_at} is answered"),
            Self::DnsZoneExpired { name, primary, answered_at: Some(at) } => {
                format!(
                    "DNS zone {name} is not answered for any more: its primary {primary} answered last on {at}"
                )
            }
            Self::DnsZoneExpired { name, primary, answered_at: None } => {
                format!("DNS zone {name} is not answered for: its primary {primary} never answered")
            }
            Self::ReleaseAsked { case, from, names, .. } => {
                format!("{from} releases {}; accept or reject case {case}", names.join(", "))
            }
            Self::DomainsReceived { from, names, .. } => format!("{from} released {}", names.join(", ")),
            Self::DomainsReleased { to, names, .. } => format!("{} went to {to}", names.join(", ")),
            Self::ReleaseRejected { to, names, .. } => format!("{to} did not take {}", names.join(", ")),
            Self::ReferralDecided { name, term: Some((_, end)) } => {
                format!("The registration of {name} was approved; it runs until {end}")
            }
            Self::ReferralDecided { name, term: None } => format!("The registration of {name} was refused"),
            Self::AbuseReported(report) => {
                format!("{} was reported at {} by {}", report.activity, report.hostname, report.source)
            }
            Self::ContactsMerged { registrant } => {
                format!("Contact {} has taken the names of others", registrant.handle)
            }
            Self::RegistrantChanged { registrant, changed } => {
                format!("The data of registrant {} were changed: {}", registrant.handle, changed.join(", "))
            }
            Self::PassingAsked { case, names, registrant, .. } => {
                let names = names.join(", ");
                format!(
                    "{names} shall pass to registrant {}; accept or reject case {case}",
                    registrant.handle
                )
            }
            Self::DomainsPassed { from, names, registrant, .. } => {
                format!("{} passed from registrant {from} to {}", names.join(", "), registrant.handle)
            }
            Self::RegistrantRemoved { handle, .. } => {
                format!("Registrant {handle} had no domain any more and was removed")
            }
            Self::DataQuality { stage, registrant, reason, .. } => {
                format!("The data of registrant {} are {} ({reason})", registrant.handle, stage.said())
            }
            Self::TaskEnded { name, command, outcome: Some(_), .. } => {
                format!("{command} of {name} was done")
            }
            Self::TaskEnded { name, command, outcome: None, reason, .. } => {
                format!("{command} of {name} was refused: {reason}")
            }
            Self::Maintenance { from, until, text } => {
                format!("Maintenance from {from} until {until}: {text}")
            }
        }
    }

    /// The name of the object it is about; empty where there is none.
    pub fn object(&self) -> &str {
        match self {
            Self::DomainTransfer { name, .. }
            | Self::DomainLeftAsItWas { name, .. }
            | Self::NssetTransfer { name, .. }
            | Self::DomainTrade { name, .. }
            | Self::DomainExpiring { name, .. }
            | Self::DomainAutoRenewed { name, .. }
            | Self::DomainRenewalUnpaid { name, .. }
            | Self::DomainExpired { name, .. }
            | Self::DomainSuspended { name, .. }
            | Self::DomainLapsed { name, .. }
            | Self::RestoreReportDue { name, .. }
            | Self::RestoreReportOverdue { name, .. }
            | Self::DomainPendingDelete { name, .. }
            | Self::DomainDropped { name }
            | Self::DnsZoneExpired { name, .. } => name,
            Self::Protection { name, .. }
            | Self::Mailspace { name, .. }
            | Self::Privacy { name, .. }
            | Self::Certificate { name, .. }
            | Self::Repaid { name, .. } => name,
            Self::ReferralDecided { name, .. } | Self::TaskEnded { name, .. } => name,
            Self::AbuseReported(report) => &report.hostname,
            Self::ContactsMerged { registrant }
            | Self::RegistrantChanged { registrant, .. }
            | Self::DataQuality { registrant, .. } => registrant.handle.as_str(),
            Self::RegistrantRemoved { handle, .. } => handle,
            Self::ReleaseAsked { names, .. }
            | Self::PassingAsked { names, .. }
            | Self::DomainsPassed { names, .. }
            | Self::DomainsReceived { names, .. }
            | Self::DomainsReleased { names, .. }
            | Self::ReleaseRejected { names, .. } => names.first().map_or("", String::as_str),
            Self::ContactTransfer { handle, .. } => handle,
            Self::HostRemoved { host, .. } => host,
            Self::LowCredit { .. } | Self::Pinged { .. } | Self::Maintenance { .. } => "",
        }
    }

    /// What it is of: its name, of a transfer also the state, as in `domain_transfer/pending`, and of a task what it came to,
    /// as in `task_done/domain_created`, or was to do. Lists are asked for by this.
    pub fn kind(&self) -> Cow<'static, str> {
        match self {
            Self::DomainTransfer { transfer, .. }
            | Self::ContactTransfer { transfer, .. }
            | Self::NssetTransfer { transfer, .. } => {
                format!("{}/{}", self.name(), transfer.state.name()).into()
            }
            Self::TaskEnded { action, outcome, .. } => {
                format!("{}/{}", self.name(), outcome.as_ref().unwrap_or(action)).into()
            }
            _ => self.name().into(),
        }
    }

    /// The event's name, as receivers know it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DomainTransfer { .. } => "domain_transfer",
            Self::DomainLeftAsItWas { .. } => "domain_left_as_it_was",
            Self::ContactTransfer { .. } => "contact_transfer",
            Self::NssetTransfer { .. } => "nsset_transfer",
            Self::DomainTrade { .. } => "domain_trade",
            Self::DomainExpiring { .. } => "domain_expiring",
            Self::DomainAutoRenewed { .. } => "domain_auto_renewed",
            Self::DomainRenewalUnpaid { .. } => "domain_renewal_unpaid",
            Self::DomainExpired { .. } => "domain_expired",
            Self::DomainSuspended { .. } => "domain_suspended",
            Self::DomainLapsed { .. } => "domain_lapsed",
            Self::RestoreReportDue { .. } => "restore_report_due",
            Self::RestoreReportOverdue { .. } => "restore_report_overdue",
            Self::DomainPendingDelete { .. } => "domain_pending_delete",
            Self::DomainDropped { .. } => "domain_dropped",
            Self::HostRemoved { .. } => "host_removed",
            Self::LowCredit { .. } => "low_credit",
            Self::Protection { news, .. } => news.event(),
            Self::Mailspace { news, .. } => news.event(),
            Self::Privacy { news, .. } => news.event(),
            Self::Certificate { news, .. } => news.event(),
            Self::Repaid { .. } => "repaid",
            Self::Pinged { .. } => "pinged",
            Self::DnsZoneExpired { .. } => "dns_zone_expired",
            Self::ReleaseAsked { .. } => "release_asked",
            Self::DomainsReceived { .. } => "domains_received",
            Self::DomainsReleased { .. } => "domains_released",
            Self::ReleaseRejected { .. } => "release_rejected",
            Self::ReferralDecided { .. } => "referral_decided",
            Self::AbuseReported(_) => "abuse_reported",
            Self::ContactsMerged { .. } => "contacts_merged",
            Self::RegistrantChanged { .. } => "registrant_changed",
            Self::PassingAsked { .. } => "passing_asked",
            Self::DomainsPassed { .. } => "domains_passed",
            Self::RegistrantRemoved { .. } => "registrant_removed",
            Self::DataQuality { .. } => "data_quality",
            Self::TaskEnded { outcome: Some(_), .. } => "task_done",
            Self::TaskEnded { outcome: None, .. } => "task_refused",
            Self::Maintenance { .. } => "maintenance",
        }
    }
}

impl TransferReport {
    fn sentence(&self, kind: &str, object: &str) -> String {
        let (losing, gaining) = (&self.losing, &self.gaining);
        format!("Transfer of {kind} {object} from {losing} to {gaining} {}", became(self.state))
    }
}

/// What became of a request.
const fn became(state: TransferState) -> &'static str {
    match state {
        TransferState::Pending => "was requested",
        TransferState::ClientApproved => "was approved",
        TransferState::ClientCancelled => "was cancelled",
        TransferState::ClientRejected => "was rejected",
        TransferState::ServerApproved => "was approved by the server",
        TransferState::ServerCancelled => "was cancelled by the server",
    }
}
