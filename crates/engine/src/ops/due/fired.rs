use crate::model::Instant;

/// Something that time brought about.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fired {
    /// The moment at which it was due, which is the moment at which it happened.
    pub at: Instant,
    /// The name of the domain, set of name servers, DNS zone, service, mailspace or certificate, or the handle of the
    /// contact.
    pub object: String,
    /// What happened.
    pub deed: Deed,
}

/// What the server did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// Told the sponsor that the registration ends soon.
    ExpiryWarned,
    /// Renewed the registration.
    AutoRenewed,
    /// Could not renew the registration, because the sponsor lacks the credit.
    RenewalUnpaid,
    /// Told the sponsor that the registration ended.
    Expired,
    /// Told the sponsor that the domain left the DNS.
    Suspended,
    /// Deleted a registration that was not renewed.
    Lapsed,
    /// Told the sponsor that the report on a restoration is due.
    ReportReminded,
    /// Took a restoration back whose report did not come.
    ReportOverdue,
    /// Told the sponsor that the domain can be restored no more.
    RedemptionEnded,
    /// Released the name.
    Dropped,
    /// Approved a transfer.
    TransferApproved,
    /// Cancelled a transfer.
    TransferCancelled,
    /// Approved the change of a registrant.
    TradeApproved,
    /// Cancelled the change of a registrant.
    TradeCancelled,
    /// Freed the name of a deleted contact or set of name servers.
    QuarantineEnded,
    /// Published the rows of a DNS zone that were changed and not committed.
    DnsZoneCommitted,
    /// Gave up a secondary DNS zone whose primary does not answer.
    DnsZoneExpired,
    /// Released the name of a deleted DNS zone.
    DnsZonePurged,
    /// Had a protection service set up.
    ProtectionSetUp,
    /// Gave up a protection service that could not be set up.
    ProtectionCancelled,
    /// Renewed a protection service.
    ProtectionRenewed,
    /// Could not renew a protection service, because its account lacks the credit.
    ProtectionUnpaid,
    /// Ended a protection service.
    ProtectionEnded,
    /// Renewed a mailspace.
    MailspaceRenewed,
    /// Disabled a mailspace that was not renewed.
    MailspaceUnpaid,
    /// Ended a mailspace.
    MailspaceEnded,
    /// Told the sponsor that the privacy of a domain ends soon.
    PrivacyExpiryWarned,
    /// Renewed the privacy of a domain.
    PrivacyRenewed,
    /// Could not renew the privacy of a domain, because its sponsor lacks the credit.
    PrivacyUnpaid,
    /// Ended the privacy of a domain.
    PrivacyEnded,
    /// Saw that control of the names of a certificate is published.
    CertificateApproved,
    /// Cancelled an order of a certificate that was not approved in time.
    CertificateLapsed,
    /// Gave up an order of a certificate that the authority does not answer to.
    CertificateWithdrawn,
    /// Told the account that a certificate ends soon.
    CertificateExpiryWarned,
    /// Noted that a certificate ended.
    CertificateExpired,
    /// Took the silence of a registrar for a refusal.
    HandshakeLapsed,
    /// Approved a registration.
    ReferralApproved,
    /// Refused a registration.
    ReferralRefused,
    /// Removed a registrant that had no domain any more.
    RegistrantRemoved,
    /// Took the domains of a registrant out of the DNS whose data nobody corrected.
    RegistrantSuspended,
    /// Cancelled the domains of such a registrant.
    RegistrantCancelled,
}
