//! `RenewDomain`: extends a registration. The expiry that the client knows guards against renewing twice.

use engine::model::{Date, ExpiryClaim};
use engine::ops::domain::{Renew, Renewed};
use engine::{Field, Outcome, Refusal};

use super::{name, period};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::face::Face;
use crate::params::{Params, number};
use crate::times::moment;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    if call.face != Face::Hexonet {
        check_pair(&mut params);
    }
    let name = name::entity(&mut params);
    let period = period::read(&mut params);
    let year = params.read("EXPIRATION", Field::CurrentExpiry, number).map(ExpiryClaim::Year);
    let date = params.read("EXPIRATIONDATE", Field::CurrentExpiry, day).map(ExpiryClaim::Day);
    let renew = name.map(|name| Renew { name, current_expiry: date.or(year), period });
    let renew = params.finish(renew)?;
    Ok(Reply::of(call.command(renew).await?, |renewed| told(&renewed)))
}

/// Period and expiry year come together, or neither does (RFC 2832 section 4.3.8).
fn check_pair(params: &mut Params) {
    let (lacks, beside) = match (params.was_sent("PERIOD"), params.was_sent("EXPIRATION")) {
        (true, false) => ("expiration", "period"),
        (false, true) => ("period", "expiration"),
        _ => return,
    };
    params.add(Refusal::new(Outcome::OptionMissing).fact("parameter", lacks).fact("beside", beside));
}

/// The day of a moment, or a day alone.
fn day(text: &str) -> Result<Date, Refusal> {
    Date::parse(text.split([' ', 'T']).next().unwrap_or(text))
}

fn told(renewed: &Renewed) -> Columns {
    let end = moment(renewed.expires_at);
    Columns::new()
        .one("domain", renewed.name.as_str())
        .one("registration expiration date", end.clone())
        .one("expiration date", end)
        .one("status", "ACTIVE")
}
