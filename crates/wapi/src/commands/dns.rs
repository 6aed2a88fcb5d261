//! DNS zones (`dns-domain-*`) and their rows (`dns-row-*`).

pub(super) mod domain_add;
pub(super) mod domain_axfr_run;
pub(super) mod domain_commit;
pub(super) mod domain_copy;
pub(super) mod domain_delete;
pub(super) mod domain_info;
pub(super) mod domain_update;
pub(super) mod domain_update_keyset;
pub(super) mod domains_list;
pub(super) mod row_add;
pub(super) mod row_delete;
pub(super) mod row_detail;
pub(super) mod row_update;
pub(super) mod rows_list;

mod parameters;
mod shown;
