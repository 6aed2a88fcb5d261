//! Numbers of years.

use engine::Field;
use engine::model::Period;

use crate::params::Params;

/// Reads `NumYears`, a year unless said otherwise.
pub(super) fn read(params: &mut Params) -> Option<Period> {
    params.read("NumYears", Field::Period, |text| Period::parse(text, false))
}
