use super::{Inserted, Result, Slice};
use crate::model::{
    AccountId, DomainName, Email, MailForwarding, MailForwardingId, WebForwarding, WebForwardingId,
};

/// Which forwardings are listed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ForwardingFilter {
    /// Of which account.
    pub account: AccountId,
    /// Only those of one domain or DNS zone, if it is named.
    pub held_name: Option<DomainName>,
}

/// Reads what is sent on to elsewhere.
pub trait Forwardings {
    /// The forwarding of an account's address to a target.
    fn mail_forwarding(
        &self,
        account: AccountId,
        address: &Email,
        target: &Email,
    ) -> Result<Option<MailForwarding>>;

    /// Mail forwardings, by address and target.
    fn mail_forwardings(
        &self,
        filter: &ForwardingFilter,
        slice: &Slice<(Email, Email)>,
    ) -> Result<Vec<MailForwarding>>;

    /// How many such forwardings there are.
    fn count_mail_forwardings(&self, filter: &ForwardingFilter) -> Result<u64>;

    /// The forwarding of a name's visitors.
    fn web_forwarding(&self, source: &DomainName) -> Result<Option<WebForwarding>>;

    /// Web forwardings, by source.
    fn web_forwardings(
        &self,
        filter: &ForwardingFilter,
        slice: &Slice<DomainName>,
    ) -> Result<Vec<WebForwarding>>;

    /// How many such forwardings there are.
    fn count_web_forwardings(&self, filter: &ForwardingFilter) -> Result<u64>;
}

/// Writes what is sent on to elsewhere.
pub trait ForwardingsMut: Forwardings {
    /// Adds a mail forwarding unless its address has one to the same target.
    fn insert_mail_forwarding(&self, forwarding: &MailForwarding) -> Result<Inserted>;

    /// Removes a mail forwarding.
    fn delete_mail_forwarding(&self, id: MailForwardingId) -> Result<()>;

    /// Adds a web forwarding unless its source has one.
    fn insert_web_forwarding(&self, forwarding: &WebForwarding) -> Result<Inserted>;

    /// Removes a web forwarding.
    fn delete_web_forwarding(&self, id: WebForwardingId) -> Result<()>;
}
