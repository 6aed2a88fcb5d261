//! `StopSession`, `EndSession`: ends the session that was shown.

use engine::{Done, Outcome};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, params: Params) -> Ended {
    params.finish(Some(()))?;
    let shown = call.rooms.zip(call.visitor.session);
    let (rooms, id) = shown.ok_or(Outcome::SessionMissing)?;
    rooms.sessions.end(id, call.desk.engine().now())?;
    Ok(Reply::about(Done::new(Outcome::LoggedOut, ()), "registrar", call.visitor.login.clone()))
}
