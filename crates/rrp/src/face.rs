//! The two faces of the protocol over HTTP.

use outcomes::{HEXONET, RRP, Table};

/// Who is spoken like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// RRPproxy (CentralNic Reseller): lower-case keys, property names with spaces.
    Cnr,
    /// HEXONET: upper-case keys without spaces, some texts of its own.
    Hexonet,
}

impl Face {
    /// How it says what happened.
    pub(crate) fn table(self) -> &'static Table {
        match self {
            Self::Cnr => RRP,
            Self::Hexonet => HEXONET,
        }
    }
}
