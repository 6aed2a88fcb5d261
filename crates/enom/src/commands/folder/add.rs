//! `AddDomainFolder`: makes a folder.

use engine::ops::folder::Create;

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = named::needed(&mut params, "FolderName");
    let description = named::description(&mut params, "FolderDescription");
    named::kind(&mut params);
    let name = params.finish(name)?;
    let done = call.command(Create { name, description }).await?;
    Ok(Reply::of(done, |folder| Fields::new().group("AddResult", named::told(&folder))))
}
