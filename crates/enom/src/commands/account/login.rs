//! Login names of accounts, which are good in any case.

use engine::Refusal;
use engine::model::LoginName;

/// Reads one.
///
/// # Errors
/// `login_malformed`.
pub(super) fn read(text: &str) -> Result<LoginName, Refusal> {
    LoginName::parse(&text.to_ascii_lowercase())
}
