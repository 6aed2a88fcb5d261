//! Types of rows.

use std::fmt;

use outcomes::Outcome;

use crate::Refusal;

/// A type that a row of a zone may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordType {
    /// An IPv4 address.
    A,
    /// An IPv6 address.
    Aaaa,
    /// Answers with the addresses of another name, looked up by the name servers. Not a type of the DNS itself.
    Alias,
    /// Which authorities may issue certificates (RFC 8659).
    Caa,
    /// Another name for this one.
    Cname,
    /// Another name for everything below this one (RFC 6672).
    Dname,
    /// The signer of a delegation (RFC 4034).
    Ds,
    /// How to reach a web server (RFC 9460).
    Https,
    /// A mail server.
    Mx,
    /// A rule that rewrites names (RFC 3403).
    Naptr,
    /// A name server of a delegation.
    Ns,
    /// The name behind an address.
    Ptr,
    /// Where a service is (RFC 2782).
    Srv,
    /// The key of an SSH server (RFC 4255).
    Sshfp,
    /// How to reach a service (RFC 9460).
    Svcb,
    /// The certificate of a TLS server (RFC 6698).
    Tlsa,
    /// Text.
    Txt,
}

impl RecordType {
    /// Every type.
    pub const ALL: [Self; 17] = [
        Self::A,
        Self::Aaaa,
        Self::Alias,
        Self::Caa,
        Self::Cname,
        Self::Dname,
        Self::Ds,
        Self::Https,
        Self::Mx,
        Self::Naptr,
        Self::Ns,
        Self::Ptr,
        Self::Srv,
        Self::Sshfp,
        Self::Svcb,
        Self::Tlsa,
        Self::Txt,
    ];

    /// Reads a type, in any case. ANAME is another word for ALIAS.
    ///
    /// # Errors
    /// `dns_record_type_unknown`.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let name = if text.eq_ignore_ascii_case("ANAME") { "ALIAS" } else { text };
        let found = Self::ALL.into_iter().find(|kind| kind.name().eq_ignore_ascii_case(name));
        found.ok_or_else(|| Refusal::new(Outcome::DnsRecordTypeUnknown).value(text))
    }

    /// The type's name, in upper case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::Aaaa => "AAAA",
            Self::Alias => "ALIAS",
            Self::Caa => "CAA",
            Self::Cname => "CNAME",
            Self::Dname => "DNAME",
            Self::Ds => "DS",
            Self::Https => "HTTPS",
            Self::Mx => "MX",
            Self::Naptr => "NAPTR",
            Self::Ns => "NS",
            Self::Ptr => "PTR",
            Self::Srv => "SRV",
            Self::Sshfp => "SSHFP",
            Self::Svcb => "SVCB",
            Self::Tlsa => "TLSA",
            Self::Txt => "TXT",
        }
    }

    /// The type's number at IANA; for [`Self::Alias`] one of those for private use.
    pub const fn number(self) -> u16 {
        match self {
            Self::A => 1,
            Self::Ns => 2,
            Self::Cname => 5,
            Self::Ptr => 12,
            Self::Mx => 15,
            Self::Txt => 16,
            Self::Aaaa => 28,
            Self::Srv => 33,
            Self::Naptr => 35,
            Self::Dname => 39,
            Self::Ds => 43,
            Self::Sshfp => 44,
            Self::Tlsa => 52,
            Self::Svcb => 64,
            Self::Https => 65,
            Self::Caa => 257,
            Self::Alias => 65_401,
        }
    }

    /// The type with a number.
    pub fn of_number(number: u16) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// Which word of the data is the name of a host, if one is.
    pub(super) const fn target(self) -> Option<usize> {
        match self {
            Self::Alias | Self::Cname | Self::Dname | Self::Ns | Self::Ptr => Some(0),
            Self::Mx | Self::Https | Self::Svcb => Some(1),
            Self::Srv => Some(3),
            Self::Naptr => Some(5),
            Self::A | Self::Aaaa | Self::Caa | Self::Ds | Self::Sshfp | Self::Tlsa | Self::Txt => None,
        }
    }

    /// Whether the last word of the data is the name of a host.
    pub const fn ends_with_host(self) -> bool {
        match self {
            Self::Https | Self::Svcb => false,
            kind => kind.target().is_some(),
        }
    }

    /// Whether the host may be `.`, which says that there is none.
    pub(super) const fn may_have_no_target(self) -> bool {
        matches!(self, Self::Mx | Self::Https | Self::Svcb | Self::Srv | Self::Naptr)
    }
}

impl fmt::Display for RecordType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read_in_any_case_and_nothing_else() {
        assert_eq!(RecordType::parse("aaaa").unwrap(), RecordType::Aaaa);
        assert_eq!(RecordType::parse("aname").unwrap(), RecordType::Alias);
        for kind in RecordType::ALL {
            assert_eq!(RecordType::parse(kind.name()).unwrap(), kind);
            assert_eq!(RecordType::of_number(kind.number()), Some(kind));
        }
        for bad in ["", "SOA", "A ", "TYPE1", "OPT"] {
            assert_eq!(RecordType::parse(bad).unwrap_err().outcome, Outcome::DnsRecordTypeUnknown, "{bad}");
        }
    }
}
