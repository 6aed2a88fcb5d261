//! What a request can be about. Made by `cargo xtask generate` from catalogue/fields.toml; change that.

/// A part of a request or of an object that an outcome can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// account identifier
    AccountId,
    /// data of the administrative contact
    AdminContact,
    /// amount
    Amount,
    /// token
    ApiToken,
    /// key of the approval
    ApprovalKey,
    /// address of who approves
    Approver,
    /// attribute
    Attribute,
    /// authorization information
    Authinfo,
    /// auto-bill
    AutoBill,
    /// auto-period
    AutoPeriod,
    /// data of the billing contact
    BillingContact,
    /// item of the cart
    CartItem,
    /// case
    CaseId,
    /// certificate
    Certificate,
    /// class of the certificate
    CertificateClass,
    /// contact of the certificate
    CertificateContact,
    /// certificate
    CertificateId,
    /// name in the certificate
    CertificateName,
    /// client transaction id
    ClientId,
    /// command
    Command,
    /// consent to the rules
    Consent,
    /// city
    ContactCity,
    /// company number
    ContactCompanyNumber,
    /// country code
    ContactCountry,
    /// delivery address
    ContactDeliveryAddress,
    /// disclosure wish
    ContactDisclosure,
    /// e-mail address
    ContactEmail,
    /// fax number
    ContactFax,
    /// first name
    ContactFirstName,
    /// contact id
    ContactId,
    /// proof of identity
    ContactIdentity,
    /// job title
    ContactJobTitle,
    /// last name
    ContactLastName,
    /// contact name
    ContactName,
    /// e-mail address for notices
    ContactNotifyEmail,
    /// opt-out
    ContactOptOut,
    /// organisation
    ContactOrganisation,
    /// postal address
    ContactPostal,
    /// postal code
    ContactPostalCode,
    /// state or province
    ContactProvince,
    /// contact role
    ContactRole,
    /// second e-mail address
    ContactSecondEmail,
    /// street
    ContactStreet,
    /// tax number
    ContactTaxNumber,
    /// trading name
    ContactTradeName,
    /// type of registrant
    ContactType,
    /// telephone number
    ContactVoice,
    /// method of showing control
    ControlMethod,
    /// credential
    Credential,
    /// credit
    Credit,
    /// request for a certificate
    Csr,
    /// currency
    Currency,
    /// current expiry date
    CurrentExpiry,
    /// term
    Cycle,
    /// address that may transfer the zone
    DnsAxfrAddress,
    /// permission to transfer the zone
    DnsAxfrEnabled,
    /// comment of the row
    DnsComment,
    /// expire
    DnsExpire,
    /// force
    DnsForce,
    /// mailbox of the zone
    DnsMailbox,
    /// minimum
    DnsMinimum,
    /// name server of the zone
    DnsNameServer,
    /// address of the primary server
    DnsPrimary,
    /// row data
    DnsRdata,
    /// row type
    DnsRecordType,
    /// refresh
    DnsRefresh,
    /// retry
    DnsRetry,
    /// row id
    DnsRowId,
    /// row name
    DnsRowName,
    /// signing of the zone
    DnsSigning,
    /// SOA value
    DnsSoa,
    /// DNS token
    DnsToken,
    /// TTL
    DnsTtl,
    /// DNS zone
    DnsZoneName,
    /// type of the DNS zone
    DnsZoneType,
    /// DNSSEC algorithm
    DnssecAlgorithm,
    /// DNSSEC data
    DnssecData,
    /// digest
    DnssecDigest,
    /// digest type
    DnssecDigestType,
    /// key flags
    DnssecFlags,
    /// key tag
    DnssecKeyTag,
    /// maximum signature lifetime
    DnssecMaxSignatureLife,
    /// key protocol
    DnssecProtocol,
    /// public key
    DnssecPublicKey,
    /// contact
    DomainContact,
    /// domain name
    DomainName,
    /// label
    DomainTag,
    /// extension service
    ExtensionService,
    /// first-bill
    FirstBill,
    /// first day
    FirstDay,
    /// type of the web forwarding
    ForwardingType,
    /// host address
    HostAddress,
    /// host name
    HostName,
    /// set of keys
    KeysetName,
    /// language
    Language,
    /// last day
    LastDay,
    /// number of rows
    ListLimit,
    /// place in the list
    ListPlace,
    /// status of the list
    ListStatus,
    /// type of the lock
    LockType,
    /// login name
    Login,
    /// e-mail address
    MailAddress,
    /// password of the e-mail address
    MailPassword,
    /// quota
    MailQuota,
    /// target of the mail forwarding
    MailTarget,
    /// mailbox
    Mailbox,
    /// mailspace
    Mailspace,
    /// address of the mailspace
    MailspaceAddress,
    /// title of the mailspace
    MailspaceTitle,
    /// message id
    MessageId,
    /// mode
    Mode,
    /// month
    Month,
    /// number of mail forwardings
    MostMailForwardings,
    /// number of mailboxes
    MostMailboxes,
    /// name server
    NameServer,
    /// network
    Network,
    /// new contact id
    NewContactId,
    /// new DNS zone
    NewDnsZoneName,
    /// new host name
    NewHostName,
    /// new password
    NewPassword,
    /// next-bill
    NextBill,
    /// next-period
    NextPeriod,
    /// notes
    Notes,
    /// technical contact
    NssetContact,
    /// name of the set of name servers
    NssetName,
    /// object service
    ObjectService,
    /// order
    Order,
    /// type of the order
    OrderType,
    /// password
    Password,
    /// path
    Path,
    /// period
    Period,
    /// plan
    Plan,
    /// product
    Product,
    /// rule
    ProtectionRule,
    /// recur-bill
    RecurBill,
    /// registrant
    Registrant,
    /// renew-not-required
    RenewNotRequired,
    /// reseller
    Reseller,
    /// URL
    ResellerUrl,
    /// restore operation
    RestoreOperation,
    /// restore report
    RestoreReport,
    /// reason of the revocation
    RevocationReason,
    /// role
    Role,
    /// status
    Status,
    /// sub-account
    Subaccount,
    /// tag
    Tag,
    /// data of the technical contact
    TechContact,
    /// template
    Template,
    /// transfer operation
    TransferOperation,
    /// upstream address
    Upstream,
    /// protocol version
    Version,
    /// source of the web forwarding
    WebSource,
    /// target of the web forwarding
    WebTarget,
    /// zone
    Zone,
}

