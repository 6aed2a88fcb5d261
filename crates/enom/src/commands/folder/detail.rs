//! `GetDomainFolderDetail`: what is known of a folder.

use engine::ops::folder::Info;

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = named::needed(&mut params, "FolderName");
    let name = params.finish(name)?;
    let done = call.query(Info { name }).await?;
    Ok(Reply::of(done, |view| {
        let folder = &view.folder;
        let told = Fields::new()
            .one("Result", named::DONE)
            .one("FolderID", folder.id.0.to_string())
            .one("FolderName", folder.name.as_str())
            .one("FolderDescription", named::of(folder))
            .one("FolderType", named::PLAIN)
            .one("FolderStatus", "1")
            .one("FolderDomainCount", view.domains.to_string());
        Fields::new().group("Folder", told).one("FolderNameEnc", folder.name.as_str())
    }))
}
