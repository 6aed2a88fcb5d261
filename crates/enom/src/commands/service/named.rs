//! What a service is called.

use engine::Field;

use crate::params::{Params, choose};

/// Reads `Service`, which has to name privacy.
pub(super) fn privacy(params: &mut Params) -> Option<()> {
    params.need("Service", Field::Product, |text| choose("Service", text, &[(NAME, ())]))
}

/// Whether this is the name of privacy.
pub(super) fn is_privacy(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case(NAME)
}

const NAME: &str = "WPPS";
