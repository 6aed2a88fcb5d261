//! The protection service: names whose visitors come through a protecting network.
//!
//! ```text
//!   create ──paid──> requested ──the network sets it up──> running ──term ends, paid──> running
//!                        │                                    │
//!                        │ the network refuses                │ term ends, not paid
//!                        v                                    v
//!                   paid back, gone                        unpaid ──paid──> running
//!                                                             │
//!                                                             └──not paid in time──> gone
//! ```

mod answer_invitation;
mod auto_renew;
mod create;
mod delete;
mod end;
mod info;
mod invite;
mod list;
mod list_templates;
mod mark_template;
mod purge_cache;
mod renew;
mod replicate_template;
mod retry;
mod set_policy;
mod set_up;
mod update_subscription;

mod dns_rules;
mod name_rules;
mod network;
mod ownership;
mod subscription_rules;
mod template_rules;
mod term;

pub use answer_invitation::AnswerInvitation;
pub(in crate::ops) use auto_renew::{Renewal, auto_renew, ends_at};
pub use create::{Create, Ordered};
pub use delete::Delete;
pub(in crate::ops) use end::end;
pub use info::{Info, ProtectionView};
pub use invite::Invite;
pub use list::List;
pub use list_templates::ListTemplates;
pub use mark_template::MarkTemplate;
pub(in crate::ops) use network::knows as network_knows;
pub use purge_cache::PurgeCache;
pub use renew::Renew;
pub use replicate_template::ReplicateTemplate;
pub use retry::Retry;
pub use set_policy::SetPolicy;
pub(in crate::ops) use set_up::{SetUp, set_up};
pub use update_subscription::UpdateSubscription;
