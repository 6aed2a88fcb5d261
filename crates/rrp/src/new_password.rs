//! Passwords that are set.

use engine::model::Secret;
use engine::{Field, Outcome, Refusal};

/// Reads a new password: 6 to 255 bytes.
///
/// # Errors
/// `new_password_unacceptable`.
pub(crate) fn parse(text: &str) -> Result<Secret, Refusal> {
    if LENGTHS.contains(&text.len()) {
        return Ok(Secret::new(text));
    }
    let reason = format!("it needs {} to {} characters", LENGTHS.start(), LENGTHS.end());
    Err(Refusal::new(Outcome::NewPasswordUnacceptable).at(Field::NewPassword).fact("reason", reason))
}

const LENGTHS: std::ops::RangeInclusive<usize> = 6..=255;
