//! The store: transactions with typed tables.
//!
//! A [`Snapshot`] reads; a [`Transaction`] reads and writes. Both are made of one trait per entity. Work is handed
//! over as a job and answered through the job, so that the engine needs no runtime and the store may group commits:
//!
//! ```text
//!   Command --> Store::command --> run() in a savepoint ... --> one commit for the whole group --> end() of each
//!   Query   --> Store::query   --> run() on a snapshot, never waits for the writer
//!   Glance  --> Store::names   --> in memory, never touches the database
//! ```

mod accounts;
mod address_checks;
mod api_tokens;
mod carts;
mod certificates;
mod consents;
mod contacts;
mod deliveries;
mod dns_rows;
mod dns_zones;
mod domains;
mod dues;
mod folders;
mod forwardings;
mod history;
mod holder_locks;
mod hosts;
mod ledger;
mod mail_addresses;
mod mailspaces;
mod memos;
mod names;
mod notices;
mod nssets;
mod objects;
mod orders;
mod pendings;
mod privacies;
mod protections;
mod registrants;
mod resellers;
mod settings;
mod tags;
mod tasks;
mod tombstones;
mod trades;
mod transfers;
mod upkeeps;

pub use accounts::{Accounts, AccountsMut, SubaccountFilter};
pub use address_checks::{AddressChecks, AddressChecksMut};
pub use api_tokens::{ApiTokens, ApiTokensMut};
pub use carts::{Carts, CartsMut};
pub use certificates::{CertificateFilter, Certificates, CertificatesMut};
pub use consents::{Consents, ConsentsMut};
pub use contacts::{Contacts, ContactsMut};
pub use deliveries::{Deliveries, DeliveriesMut};
pub use dns_rows::{DnsRows, DnsRowsMut};
pub use dns_zones::{DnsZones, DnsZonesMut};
pub use domains::{DomainFilter, DomainKey, DomainOrder, Domains, DomainsMut};
pub use dues::{Dues, DuesMut};
pub use folders::{Folders, FoldersMut};
pub use forwardings::{ForwardingFilter, Forwardings, ForwardingsMut};
pub use history::{DeletionFilter, History, HistoryLine, HistoryMut};
pub use holder_locks::{HolderLocks, HolderLocksMut};
pub use hosts::{Hosts, HostsMut};
pub use ledger::{Audit, Ledger, LedgerMut, Posted, RenewalFilter, StatementSlice, StatementSpan, Turnover};
pub use mail_addresses::{MailAddressFilter, MailAddresses, MailAddressesMut};
pub use mailspaces::{MailboxFilter, Mailspaces, MailspacesMut};
pub use memos::{Memos, MemosMut};
pub use names::{Kind, Names};
pub use notices::{NoticeFilter, Notices, NoticesMut, Queue};
pub use nssets::{Nssets, NssetsMut};
pub use objects::{ObjectFilter, Objects};
pub use orders::{OrderFilter, Orders, OrdersMut};
pub use pendings::{Pendings, PendingsMut};
pub use privacies::{Privacies, PrivaciesMut};
pub use protections::{Protections, ProtectionsMut};
pub use registrants::{Registrants, RegistrantsMut};
pub use resellers::{Resellers, ResellersMut};
pub use settings::{Settings, SettingsMut};
pub use tags::{Tags, TagsMut};
pub use tasks::{TaskFilter, Tasks, TasksMut};
pub use tombstones::{Tombstones, TombstonesMut};
pub use trades::{Trades, TradesMut};
pub use transfers::{Transfers, TransfersMut};
pub use upkeeps::{Upkeeps, UpkeepsMut};

use super::Ask;
use crate::Fault;

/// What a table answers.
pub type Result<T> = std::result::Result<T, Fault>;

