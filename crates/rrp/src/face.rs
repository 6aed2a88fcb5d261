//! The faces of the protocol: two over HTTP, one over TLS.

use outcomes::{HEXONET, RRP, Table};

/// Who is spoken like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// RRPproxy (CentralNic Reseller): lower-case keys, property names with spaces.
    Cnr,
    /// HEXONET: upper-case keys without spaces, some texts of its own.
    Hexonet,
    /// RRP itself (RFC 2832), over TLS.
    Rrp,
}

impl Face {
    /// The name of its protocol.
    pub(crate) fn name(self) -> &'static str {
        self.table().name
    }

    /// The face of HTTP whose protocol is called so.
    pub(crate) fn named(name: &str) -> Self {
        if name == HEXONET.name { Self::Hexonet } else { Self::Cnr }
    }

    /// How it says what happened.
    pub(crate) fn table(self) -> &'static Table {
        match self {
            Self::Cnr | Self::Rrp => RRP,
            Self::Hexonet => HEXONET,
        }
    }
}
