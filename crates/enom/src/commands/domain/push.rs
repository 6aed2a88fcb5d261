//! `PushDomain`: gives a domain to another account of this system, named by its login.

use engine::Field;
use engine::model::Realm;
use engine::ops::domain::{Dossier, Push, Receiver};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;
use crate::words::marks;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let to = params.need("AccountID", Field::AccountId, |login| {
        Ok(Receiver::Login(Realm::Enom, login.to_ascii_lowercase()))
    });
    let (name, to) = params.finish(name.zip(to))?;
    let domain = call.query(Dossier { name: name.clone() }).await?.answer.view.domain;
    let done = call.command(Push { name, to }).await?;
    Ok(Reply::of(done, |_| {
        let pushed = Fields::new().one("domainname", domain.name.as_str()).marked(marks(&domain, "id"));
        // Once more at the top, where some clients look for it.
        Fields::new().group("Push", pushed.one("PushDomain", "1")).xml("PushDomain", "1")
    }))
}
