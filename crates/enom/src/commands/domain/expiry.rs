//! `GetDomainExp`: when a registration ends.

use engine::ops::domain::Dossier;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let name = params.finish(name)?;
    let done = call.query(Dossier { name }).await?;
    Ok(Reply::of(done, |dossier| Fields::new().one("ExpirationDate", moment(dossier.view.domain.expires_at))))
}
