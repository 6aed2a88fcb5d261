//! What a service is called.

use engine::{Field, Outcome, Refusal};

use crate::params::Params;

/// Reads `Service`, which has to name privacy.
pub(super) fn privacy(params: &mut Params) -> Option<()> {
    params.need("Service", Field::Product, |text| {
        if is_privacy(text) {
            return Ok(());
        }
        let refusal = Refusal::new(Outcome::ChoiceUnknown).value(text).fact("choices", NAME);
        Err(refusal.fact("parameter", "Service"))
    })
}

/// Whether this is the name of privacy.
pub(super) fn is_privacy(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case(NAME)
}

const NAME: &str = "WPPS";
