//! `CheckContact`, `CheckContacts`: whether handles are free. Of one the code is the answer, of several there is a cell for
//! each.

use engine::Field;
use engine::model::Handle;
use engine::ops::contact::Check;
use outcomes::{Operation as Name, Outcome};

use super::data;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::params::{Params, missing};
use crate::response::cell;

pub(in crate::commands) async fn one(call: &Call<'_>, mut params: Params) -> Ended {
    let handle = data::handle(&mut params);
    let handle = params.finish(handle)?;
    let columns = Columns::new().one("contact", handle.as_str());
    let done = call.glance(Check { handles: vec![Ok(handle)], zone: None })?;
    Ok(match done.answer.iter().find_map(|answer| answer.taken.clone()) {
        None => Reply::of(done, |_| columns),
        Some(taken) => Reply::verdict(taken, columns),
    })
}

pub(in crate::commands) async fn several(call: &Call<'_>, mut params: Params) -> Ended {
    let handles = params.texts("CONTACT");
    if handles.is_empty() {
        params.add(missing("CONTACT", Field::ContactId));
    }
    let handles = params.finish(Some(handles))?;
    let parse = |text: &String| Handle::parse(text).map_err(|refusal| refusal.at(Field::ContactId));
    let done = call.glance(Check { handles: handles.iter().map(parse).collect(), zone: None })?;
    let told = |taken: Option<&engine::Refusal>| {
        let outcome = taken.map_or(Outcome::ContactsChecked, |refusal| refusal.outcome);
        cell(outcome, taken, Name::ContactCheck, call.face)
    };
    let mut reply = Reply::of(done, |answers| {
        let cells = answers.iter().map(|answer| told(answer.taken.as_ref())).collect();
        Columns::new().many("contact", handles).many("contactcheck", cells)
    });
    // The code of the check itself says that one handle is free.
    reply.outcome = Outcome::ContactsListed;
    Ok(reply)
}
