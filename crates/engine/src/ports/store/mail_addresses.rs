use super::{Result, Slice};
use crate::model::{
    AccountId, DomainName, Email, MailAddress, MailAddressId, MailboxId, MailspaceId, PlacedMailAddress,
};

/// Which hosted addresses are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailAddressFilter {
    /// Those of an account.
    Account(AccountId),
    /// Those of a mailbox.
    Mailbox(MailboxId),
}

/// Reads the addresses for which mail is taken.
pub trait MailAddresses {
    /// The address of this name, whatever it is used for.
    fn mail_address(&self, address: &Email) -> Result<Option<MailAddress>>;

    /// Addresses that have a mailbox, in order.
    fn mail_addresses(
        &self,
        filter: MailAddressFilter,
        slice: &Slice<Email>,
    ) -> Result<Vec<PlacedMailAddress>>;

    /// How many such addresses there are.
    fn count_mail_addresses(&self, filter: MailAddressFilter) -> Result<u64>;

    /// The mailspace to which the addresses of a domain belong, if it has any.
    fn mailspace_of_domain(&self, domain: &DomainName) -> Result<Option<MailspaceId>>;
}

/// Writes the addresses for which mail is taken.
pub trait MailAddressesMut: MailAddresses {
    /// Has a domain's addresses belong to a mailspace, unless they belong to one already. Tells to which they do.
    fn link_mail_domain(&self, domain: &DomainName, mailspace: MailspaceId) -> Result<MailspaceId>;

    /// Adds an address unless there is one of its name, and answers the one that is there then: another id says that it
    /// was there before. A hosted one needs its domain linked to its mailspace.
    fn claim_mail_address(&self, address: &MailAddress) -> Result<MailAddress>;

    /// Replaces the mailbox and password of a hosted address. Its mailspace stays.
    fn update_mail_address(&self, address: &MailAddress) -> Result<()>;

    /// Removes a hosted address; with the last one of its domain the link to the mailspace.
    fn delete_mail_address(&self, address: &MailAddress) -> Result<()>;

    /// Removes a forwarded address if nothing is forwarded from it any more.
    fn release_mail_address(&self, id: MailAddressId) -> Result<()>;
}