/// Everything that can be read, as of one moment.
pub trait Snapshot:
    Accounts
    + AddressChecks
    + ApiTokens
    + Carts
    + Certificates
    + Consents
    + Contacts
    + Deliveries
    + DnsRows
    + DnsZones
    + Domains
    + Dues
    + Folders
    + Forwardings
    + History
    + HolderLocks
    + Hosts
    + Ledger
    + MailAddresses
    + Mailspaces
    + Memos
    + Notices
    + Nssets
    + Objects
    + Orders
    + Pendings
    + Tombstones
    + Privacies
    + Protections
    + Registrants
    + Resellers
    + Settings
    + Tags
    + Tasks
    + Trades
    + Transfers
    + Upkeeps
{
}

/// Everything that can be read and written, in one transaction.
pub trait Transaction:
    Snapshot
    + AccountsMut
    + AddressChecksMut
    + ApiTokensMut
    + CartsMut
    + CertificatesMut
    + ConsentsMut
    + ContactsMut
    + DeliveriesMut
    + DnsRowsMut
    + DnsZonesMut
    + DomainsMut
    + DuesMut
    + FoldersMut
    + ForwardingsMut
    + HistoryMut
    + HolderLocksMut
    + HostsMut
    + LedgerMut
    + MailAddressesMut
    + MailspacesMut
    + MemosMut
    + NoticesMut
    + NssetsMut
    + OrdersMut
    + PendingsMut
    + TombstonesMut
    + PrivaciesMut
    + ProtectionsMut
    + RegistrantsMut
    + ResellersMut
    + SettingsMut
    + TagsMut
    + TasksMut
    + TradesMut
    + TransfersMut
    + UpkeepsMut
{
}

/// Which rows of a sorted list are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice<K> {
    /// Only rows behind the one with this key; `None` begins with the first.
    pub after: Option<K>,
    /// How many of those are left out.
    pub skip: u64,
    /// How many are read at most.
    pub most: u32,
}

/// Whether a row could be inserted. The unique constraint decides, never an earlier look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inserted {
    /// The row is in.
    Yes,
    /// Its name is taken; nothing was changed.
    Taken,
}

/// Whether a row could be deleted. The foreign key decides, never an earlier look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deleted {
    /// The row is gone.
    Yes,
    /// Something still refers to it; nothing was changed.
    InUse,
}

/// Whether what a command did shall be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Commit it.
    Keep,
    /// Roll it back: the command was refused.
    Undo,
}

/// Work that may write.
pub trait CommandJob: Send {
    /// What the work is for; `None` for a chore that is no operation.
    fn about(&self) -> Option<Ask<'_>> {
        None
    }

    /// Does the work in a transaction. May be called again after a rollback, so it touches nothing outside.
    ///
    /// # Errors
    /// A fault of the store. The transaction is rolled back and, if the store finds that worthwhile, `run` is
    /// called once more; otherwise [`CommandJob::end`] gets the fault.
    fn run(&mut self, transaction: &dyn Transaction) -> Result<Verdict>;

    /// Hears how it ended, after the commit is on disk (or the rollback is done).
    fn end(self: Box<Self>, end: Result<()>);
}

/// Work that only reads.
pub trait QueryJob: Send {
    /// What the work is for; `None` for a chore that is no operation.
    fn about(&self) -> Option<Ask<'_>> {
        None
    }

    /// Does the work on a snapshot, or hears why there is none.
    fn run(self: Box<Self>, snapshot: Result<&dyn Snapshot>);
}

/// The store itself. Never blocks the caller, unless that one asks for it.
pub trait Store: Send + Sync {
    /// The in-process index of names, fed in commit order.
    fn names(&self) -> &dyn Names;

    /// Hands over work that may write.
    fn command(&self, job: Box<dyn CommandJob>);

    /// Whether the store has nothing to do and expects nothing, so that [`Store::command_here`] is worth its price.
    fn is_idle(&self) -> bool {
        false
    }

    /// Does work that may write on the caller's thread, if the store has nothing else to do; otherwise as
    /// [`Store::command`]. Saves the way to another thread and back. May block until the commit is on disk.
    fn command_here(&self, job: Box<dyn CommandJob>) {
        self.command(job);
    }

    /// Hands over work that only reads.
    fn query(&self, job: Box<dyn QueryJob>);
}