/// Each with its name and its title, in the order of the enum, which is that of the names.
pub(crate) static RECORDS: [(Field, &str, &str); 154] = [
    (Field::AccountId, "account_id", "account identifier"),
    (Field::AdminContact, "admin_contact", "data of the administrative contact"),
    (Field::Amount, "amount", "amount"),
    (Field::ApiToken, "api_token", "token"),
    (Field::ApprovalKey, "approval_key", "key of the approval"),
    (Field::Approver, "approver", "address of who approves"),
    (Field::Attribute, "attribute", "attribute"),
    (Field::Authinfo, "authinfo", "authorization information"),
    (Field::AutoBill, "auto_bill", "auto-bill"),
    (Field::AutoPeriod, "auto_period", "auto-period"),
    (Field::BillingContact, "billing_contact", "data of the billing contact"),
    (Field::CartItem, "cart_item", "item of the cart"),
    (Field::CaseId, "case_id", "case"),
    (Field::Certificate, "certificate", "certificate"),
    (Field::CertificateClass, "certificate_class", "class of the certificate"),
    (Field::CertificateContact, "certificate_contact", "contact of the certificate"),
    (Field::CertificateId, "certificate_id", "certificate"),
    (Field::CertificateName, "certificate_name", "name in the certificate"),
    (Field::ClientId, "client_id", "client transaction id"),
    (Field::Command, "command", "command"),
    (Field::Consent, "consent", "consent to the rules"),
    (Field::ContactCity, "contact_city", "city"),
    (Field::ContactCompanyNumber, "contact_company_number", "company number"),
    (Field::ContactCountry, "contact_country", "country code"),
    (Field::ContactDeliveryAddress, "contact_delivery_address", "delivery address"),
    (Field::ContactDisclosure, "contact_disclosure", "disclosure wish"),
    (Field::ContactEmail, "contact_email", "e-mail address"),
    (Field::ContactFax, "contact_fax", "fax number"),
    (Field::ContactFirstName, "contact_first_name", "first name"),
    (Field::ContactId, "contact_id", "contact id"),
    (Field::ContactIdentity, "contact_identity", "proof of identity"),
    (Field::ContactJobTitle, "contact_job_title", "job title"),
    (Field::ContactLastName, "contact_last_name", "last name"),
    (Field::ContactName, "contact_name", "contact name"),
    (Field::ContactNotifyEmail, "contact_notify_email", "e-mail address for notices"),
    (Field::ContactOptOut, "contact_opt_out", "opt-out"),
    (Field::ContactOrganisation, "contact_organisation", "organisation"),
    (Field::ContactPostal, "contact_postal", "postal address"),
    (Field::ContactPostalCode, "contact_postal_code", "postal code"),
    (Field::ContactProvince, "contact_province", "state or province"),
    (Field::ContactRole, "contact_role", "contact role"),
    (Field::ContactSecondEmail, "contact_second_email", "second e-mail address"),
    (Field::ContactStreet, "contact_street", "street"),
    (Field::ContactTaxNumber, "contact_tax_number", "tax number"),
    (Field::ContactTradeName, "contact_trade_name", "trading name"),
    (Field::ContactType, "contact_type", "type of registrant"),
    (Field::ContactVoice, "contact_voice", "telephone number"),
    (Field::ControlMethod, "control_method", "method of showing control"),
    (Field::Credential, "credential", "credential"),
    (Field::Credit, "credit", "credit"),
    (Field::Csr, "csr", "request for a certificate"),
    (Field::Currency, "currency", "currency"),
    (Field::CurrentExpiry, "current_expiry", "current expiry date"),
    (Field::Cycle, "cycle", "term"),
    (Field::DnsAxfrAddress, "dns_axfr_address", "address that may transfer the zone"),
    (Field::DnsAxfrEnabled, "dns_axfr_enabled", "permission to transfer the zone"),
    (Field::DnsComment, "dns_comment", "comment of the row"),
    (Field::DnsExpire, "dns_expire", "expire"),
    (Field::DnsForce, "dns_force", "force"),
    (Field::DnsMailbox, "dns_mailbox", "mailbox of the zone"),
    (Field::DnsMinimum, "dns_minimum", "minimum"),
    (Field::DnsNameServer, "dns_name_server", "name server of the zone"),
    (Field::DnsPrimary, "dns_primary", "address of the primary server"),
    (Field::DnsRdata, "dns_rdata", "row data"),
    (Field::DnsRecordType, "dns_record_type", "row type"),
    (Field::DnsRefresh, "dns_refresh", "refresh"),
    (Field::DnsRetry, "dns_retry", "retry"),
    (Field::DnsRowId, "dns_row_id", "row id"),
    (Field::DnsRowName, "dns_row_name", "row name"),
    (Field::DnsSigning, "dns_signing", "signing of the zone"),
    (Field::DnsSoa, "dns_soa", "SOA value"),
    (Field::DnsToken, "dns_token", "DNS token"),
    (Field::DnsTtl, "dns_ttl", "TTL"),
    (Field::DnsZoneName, "dns_zone_name", "DNS zone"),
    (Field::DnsZoneType, "dns_zone_type", "type of the DNS zone"),
    (Field::DnssecAlgorithm, "dnssec_algorithm", "DNSSEC algorithm"),
    (Field::DnssecData, "dnssec_data", "DNSSEC data"),
    (Field::DnssecDigest, "dnssec_digest", "digest"),
    (Field::DnssecDigestType, "dnssec_digest_type", "digest type"),
    (Field::DnssecFlags, "dnssec_flags", "key flags"),
    (Field::DnssecKeyTag, "dnssec_key_tag", "key tag"),
    (Field::DnssecMaxSignatureLife, "dnssec_max_signature_life", "maximum signature lifetime"),
    (Field::DnssecProtocol, "dnssec_protocol", "key protocol"),
    (Field::DnssecPublicKey, "dnssec_public_key", "public key"),
    (Field::DomainContact, "domain_contact", "contact"),
    (Field::DomainName, "domain_name", "domain name"),
    (Field::DomainTag, "domain_tag", "label"),
    (Field::ExtensionService, "extension_service", "extension service"),
    (Field::FirstBill, "first_bill", "first-bill"),
    (Field::FirstDay, "first_day", "first day"),
    (Field::ForwardingType, "forwarding_type", "type of the web forwarding"),
    (Field::HostAddress, "host_address", "host address"),
    (Field::HostName, "host_name", "host name"),
    (Field::KeysetName, "keyset_name", "set of keys"),
    (Field::Language, "language", "language"),
    (Field::LastDay, "last_day", "last day"),
    (Field::ListLimit, "list_limit", "number of rows"),
    (Field::ListPlace, "list_place", "place in the list"),
    (Field::ListStatus, "list_status", "status of the list"),
    (Field::LockType, "lock_type", "type of the lock"),
    (Field::Login, "login", "login name"),
    (Field::MailAddress, "mail_address", "e-mail address"),
    (Field::MailPassword, "mail_password", "password of the e-mail address"),
    (Field::MailQuota, "mail_quota", "quota"),
    (Field::MailTarget, "mail_target", "target of the mail forwarding"),
    (Field::Mailbox, "mailbox", "mailbox"),
    (Field::Mailspace, "mailspace", "mailspace"),
    (Field::MailspaceAddress, "mailspace_address", "address of the mailspace"),
    (Field::MailspaceTitle, "mailspace_title", "title of the mailspace"),
    (Field::MessageId, "message_id", "message id"),
    (Field::Mode, "mode", "mode"),
    (Field::Month, "month", "month"),
    (Field::MostMailForwardings, "most_mail_forwardings", "number of mail forwardings"),
    (Field::MostMailboxes, "most_mailboxes", "number of mailboxes"),
    (Field::NameServer, "name_server", "name server"),
    (Field::Network, "network", "network"),
    (Field::NewContactId, "new_contact_id", "new contact id"),
    (Field::NewDnsZoneName, "new_dns_zone_name", "new DNS zone"),
    (Field::NewHostName, "new_host_name", "new host name"),
    (Field::NewPassword, "new_password", "new password"),
    (Field::NextBill, "next_bill", "next-bill"),
    (Field::NextPeriod, "next_period", "next-period"),
    (Field::Notes, "notes", "notes"),
    (Field::NssetContact, "nsset_contact", "technical contact"),
    (Field::NssetName, "nsset_name", "name of the set of name servers"),
    (Field::ObjectService, "object_service", "object service"),
    (Field::Order, "order", "order"),
    (Field::OrderType, "order_type", "type of the order"),
    (Field::Password, "password", "password"),
    (Field::Path, "path", "path"),
    (Field::Period, "period", "period"),
    (Field::Plan, "plan", "plan"),
    (Field::Product, "product", "product"),
    (Field::ProtectionRule, "protection_rule", "rule"),
    (Field::RecurBill, "recur_bill", "recur-bill"),
    (Field::Registrant, "registrant", "registrant"),
    (Field::RenewNotRequired, "renew_not_required", "renew-not-required"),
    (Field::Reseller, "reseller", "reseller"),
    (Field::ResellerUrl, "reseller_url", "URL"),
    (Field::RestoreOperation, "restore_operation", "restore operation"),
    (Field::RestoreReport, "restore_report", "restore report"),
    (Field::RevocationReason, "revocation_reason", "reason of the revocation"),
    (Field::Role, "role", "role"),
    (Field::Status, "status", "status"),
    (Field::Subaccount, "subaccount", "sub-account"),
    (Field::Tag, "tag", "tag"),
    (Field::TechContact, "tech_contact", "data of the technical contact"),
    (Field::Template, "template", "template"),
    (Field::TransferOperation, "transfer_operation", "transfer operation"),
    (Field::Upstream, "upstream", "upstream address"),
    (Field::Version, "version", "protocol version"),
    (Field::WebSource, "web_source", "source of the web forwarding"),
    (Field::WebTarget, "web_target", "target of the web forwarding"),
    (Field::Zone, "zone", "zone"),
];
