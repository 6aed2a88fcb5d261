//! The things a registration system is about. Values are made only by parsing, so what exists is well-formed.

mod account;
mod address;
mod authinfo;
mod contact;
mod country;
mod dnssec;
mod domain;
mod due;
mod email;
mod handle;
mod history;
mod host;
mod ident;
mod instant;
mod ledger_entry;
mod money;
mod name;
mod network;
mod notice;
mod period;
mod phone;
mod postal;
mod secret;
mod status;
mod transfer;

pub use account::{Account, AccountState, Clid, Credential, Realm};
pub use address::HostAddress;
pub use authinfo::{AuthInfo, AuthInfoDigest};
pub use contact::{Contact, Details, Disclosure};
pub use country::Country;
pub use dnssec::{DnssecData, Ds, Key};
pub use domain::{
    Delegation, Domain, GracePeriod, HostAttribute, LinkedContact, LinkedHost, Redemption, RenewalMode, Role,
};
pub use due::{Due, Job};
pub use email::Email;
pub use handle::Handle;
pub use history::HistoryEntry;
pub use host::Host;
pub use ident::{AccountId, ContactId, DomainId, EntryId, HostId, NoticeId, ObjectId, OperationId};
pub use instant::{Date, Instant};
pub use ledger_entry::{Book, Entry, EntryKind};
pub use money::{Currency, Money};
pub use name::DomainName;
pub use network::{MalformedNetwork, Network, source_of};
pub use notice::{Event, Notice, TransferReport};
pub use period::Period;
pub use phone::Phone;
pub use postal::{Line, Postal, PostalKind};
pub use secret::Secret;
pub use status::{Status, StatusNote, Statuses};
pub use transfer::{ObjectName, Transfer, TransferState};
