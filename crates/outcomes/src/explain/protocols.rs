//! The protocols whose answers can be explained. Another one is a file like `epp.rs` and a line in the table.

use super::answer::Answer;
use super::explanation::Saying;
use super::forms::Document;
use super::unrecognised::Unrecognised;
use super::{enom, epp, nominet, rrp, wapi};
use crate::{Outcome, Retry, Table};

/// How the answers of one protocol are understood.
pub(super) struct Protocol {
    /// Its codes and rows, and what it is called.
    pub(super) table: &'static Table,
    /// Reads a document; `None` if it is not of this protocol.
    pub(super) read: fn(&Document<'_>) -> Option<Result<Answer, Unrecognised>>,
    /// Codes that other servers give and the table does not have.
    pub(super) unlisted: &'static [(u32, Foreign)],
    /// What the digits of any other code say.
    pub(super) foreign: fn(&str) -> Foreign,
}

/// What can be said of a code that a protocol's table does not have.
#[derive(Clone, Copy)]
pub(super) struct Foreign {
    pub(super) meaning: &'static str,
    pub(super) retry: Option<Retry>,
    pub(super) remedy: &'static str,
}

pub(super) static PROTOCOLS: [Protocol; 6] =
    [nominet::PROTOCOL, enom::PROTOCOL, epp::PROTOCOL, wapi::PROTOCOL, rrp::PROTOCOL, rrp::HEXONET_PROTOCOL];

/// How each protocol says an outcome.
pub(super) fn sayings(outcome: Outcome) -> Vec<Saying> {
    PROTOCOLS.iter().flat_map(|protocol| protocol.sayings(outcome)).collect()
}

impl Protocol {
    fn sayings(&self, outcome: Outcome) -> impl Iterator<Item = Saying> {
        let rows = self.table.rows_of(outcome).iter().filter(|row| row.unsaid.is_none());
        rows.map(|row| Saying {
            protocol: self.table.name,
            code: row.code.number.to_string(),
            message: row.code.message,
            operation: row.operation,
            field: row.field,
        })
    }
}
