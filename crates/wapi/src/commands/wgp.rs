//! WEDOS Global: the protection service (`wgp-*`).

pub(super) mod domain_cache_purge;
pub(super) mod domain_create;
pub(super) mod domain_delete;
pub(super) mod domain_info;
pub(super) mod domain_invitation;
pub(super) mod domain_invite;
pub(super) mod domain_renew;
pub(super) mod domain_retry;
pub(super) mod domain_template_replicate;
pub(super) mod domain_templates_list;
pub(super) mod domain_update_policy;
pub(super) mod domain_update_subscription;
pub(super) mod services_list;

mod parameters;
mod shown;
