//! `GetDomainFolderList`: the account's folders, or those that a domain is in.

use engine::ops::folder::{FolderView, List};

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let domain = if params.text("SLD").is_some() { params.name() } else { None };
    let list = params.finish(Some(List { domain }))?;
    let done = call.query(list).await?;
    Ok(Reply::of(done, |folders| {
        let rows = folders.iter().zip(1..);
        let rows = rows.fold(Fields::new(), |fields, (view, place)| fields.row("item", place, cells(view)));
        Fields::new()
            .group("GetResult", Fields::new().one("Result", named::DONE))
            .group("folders", rows)
            .one("count", folders.len().to_string())
    }))
}

fn cells(view: &FolderView) -> Vec<(&'static str, String)> {
    vec![
        ("ID", view.folder.id.0.to_string()),
        ("Name", view.folder.name.as_str().to_owned()),
        ("Type", named::PLAIN.to_owned()),
        ("DomainCount", view.domains.to_string()),
        ("Status", "0".to_owned()),
    ]
}
