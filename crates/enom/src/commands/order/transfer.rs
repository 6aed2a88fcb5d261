//! Transfer orders: domains of other accounts, several at once, each with a status of its own.

pub(super) mod cancel;
pub(super) mod create;
pub(super) mod resend;
pub(super) mod resubmit;
pub(super) mod show;
mod standing;
pub(super) mod submit;
pub(super) mod update;
mod wanted;
