//! Identifiers. One type per kind of thing, so that a contact's id cannot be used for a host.

use std::fmt;

macro_rules! ident {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub i64);
    };
}

ident!(
    /// An account: a registrar, reseller or operator.
    AccountId
);
ident!(
    /// A registered domain. Never used again, not even for a later registration of the same name.
    DomainId
);
ident!(
    /// A contact.
    ContactId
);
ident!(
    /// A host object.
    HostId
);
ident!(
    /// A set of name servers.
    NssetId
);
ident!(
    /// A line of the ledger.
    EntryId
);
ident!(
    /// Money that is set aside.
    HoldId
);
ident!(
    /// A token of an account.
    ApiTokenId
);
ident!(
    /// A folder.
    FolderId
);
ident!(
    /// Something in a cart.
    CartItemId
);
ident!(
    /// A release that waits for an answer.
    HandshakeId
);
ident!(
    /// A notice in an account's queue.
    NoticeId
);
ident!(
    /// A letter to somebody outside the system.
    LetterId
);
ident!(
    /// Something on its way: a notice or a letter. Both draw their ids from one source, so they never collide.
    CargoId
);
ident!(
    /// One request that may change something. Protocols show it as the server's transaction id (svTRID).
    OperationId
);
ident!(
    /// A DNS zone.
    DnsZoneId
);
ident!(
    /// A row of a DNS zone.
    DnsRowId
);
ident!(
    /// A party for whom invoices are made.
    PartyId
);
ident!(
    /// A customer of the protecting network.
    CustomerId
);
ident!(
    /// A protection service.
    ProtectionId
);
ident!(
    /// A mailspace.
    MailspaceId
);
ident!(
    /// A mailbox.
    MailboxId
);
ident!(
    /// An e-mail address for which mail is taken.
    MailAddressId
);
ident!(
    /// Mail of an address that is sent on.
    MailForwardingId
);
ident!(
    /// Visitors of a name who are led elsewhere.
    WebForwardingId
);
ident!(
    /// A certificate: the id of its first order.
    CertificateId
);
ident!(
    /// An order of a certificate.
    CertificateOrderId
);
ident!(
    /// A command that is carried out later: the id of the request that gave it.
    TaskId
);
ident!(
    /// Any object. Domains, contacts, hosts, sets of name servers, DNS zones, services, orders of certificates and what
    /// belongs to mail draw their ids from one source, so they never collide.
    ObjectId
);

impl AccountId {
    /// The server itself: whatever is done by nobody's request.
    pub const SERVER: Self = Self(0);
}

macro_rules! object {
    ($name:ident, $letter:literal) => {
        impl $name {
            /// The repository object identifier (RFC 5730 section 2.8), unique for ever.
            pub fn roid(self) -> String {
                format!("{}{}-{REPOSITORY}", $letter, Base32(self.0))
            }
        }

        impl From<$name> for ObjectId {
            fn from(id: $name) -> Self {
                ObjectId(id.0)
            }
        }
    };
}

object!(DomainId, 'D');
object!(ContactId, 'C');
object!(HostId, 'H');
object!(NssetId, 'N');
object!(DnsZoneId, 'Z');

impl From<CertificateOrderId> for ObjectId {
    fn from(id: CertificateOrderId) -> Self {
        Self(id.0)
    }
}

impl From<NoticeId> for CargoId {
    fn from(id: NoticeId) -> Self {
        Self(id.0)
    }
}

impl From<LetterId> for CargoId {
    fn from(id: LetterId) -> Self {
        Self(id.0)
    }
}

macro_rules! nameless_object {
    ($($name:ident)*) => {$(
        impl From<$name> for ObjectId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }
    )*};
}

nameless_object!(CargoId MailspaceId MailboxId MailAddressId MailForwardingId TaskId WebForwardingId);

object!(ProtectionId, 'P');

impl From<HandshakeId> for ObjectId {
    fn from(id: HandshakeId) -> Self {
        Self(id.0)
    }
}

impl fmt::Display for OperationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CHY-")?;
        Base32(self.0).fmt(f)
    }
}

/// In base 36: protocols have room for twelve characters.
impl fmt::Display for HandshakeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut rest, mut digits) = (self.0.unsigned_abs(), Vec::new());
        while rest > 0 || digits.is_empty() {
            digits.push(char::from_digit((rest % 36) as u32, 36).unwrap_or('0').to_ascii_uppercase());
            rest /= 36;
        }
        f.write_str(&digits.into_iter().rev().collect::<String>())
    }
}

impl HandshakeId {
    /// Reads the form that [`fmt::Display`] writes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        i64::from_str_radix(text, 36).ok().filter(|id| *id >= 0).map(Self)
    }
}

impl OperationId {
    /// Reads the form that [`fmt::Display`] writes; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("CHY-").filter(|digits| (1..=13).contains(&digits.len()))?;
        let value = digits.bytes().try_fold(0i64, |sum, byte| {
            let digit = ALPHABET.iter().position(|&symbol| symbol == byte)?;
            sum.checked_mul(32)?.checked_add(i64::try_from(digit).ok()?)
        })?;
        Some(Self(value))
    }
}

macro_rules! shown_as_number {
    ($($name:ident)*) => {$(
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

shown_as_number!(NoticeId LetterId CargoId CertificateId CertificateOrderId TaskId);
impl fmt::Display for ProtectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for CustomerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A non-negative number in base 32 without letters that are easily confused.
struct Base32(i64);

impl fmt::Display for Base32 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0.unsigned_abs();
        let mut digits = [0u8; 13];
        let mut start = digits.len();
        loop {
            start -= 1;
            digits[start] = ALPHABET[(rest % 32) as usize];
            rest /= 32;
            if rest == 0 {
                break;
            }
        }
        f.write_str(str::from_utf8(&digits[start..]).unwrap_or_default())
    }
}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The repository identifier at the end of every ROID (at most 8 characters).
const REPOSITORY: &str = "CHANCERY";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operation_ids_read_back_what_they_print() {
        for id in [0, 1, 31, 32, 123_456_789_012_345, i64::MAX] {
            assert_eq!(OperationId::parse(&OperationId(id).to_string()), Some(OperationId(id)));
        }
        assert_eq!(OperationId::parse("CHY-"), None);
        assert_eq!(OperationId::parse("CHY-ZZZZZZZZZZZZZ"), None, "beyond 63 bits");
    }

    #[test]
    fn roids_keep_to_the_schema() {
        assert_eq!(DomainId(33).roid(), "D11-CHANCERY");
    }
}
