//! `nsset-info`: what is in a set of name servers.

use engine::model::{Clid, Handle};
use engine::ops::nsset::{Info, NssetView};

use super::{name, zone};
use crate::Call;
use crate::answer::{Ended, Reply};
use crate::name_servers;
use crate::params::Params;
use crate::status;
use crate::times;
use crate::tree::Tree;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let (zone, name) = (zone(&mut params), name(&mut params));
    let info = params.finish(zone.zip(name).map(|(zone, name)| Info { zone, name }))?;
    Ok(Reply::telling(call.query(info).await?, |view| Tree::map([("nsset", told(&view))])))
}

fn told(view: &NssetView) -> Tree {
    let nsset = &view.nsset;
    let contacts = view.contacts.iter().map(Handle::as_str).collect::<Vec<_>>().join(", ");
    Tree::map([
        ("name", Tree::text(nsset.name.as_str())),
        ("status", status::told(&view.statuses)),
        ("reg_owner", Tree::text(view.sponsor.as_str())),
        ("reg_creator", Tree::text(view.creator.as_str())),
        ("reg_update", Tree::text(view.updater.as_ref().map(Clid::as_str).unwrap_or_default())),
        ("created_date", Tree::text(times::moment(nsset.created_at))),
        ("updated_date", times::told(nsset.updated_at)),
        ("transfer_date", times::told(nsset.transferred_at)),
        ("tech_c", Tree::Text(contacts)),
        ("dns", name_servers::told(&nsset.servers)),
    ])
}
