//! `SetCustomerDefinedData` and `GetCustomerDefinedData`: what the account keeps in words of its own.

use engine::Field;
use engine::model::Line;
use engine::ops::memo::{About, Find, MemoRef, Set};
use engine::{Outcome, Refusal};

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::order::number;
use crate::fields::Fields;
use crate::params::{Params, choose};
use crate::times::moment;
use crate::words::truth;

pub(in crate::commands) async fn set(call: &Call<'_>, mut params: Params) -> Ended {
    let at = place(&mut params);
    let value = params.need("Value", Field::Attribute, text);
    let entered_by = params.read("EnteredBy", Field::Attribute, text);
    let is_shown = params.flag("DisplayFlag").unwrap_or_default();
    let (at, value) = params.finish(at.zip(value))?;
    let done = call.command(Set { at, value, is_shown, entered_by }).await?;
    Ok(Reply::of(done, |()| Fields::new()))
}

pub(in crate::commands) async fn get(call: &Call<'_>, mut params: Params) -> Ended {
    let at = place(&mut params);
    let at = params.finish(at)?;
    let done = call.query(Find { at }).await?;
    Ok(Reply::of(done, |memo| {
        let author = memo.entered_by.as_ref().map(|line| line.as_str().to_owned());
        let told = Fields::new()
            .one("Value", memo.value.as_str())
            .one("DisplayFlag", truth(memo.is_shown))
            .one("EnteredBy", author.unwrap_or_default())
            .one("LastUpdatedDate", moment(memo.set_at));
        Fields::new().group("CustomerData", told)
    }))
}

fn place(params: &mut Params) -> Option<MemoRef> {
    let number = params.need("ObjectID", Field::Attribute, number_of);
    let about = params.need("Type", Field::Attribute, |text| choose("Type", text, &KINDS));
    let about = match about? {
        Kind::Account => Some(About::Account),
        Kind::Domain => params.name().map(About::Domain),
        Kind::Order => number::needed(params, "OrderID").map(About::Order),
    };
    let key = params.need("Key", Field::Attribute, text);
    Some(MemoRef { about: about?, number: number?, key: key? })
}

/// What an entry is about.
#[derive(Clone, Copy)]
enum Kind {
    Account,
    Domain,
    Order,
}

const KINDS: [(&str, Kind); 3] = [("1", Kind::Account), ("2", Kind::Domain), ("3", Kind::Order)];

fn number_of(text: &str) -> Result<u8, Refusal> {
    text.parse().map_err(|_| Refusal::new(Outcome::NumberMalformed).value(text))
}

fn text(text: &str) -> Result<Line, Refusal> {
    Line::parse(text, LONGEST)
}

/// Characters of a name, a value, and of who entered it.
const LONGEST: usize = 50;
