//! `ModifyDNSZone`, `UpdateDNSZone`: other rows and settings, published at once; all or nothing.

use engine::ops::dns_zone::{Edit, RowChange, Update};

use super::settings;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let edit = read(call, &mut params);
    let edit = params.finish(edit)?;
    carry_out(call, edit).await
}

/// Changes a zone, and tells which version of it that is.
pub(super) async fn carry_out(call: &Call<'_>, edit: Edit) -> Ended {
    let zone = edit.settings.name.to_string();
    let done = call.command(edit).await?;
    Ok(Reply::of(done, |serial| Columns::new().one("dnszone", zone).one("soaserial", serial.to_string())))
}

fn read(call: &Call<'_>, params: &mut Params) -> Option<Edit> {
    let name = settings::zone(params);
    let rules = &call.policies().house.dns;
    let replaces = params.was_sent("RR");
    let mut rows = |list| settings::rows(params, list, name.as_ref(), rules);
    let (all, removed, add) = (rows("RR"), rows("DELRR"), rows("ADDRR"));
    let remove = removed.into_iter().map(|row| (row.name, row.rdata)).collect();
    let republish = params.flag("INCSERIAL").unwrap_or(false);
    let primary = settings::primary(params);
    let soa = settings::soa(params);
    let settings = Update { soa, primary, ..Update::of(name?) };
    Some(Edit { settings, rows: RowChange { all: replaces.then_some(all), remove, add }, republish })
}
