//! `GetDomainFolderDetail`: what is known of a folder.

use engine::ops::folder::List;
use engine::{Field, Outcome, Refusal};

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = named::needed(&mut params, "FolderName");
    let name = params.finish(name)?;
    let folders = call.query(List { domain: None }).await?.answer;
    let Some(view) = folders.into_iter().find(|view| view.folder.name == name) else {
        return Err(Refusal::new(Outcome::FolderUnknown).at(Field::DomainTag).value(name).into());
    };
    let folder = &view.folder;
    let told = Fields::new()
        .one("Result", named::DONE)
        .one("FolderID", folder.id.0.to_string())
        .one("FolderName", folder.name.as_str())
        .one("FolderDescription", named::of(folder))
        .one("FolderType", named::PLAIN)
        .one("FolderStatus", "1")
        .one("FolderDomainCount", view.domains.to_string());
    Ok(Reply::new(Fields::new().group("Folder", told).one("FolderNameEnc", folder.name.as_str())))
}
