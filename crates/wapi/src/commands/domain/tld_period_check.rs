//! `domain-tld-period-check`: whether names of a zone can be registered for so many years.

use engine::Field;
use engine::model::{DomainName, Period};
use engine::ops::domain::PeriodCheck;

use crate::Call;
use crate::answer::{Ended, Reply};
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let zone = params.need("tld", Field::Zone, |text| DomainName::parse(text.trim_start_matches('.')));
    let period = params.need("period", Field::Period, |text| Period::parse(text, false));
    let (zone, period) = params.finish(zone.zip(period))?;
    call.glance(PeriodCheck { zone, period }).map(Reply::nothing)
}
