//! Domains (RFC 5731, RFC 3915, RFC 5910).

mod check;
mod create;
mod delete;
mod info;
mod renew;
mod restore;
mod restore_report;
mod transfer_approve;
mod transfer_cancel;
mod transfer_query;
mod transfer_reject;
mod transfer_request;
mod update;

mod contact_rules;
mod delegation_rules;
mod dnssec_rules;
mod handover;
mod name_rules;
mod ownership;
mod term_rules;

pub(in crate::ops) use check::refuse_too_many;
pub use check::{Availability, Check};
pub use create::{Create, Created};
pub use delete::Delete;
pub use dnssec_rules::{DnssecChange, DnssecRemoval};
pub use info::{DomainView, Info, RgpState};
pub use renew::{Renew, Renewed};
pub use restore::Restore;
pub use restore_report::RestoreReport;
pub use transfer_approve::TransferApprove;
pub use transfer_cancel::TransferCancel;
pub use transfer_query::TransferQuery;
pub use transfer_reject::TransferReject;
pub use transfer_request::TransferRequest;
pub use update::{LinkChange, Update};
