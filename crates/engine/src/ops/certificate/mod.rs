//! Certificates for TLS: a product that an authority issues, once control of the names is shown.
//!
//! ```text
//!   order ──paid──> configure (request, names, contacts) ──> submit (how control is shown) ──> letters, tokens
//!                                                                                                  │
//!   runner ──AuthorityAsk──> clerk ──> the authority   <── hand out <── all names approved <────────┘
//!                              │
//!   AuthorityEnd <── its answer, or that there was none: then the same is asked again
//! ```
//!
//! The authority is asked outside transactions: the intent is on record before, the answer after. Where each state of an
//! order leads is drawn at [`crate::model::CertificateState`].

mod approve;
mod authority_end;
mod cancel;
mod configure;
mod confirm_control;
mod info;
mod list;
mod list_approvers;
mod list_products;
mod mail;
mod order;
mod parse_csr;
mod recall;
mod reissue;
mod renew;
mod resend_approval;
mod revoke;
mod step;
mod submit;

mod approvers;
mod authority;
mod control_rules;
mod course;
mod letters;
mod ownership;
mod publication;
mod request_rules;
mod term;

pub use approve::Approve;
pub use authority_end::AuthorityEnd;
pub use cancel::Cancel;
pub use configure::Configure;
pub use confirm_control::ConfirmControl;
pub use control_rules::ControlChoice;
pub use info::{CertificateView, Info};
pub use list::List;
pub use list_approvers::{Approver, ApproverKind, ListApprovers};
pub use list_products::{ListProducts, ProductView};
pub use mail::Mail;
pub use order::{Bought, Order};
pub use ownership::CertificateRef;
pub use parse_csr::ParseCsr;
pub use recall::Recall;
pub use reissue::Reissue;
pub use renew::Renew;
pub(in crate::ops) use request_rules::product;
pub use request_rules::{ContactChoice, ContactSource, RequestDraft};
pub use resend_approval::ResendApproval;
pub use revoke::Revoke;
pub(in crate::ops) use step::step;
pub use submit::Submit;
