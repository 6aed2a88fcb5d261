//! `PushDomain`: gives a domain to another account of this system, named by its login.

use engine::Field;
use engine::model::Realm;
use engine::ops::domain::{Dossier, Push, Receiver};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let to = params.need("AccountID", Field::AccountId, |login| {
        Ok(Receiver::Login(Realm::Enom, login.to_ascii_lowercase()))
    });
    let (name, to) = params.finish(name.zip(to))?;
    let domain = call.query(Dossier { name: name.clone() }).await?.answer.view.domain;
    let done = call.command(Push { name, to }).await?;
    Ok(Reply::of(done, |_| {
        let (sld, tld) = domain.name.split_first().unwrap_or((domain.name.as_str(), ""));
        let marks = [("sld", sld.to_owned()), ("tld", tld.to_owned()), ("id", domain.id.0.to_string())];
        let pushed = Fields::new().one("domainname", domain.name.as_str()).marked(marks.to_vec());
        Fields::new().group("Push", pushed.one("PushDomain", "1"))
    }))
}
