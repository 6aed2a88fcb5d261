//! `DeleteDomainFolder`: removes a folder. The domains that were in it stay.

use engine::ops::folder::Delete;

use super::named;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = named::needed(&mut params, "FolderName");
    let name = params.finish(name)?;
    let done = call.command(Delete { name: name.clone() }).await?;
    Ok(Reply::of(done, |()| {
        let told = Fields::new().one("FolderName", name.as_str()).one("Result", named::DONE);
        Fields::new().group("DeleteResult", told)
    }))
}
