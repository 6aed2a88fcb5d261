//! Domains, hosts and contacts on the wire (RFC 5731, 5732, 5733): one file per command, named as the operation.
//!
//! `parse` turns the element of a command into the engine's input, `render` writes the engine's answer as the child
//! of `resData`. Both know the schemas and no rule beyond them. What breaks a schema ends the reading at once; values
//! that are bad in themselves are collected, so that a client hears of all of them.

pub(crate) mod blame;
pub(crate) mod contact;
pub(crate) mod domain;
pub(crate) mod host;

pub(crate) mod address;
mod authinfo;
mod availability;
mod status;
pub(crate) mod values;

#[cfg(test)]
mod testing;
