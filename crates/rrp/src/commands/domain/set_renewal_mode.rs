//! `SetDomainRenewalMode`: chooses what happens at the end of a registration.

use engine::Field;
use engine::ops::domain::SetRenewalMode;

use super::{modes, name};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    if !params.was_sent("RENEWALMODE") {
        params.add(missing("RENEWALMODE", Field::Mode));
    }
    let mode = params.choice("RENEWALMODE", &modes::RENEWAL).flatten();
    params.ignore(&["TOKEN"]);
    let name = params.finish(name)?;
    let domain = name.as_str().to_owned();
    call.command(SetRenewalMode { name, mode }).await.map(|done| Reply::about(done, "domain", domain))
}
