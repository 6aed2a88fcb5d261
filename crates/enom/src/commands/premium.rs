//! Premium names: sold only to those who say what they cost.

use engine::model::{DomainName, Period};
use engine::ops::domain::Price;
use engine::policy::Priced;
use engine::{Field, Outcome, Refusal};

use crate::call::Call;
use crate::params::Params;

/// When `CustomerSuppliedPrice` has to be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Confirmed {
    /// It has to be sent.
    Always,
    /// It may be left out: whoever has the name knows what it costs.
    IfSent,
}

/// Notes that a name costs more than usual, if that was not confirmed.
pub(super) fn confirm(
    call: &Call<'_>,
    params: &mut Params,
    (name, period): (&DomainName, Option<Period>),
    what: Priced,
    when: Confirmed,
) {
    let Ok(done) = call.glance(Price { name: name.clone(), period }) else { return };
    let Some(fee) = done.answer.fee(what).filter(|_| done.answer.tier.is_some()) else { return };
    let price = fee.gross().to_string();
    let is_right = params.text(SUPPLIED).map(|supplied| supplied.trim() == price);
    if !is_right.unwrap_or(when == Confirmed::IfSent) {
        let refusal = Refusal::new(Outcome::PremiumUnaccepted).at(Field::DomainName).value(name);
        params.add(refusal.fact("price", price));
    }
}

const SUPPLIED: &str = "CustomerSuppliedPrice";
