//! The std family: the objects of the standards, and commands of Nominet's.

pub(super) mod contact;
pub(super) mod contact_id;
pub(super) mod domain;
pub(super) mod fork;
pub(super) mod handshake;
pub(super) mod host;
pub(super) mod list;
pub(super) mod locks;
pub(super) mod release;
pub(super) mod reseller;
pub(super) mod tag;
pub(super) mod unrenew;
