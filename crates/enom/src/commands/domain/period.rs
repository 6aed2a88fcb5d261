//! Numbers of years, a preferred one where none is told.

use engine::model::Period;
use engine::ops::preferences::Find;
use engine::{Failure, Field};

use crate::call::Call;
use crate::params::Params;

/// Reads `NumYears`.
pub(super) fn read(params: &mut Params) -> Option<Period> {
    params.read("NumYears", Field::Period, |text| Period::parse(text, false))
}

/// For how long names are extended of which that is not told.
///
/// # Errors
/// A fault of the store.
pub(super) async fn preferred(call: &Call<'_>, params: &Params) -> Result<Option<Period>, Failure> {
    match params.text("NumYears") {
        Some(_) => Ok(None),
        None => Ok(Some(call.query(Find).await?.answer.period)),
    }
}
