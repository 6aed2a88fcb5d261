//! Contacts (RFC 5733).

mod check;
mod copy;
mod create;
mod delete;
mod info;
mod list;
mod replace;
mod send_authinfo;
mod transfer_approve;
mod transfer_cancel;
mod transfer_query;
mod transfer_reject;
mod transfer_request;
mod transfer_time_out;
mod update;
mod validate;

mod handover;
mod ownership;
mod postal_rules;
mod zone_rules;

pub use check::Check;
pub use copy::Copy;
pub use create::{Create, Created};
pub use delete::Delete;
pub(in crate::ops) use info::shown_statuses;
pub use info::{ContactView, Info};
pub use list::List;
pub use replace::Replace;
pub use send_authinfo::SendAuthinfo;
pub use transfer_approve::TransferApprove;
pub use transfer_cancel::TransferCancel;
pub use transfer_query::TransferQuery;
pub use transfer_reject::TransferReject;
pub use transfer_request::TransferRequest;
pub(in crate::ops) use transfer_time_out::transfer_time_out;
pub use update::{AddressChange, PostalChange, Update};
pub use validate::Validate;
pub(in crate::ops) use zone_rules::check as check_for_zone;
