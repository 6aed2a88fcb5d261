//! `StartSession`: opens a session, which stands in the place of the password from then on. Libraries of RRPproxy ask for
//! one by `persistent=1` without a command.

use engine::guard::SessionTerms;
use engine::model::Realm;
use engine::ops::account::FindLogin;
use engine::{Done, Failure, Field, Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::entrance::{Opened, Visitor};
use crate::face::Face;
use crate::params::{Params, number};
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    params.ignore(&["PERSISTENT", "TYPE"]);
    let rooms = call.rooms.ok_or(Outcome::CommandUnknown)?;
    let terms = terms(rooms.terms, &mut params);
    let terms = params.finish(Some(terms))?;
    if call.visitor.session.is_some() {
        let account = &call.visitor.actor.account.clid;
        return Err(Refusal::new(Outcome::AlreadyLoggedIn).fact("account", account).into());
    }
    let (engine, visitor) = (call.desk.engine(), &call.visitor);
    let (now, opened) = (engine.now(), opened(call).await?);
    let id = rooms.sessions.open(visitor.actor.clone(), opened, terms, engine.entropy(), now)?;
    let ends_at = rooms.sessions.ends_at(id, now).unwrap_or(now);
    let columns = match call.face {
        Face::Cnr | Face::Rrp => Columns::new()
            .one("sessionid", id.expose())
            .one("expiration date", moment(ends_at))
            .one("registrar", visitor.login.clone()),
        Face::Hexonet => Columns::new().one("session", id.expose()),
    };
    Ok(Reply::of(Done::new(Outcome::LoggedIn, ()), |()| columns))
}

/// What is kept with the session of somebody whose password was right just now.
async fn opened(call: &Call<'_>) -> Result<Opened, Failure> {
    let Visitor { login, user, .. } = &call.visitor;
    let find = FindLogin { realm: Realm::Rrp, login: login.clone() };
    let record = call.query(find).await?.answer.ok_or(Outcome::AuthenticationFailed)?;
    Ok(Opened { login: login.clone(), proof: record.credential.proof, user: user.clone() })
}

/// What the client wants of its session, within the bounds that HEXONET's manual gives.
fn terms(usual: SessionTerms, params: &mut Params) -> SessionTerms {
    let mut seconds = |name: &'static str, longest: i64| {
        let wanted = params.read(name, Field::Period, number::<i64>)?;
        if !(SHORTEST..=longest).contains(&wanted) {
            let refusal = Refusal::new(Outcome::PeriodOutOfRange).value(wanted).at(Field::Period);
            params.add(refusal.fact("range", format!("{SHORTEST}-{longest} seconds")));
        }
        Some(wanted.saturating_mul(1000))
    };
    SessionTerms {
        idle: seconds("TIMEOUT", 3_600).unwrap_or(usual.idle),
        life: seconds("MAXTTL", 86_400).unwrap_or(usual.life),
        ..usual
    }
}

/// Seconds.
const SHORTEST: i64 = 60;
