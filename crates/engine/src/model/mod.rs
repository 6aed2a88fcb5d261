//! The things a registration system is about. Values are made only by parsing, so what exists is well-formed.

mod account;
mod address;
mod address_book;
mod address_check;
mod api_token;
mod authinfo;
mod billing;
mod cart;
mod certificate;
mod company;
mod consent;
mod contact;
mod country;
mod data_quality;
mod delivery;
mod delivery_url;
mod details;
mod dns;
mod dnssec;
mod domain;
mod due;
mod email;
mod fee;
mod folder;
mod forwarding;
mod handle;
mod history;
mod hold;
mod host;
mod ident;
mod identity;
mod instant;
mod invoice;
mod ledger_entry;
mod letter;
mod mail_address;
mod mail_name;
mod mailspace;
mod mailspace_news;
mod memo;
mod money;
mod name;
mod name_pattern;
mod network;
mod notice;
mod nsset;
mod object;
mod one_time;
mod order;
mod owed;
mod particulars;
mod pattern;
mod pending;
mod period;
mod person_name;
mod phone;
mod plan;
mod postal;
mod preferences;
mod privacy;
mod privacy_news;
mod protection;
mod protection_news;
mod protection_rule;
mod question;
mod reach;
mod registrant;
mod registrar_tag;
mod reseller;
mod sealed;
mod secret;
mod standing;
mod status;
mod tag;
mod task;
mod terms;
mod tombstone;
mod trade;
mod transfer;
mod upkeep;
pub mod wildcards;
mod window;

pub use account::{
    Account, AccountName, AccountState, Clid, Credential, LoginName, Proof, Realm, RoleLogin, RoleUser,
};
pub use address::HostAddress;
pub use address_book::{AddressBook, Addressee};
pub use address_check::{AddressCheck, AddressCode};
pub use api_token::ApiToken;
pub use authinfo::{AuthInfo, AuthInfoDigest};
pub use billing::{Billing, CreditState, Party, VatNumber};
pub use cart::CartItem;
pub use certificate::{
    CertificateClass, CertificateContact, CertificateName, CertificateNews, CertificateOrder,
    CertificateOrderKind, CertificateRequest, CertificateRole, CertificateState, Control, ControlMethod,
    ControlProof, Csr, CsrKey, CsrSubject, IssuedCertificate,
};
pub use company::{CompanyNumber, TaxNumber};
pub use consent::Consent;
pub use contact::{Contact, ContactUse};
pub use country::Country;
pub use data_quality::{DataFault, DataQuality, DataQualityStage};
pub use delivery::{Delivery, DeliveryTarget, Destination};
pub use delivery_url::DeliveryUrl;
pub use details::{Details, Disclosure};
pub use dns::{
    Axfr, DnsLock, DnsRecord, DnsRow, DnsSigning, DnsSource, DnsZone, DnsZoneKind, DnsZoneState, DnsZoneType,
    PrimaryAddress, Rdata, RecordType, RowName, Serial, Soa, zone_file,
};
pub use dnssec::{DnssecData, Ds, Key};
pub use domain::{
    Delegation, Domain, DomainLinks, GracePeriod, HostAttribute, LinkedContact, LinkedHost, Redemption,
    RenewalMode, Role,
};
pub use due::{Due, Job};
pub use email::Email;
pub use fee::Fee;
pub use folder::Folder;
pub use forwarding::{MailForwarding, WebForwarding, WebForwardingKind, WebTarget};
pub use handle::{Handle, HandleForm};
pub use history::HistoryEntry;
pub use hold::{HeldLine, Hold};
pub use host::{Host, HostRef};
pub use ident::{
    AccountId, ApiTokenId, CargoId, CartItemId, CertificateId, CertificateOrderId, ContactId, CustomerId,
    DnsRowId, DnsZoneId, DomainId, EntryId, FolderId, HandshakeId, HoldId, HostId, LetterId, MailAddressId,
    MailForwardingId, MailboxId, MailspaceId, NoticeId, NssetId, ObjectId, OperationId, PartyId,
    ProtectionId, TaskId, WebForwardingId,
};
pub use identity::{Identity, IdentityKind};
pub use instant::{Date, Instant};
pub use invoice::{Invoice, InvoiceDraft, InvoiceNumber};
pub use ledger_entry::{Book, Entry, EntryKind, PaidRenewal, StatementLine};
pub use letter::{Letter, SealedLetter};
pub use mail_address::{MailAddress, MailPassword, MailUsage, PlacedMailAddress};
pub use mail_name::{MailboxName, MailspaceName};
pub use mailspace::{MailTerm, Mailbox, Mailspace, PlacedMailbox};
pub use mailspace_news::MailspaceNews;
pub use memo::{Memo, MemoKind, MemoPlace};
pub use money::{Currency, Money};
pub use name::DomainName;
pub use name_pattern::NamePattern;
pub use network::{MalformedNetwork, Network, source_of};
pub use notice::{AbuseReport, Asked, Event, ListedNotice, Notice, TransferReport};
pub use nsset::{Nsset, NssetName};
pub use object::{ObjectClass, ObjectLine};
pub use one_time::OneTimeKey;
pub use order::{Goods, LineKey, OrderLine, Product};
pub use owed::Owed;
pub use particulars::{ContactItem, DeliveryAddress, Particulars};
pub use pattern::Pattern;
pub use pending::Pending;
pub use period::{ExpiryClaim, Period};
pub use person_name::PersonName;
pub use phone::Phone;
pub use plan::{Cycle, Plan};
pub use postal::{Line, Postal, PostalKind};
pub use preferences::{Assortment, Preferences};
pub use privacy::Privacy;
pub use privacy_news::PrivacyNews;
pub use protection::{
    Invitation, NetworkRecord, Protection, ProtectionMode, ProtectionSettings, ProtectionState, Tally,
};
pub use protection_news::ProtectionNews;
pub use protection_rule::{ProtectionRule, RuleAction, RuleSubject};
pub use question::{Question, SealedQuestion, is_same_answer};
pub use reach::is_public;
pub use registrant::{Holder, RegistrantType};
pub use registrar_tag::{Handshake, HandshakeCase, Heir, RegistrarTag};
pub use reseller::{Reseller, ResellerParticulars, ResellerReference};
pub use sealed::SealedSecret;
pub use secret::Secret;
pub use standing::Standing;
pub use status::{Status, StatusNote, Statuses};
pub use tag::Tag;
pub use task::{Task, TaskAnswer, TaskKind, TaskState};
pub use terms::{DnsAllowance, Terms, Vat};
pub use tombstone::Tombstone;
pub use trade::Trade;
pub use transfer::{Arrival, ObjectName, TimeOut, Transfer, TransferState};
pub use upkeep::{BillCode, Upkeep};
pub use window::{Page, Window};
