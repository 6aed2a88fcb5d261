use super::{Deleted, Inserted, Result, Slice};
use crate::model::{
    AccountId, Mailbox, MailboxId, MailboxName, Mailspace, MailspaceId, MailspaceName, PlacedMailbox,
};

/// Which mailboxes are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailboxFilter {
    /// Those of an account.
    Account(AccountId),
    /// Those in a mailspace.
    Mailspace(MailspaceId),
}

/// Reads mailspaces and their mailboxes.
pub trait Mailspaces {
    /// The mailspace with a name.
    fn mailspace(&self, name: &MailspaceName) -> Result<Option<Mailspace>>;

    /// The mailspace with an id.
    fn mailspace_by_id(&self, id: MailspaceId) -> Result<Option<Mailspace>>;

    /// The mailspaces of an account, by name.
    fn mailspaces_of(&self, account: AccountId, slice: &Slice<MailspaceName>) -> Result<Vec<Mailspace>>;

    /// How many mailspaces an account has.
    fn count_mailspaces(&self, account: AccountId) -> Result<u64>;

    /// The mailbox of an account with a name.
    fn mailbox(&self, account: AccountId, name: &MailboxName) -> Result<Option<Mailbox>>;

    /// The mailbox with an id.
    fn mailbox_by_id(&self, id: MailboxId) -> Result<Option<Mailbox>>;

    /// Mailboxes, by name.
    fn mailboxes(&self, filter: MailboxFilter, slice: &Slice<MailboxName>) -> Result<Vec<PlacedMailbox>>;

    /// How many such mailboxes there are.
    fn count_mailboxes(&self, filter: MailboxFilter) -> Result<u64>;
}

/// Writes mailspaces and their mailboxes.
pub trait MailspacesMut: Mailspaces {
    /// Adds a mailspace unless its name is taken.
    fn insert_mailspace(&self, mailspace: &Mailspace) -> Result<Inserted>;

    /// Replaces a mailspace's row; id, name, account and date of addition stay.
    fn update_mailspace(&self, mailspace: &Mailspace) -> Result<()>;

    /// Removes a mailspace, unless there are mailboxes or forwardings in it.
    fn delete_mailspace(&self, id: MailspaceId) -> Result<Deleted>;

    /// Removes a mailspace with its mailboxes and their addresses. Mail that is forwarded stays so, outside of any mailspace.
    fn clear_mailspace(&self, id: MailspaceId) -> Result<()>;

    /// Adds a mailbox unless its account has one of the name.
    fn insert_mailbox(&self, mailbox: &Mailbox) -> Result<Inserted>;

    /// Replaces a mailbox's row; id, name, mailspace, account and date of addition stay.
    fn update_mailbox(&self, mailbox: &Mailbox) -> Result<()>;

    /// Removes a mailbox, unless it has addresses.
    fn delete_mailbox(&self, id: MailboxId) -> Result<Deleted>;
}
