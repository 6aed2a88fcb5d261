//! DNS zones: what the name servers of this system answer for. A zone is there whether or not its name is registered here.

mod add;
mod axfr_end;
mod axfr_run;
mod check;
mod commit;
mod copy;
mod delete;
mod edit;
mod info;
mod list;
mod lock;
mod set_signing;
mod switch;
mod update;

mod draft;
mod expire;
mod foundation;
mod name_rules;
mod ownership;
mod publication;
mod purge;
mod row_change;
mod settings;
mod soa_change;

pub use add::{Add, NewDnsZone};
pub use axfr_end::AxfrEnd;
pub use axfr_run::AxfrRun;
pub use check::Check;
pub use commit::Commit;
pub use copy::Copy;
pub use delete::Delete;
pub(in crate::ops) use draft::touch;
pub use edit::Edit;
pub(in crate::ops) use expire::expire;
pub use info::{DnsZoneView, Info};
pub use list::List;
pub use lock::Lock;
pub(in crate::ops) use ownership::{find_changeable, require_primary, rows_allowed};
pub(in crate::ops) use publication::auto_commit;
pub(in crate::ops) use purge::purge;
pub use row_change::RowChange;
pub use set_signing::SetSigning;
pub use soa_change::SoaChange;
pub use switch::Switch;
pub use update::Update;
