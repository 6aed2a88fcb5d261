//! `PushObject`, `AssignObject`: gives an object to another account of this system. Domains alone change hands so: their
//! contacts and servers stay whose they are.

use engine::Field;
use engine::model::Realm;
use engine::ops::domain::{Push, Receiver};
use engine::ops::object::Subject;
use engine::{Outcome, Refusal};

use super::class;
use crate::account_name::login_name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    // It is for people, and histories have no room for it.
    params.ignore(&["REASON"]);
    let subject = class::subject(&mut params);
    let name = subject.and_then(|subject| match subject {
        Subject::Domain(name) => Some(name),
        other => {
            let kind = class::word(class::of(&other));
            params.add(Refusal::new(Outcome::EntityUnknown).value(kind));
            None
        }
    });
    let target = params.text("TARGET");
    let target = target.or_else(|| params.required("USER", Field::AccountId));
    let push = name.zip(target);
    let push = push.map(|(name, target)| Push { name, to: Receiver::Login(Realm::Rrp, login_name(&target)) });
    let push = params.finish(push)?;
    let domain = push.name.as_str().to_owned();
    call.command(push).await.map(|done| Reply::about(done, "objectid", domain))
}
