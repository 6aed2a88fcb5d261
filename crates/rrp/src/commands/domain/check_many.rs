//! `CheckDomains`: which of many names can be registered, each in a cell of its own.

use engine::ops::Availability;
use engine::ops::domain::Check;
use engine::{Outcome, Refusal};
use outcomes::Operation as Name;

use super::name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::face::Face;
use crate::params::{Params, missing};
use crate::response::cell;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let names: Vec<_> = params.texts("DOMAIN").iter().map(|text| parse(text)).collect();
    params.ignore(&["DOMAINCHECKMODE", "PREMIUMCHANNELS"]);
    if names.is_empty() {
        params.add(missing("DOMAIN", engine::Field::DomainName));
    }
    let names = params.finish(Some(names))?;
    let done = call.glance(Check { names, most: Some(most(call.face)) })?;
    Ok(Reply::of(done, |answers| told(&answers, call.face)))
}

/// A name that cannot be read is told as it was sent.
fn parse(text: &str) -> Result<engine::model::DomainName, Refusal> {
    name::parse(text).map_err(|refusal| refusal.value(text))
}

fn told(answers: &[Availability], face: Face) -> Columns {
    let cell = |answer: &Availability| match &answer.taken {
        None => cell(Outcome::DomainAvailable, None, Name::DomainAvailable, face),
        Some(why) => cell(why.outcome, Some(why), Name::DomainAvailable, face),
    };
    Columns::new()
        .many("domain", answers.iter().map(|answer| answer.name.clone()).collect())
        .many("domaincheck", answers.iter().map(cell).collect())
        .many("domainchecktime", answers.iter().map(|_| "0".to_owned()).collect())
}

/// How many names may be asked for at once.
const fn most(face: Face) -> usize {
    match face {
        Face::Cnr | Face::Rrp => 32,
        Face::Hexonet => 250,
    }
}
