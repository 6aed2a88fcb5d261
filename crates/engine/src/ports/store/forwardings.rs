use super::{Inserted, Page, Result, Window};
use crate::model::{
    AccountId, DomainName, Email, MailForwarding, MailForwardingId, WebForwarding, WebForwardingId,
};

/// Reads what is sent on to elsewhere.
pub trait Forwardings {
    /// The forwarding of an account's address to a target.
    fn mail_forwarding(
        &self,
        account: AccountId,
        address: &Email,
        target: &Email,
    ) -> Result<Option<MailForwarding>>;

    /// The mail forwardings of an account, by address and target. Only those of one domain or DNS zone, if it is named.
    fn mail_forwardings_of(
        &self,
        account: AccountId,
        held_name: Option<&DomainName>,
        window: &Window<(Email, Email)>,
    ) -> Result<Page<MailForwarding>>;

    /// The forwarding of a name's visitors.
    fn web_forwarding(&self, source: &DomainName) -> Result<Option<WebForwarding>>;

    /// The web forwardings of an account, by source. Only those of one domain or DNS zone, if it is named.
    fn web_forwardings_of(
        &self,
        account: AccountId,
        held_name: Option<&DomainName>,
        window: &Window<DomainName>,
    ) -> Result<Page<WebForwarding>>;
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
