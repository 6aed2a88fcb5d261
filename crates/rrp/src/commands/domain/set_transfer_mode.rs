//! `SetDomainTransferMode`: chooses what becomes of transfers that are not answered in time.

use engine::Field;
use engine::ops::domain::SetTransferMode;

use super::{modes, name};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::{Params, missing};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = name::entity(&mut params);
    if !params.was_sent("TRANSFERMODE") {
        params.add(missing("TRANSFERMODE", Field::Mode));
    }
    let mode = params.choice("TRANSFERMODE", &modes::TRANSFER).flatten();
    params.ignore(&["TOKEN"]);
    let name = params.finish(name)?;
    let domain = name.as_str().to_owned();
    call.command(SetTransferMode { name, mode }).await.map(|done| Reply::about(done, "domain", domain))
}
