//! `UpdateDomainFolder`: gives a folder another name, or another description.

use engine::Field;
use engine::model::Tag;
use engine::ops::folder::Update;

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = named::needed(&mut params, "FolderName");
    let new_name = params.read("NewFolderName", Field::DomainTag, Tag::parse);
    let description = named::description(&mut params, "Description");
    named::kind(&mut params);
    let name = params.finish(name)?;
    let done = call.command(Update { name, new_name, description }).await?;
    Ok(Reply::of(done, |folder| Fields::new().group("UpdateResult", named::told(&folder))))
}
