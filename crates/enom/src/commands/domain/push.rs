//! `PushDomain`: gives a domain to another account of this system, named by its login.

use engine::Field;
use engine::model::Realm;
use engine::ops::domain::{Push, Receiver};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let name = params.name();
    let to = params.need("AccountID", Field::AccountId, |login| {
        Ok(Receiver::Login(Realm::Enom, login.to_ascii_lowercase()))
    });
    let push = name.zip(to).map(|(name, to)| Push { name, to });
    let push = params.finish(push)?;
    let name = push.name.as_str().to_owned();
    let done = call.command(push).await?;
    let pushed = Fields::new().one("domainname", name).one("PushDomain", "1");
    Ok(Reply::of(done, |_| Fields::new().group("Push", pushed)))
}
