//! The nom family: objects of Nominet's own, as views on domains, contacts and hosts.
//!
//! | here | there |
//! |---|---|
//! | account `1-UK` | the contact with that number, as the registrant of domains |
//! | its first contact, `C1-UK` | the same contact, as a person |
//! | its other contacts | contacts of their own, which stand beside it |
//! | name server `NS1-UK` | the host with that number |

pub(super) mod account;
pub(super) mod contact;
pub(super) mod domain;
pub(super) mod handshake;
pub(super) mod ns;
