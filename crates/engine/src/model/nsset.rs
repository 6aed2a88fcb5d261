//! Sets of name servers.

use std::fmt;

use outcomes::Outcome;

use super::{AccountId, AuthInfoDigest, ContactId, DomainName, HostAttribute, Instant, NssetId, Statuses};
use crate::Refusal;

/// The name of a set: 1 to 30 letters and digits, with single hyphens, dots, colons or underscores between them. Small
/// and capital letters are the same; the canonical form has capitals.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NssetName(Box<str>);

impl NssetName {
    /// Reads a name.
    ///
    /// # Errors
    /// `nsset_name_malformed`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let words = text.split(['-', '.', ':', '_']);
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if text.len() > 30 || !words.into_iter().all(is_word) {
            return Err(Refusal::new(Outcome::NssetNameMalformed).value(text));
        }
        Ok(Self(text.to_ascii_uppercase().into()))
    }

    /// The canonical text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A name that was parsed before and comes back from the store.
    pub fn from_store(text: String) -> Self {
        Self(text.into())
    }
}

impl AsRef<str> for NssetName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<NssetName> for String {
    fn from(name: NssetName) -> Self {
        name.0.into()
    }
}

impl fmt::Display for NssetName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A set of name servers that domains are delegated to by its name. All of them follow when it is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nsset {
    /// Its id, never used again.
    pub id: NssetId,
    /// Its name, unique among sets.
    pub name: NssetName,
    /// Who may change it.
    pub sponsor: AccountId,
    /// Who created it.
    pub creator: AccountId,
    /// When it was created.
    pub created_at: Instant,
    /// Who changed it last.
    pub updater: Option<AccountId>,
    /// When it was changed last.
    pub updated_at: Option<Instant>,
    /// When it last came to a new sponsor.
    pub transferred_at: Option<Instant>,
    /// Statuses that are stored; `ok` and `linked` are computed.
    pub statuses: Statuses,
    /// What is kept of the authInfo, if one is set.
    pub authinfo: Option<AuthInfoDigest>,
    /// Whom to ask when the servers do not answer.
    pub contacts: Vec<ContactId>,
    /// The servers. Those inside one of our zones may have glue, for the domain they lie in.
    pub servers: Vec<HostAttribute>,
}

impl Nsset {
    /// Notes who changed it, and when.
    pub fn touch(&mut self, by: AccountId, at: Instant) {
        (self.updater, self.updated_at) = (Some(by), Some(at));
    }

    /// The servers as attributes of a domain that is delegated to the set: only those inside it have glue.
    pub fn servers_of(&self, domain: &DomainName) -> Vec<HostAttribute> {
        let of = |server: &HostAttribute| HostAttribute {
            name: server.name.clone(),
            addresses: if server.name.is_within(domain.as_str()) {
                server.addresses.clone()
            } else {
                Vec::new()
            },
        };
        self.servers.iter().map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_their_canonical_form() {
        for (text, name) in [("wedos", "WEDOS"), ("NSS:ALPHA:1", "NSS:ALPHA:1"), ("a-b.c_1", "A-B.C_1")] {
            assert_eq!(NssetName::parse(text).unwrap().as_str(), name);
        }
        for bad in ["", "-A", "A-", "A--B", "A B", "Á", &"A".repeat(31)] {
            assert_eq!(NssetName::parse(bad).unwrap_err().outcome, Outcome::NssetNameMalformed, "{bad}");
        }
    }
}
