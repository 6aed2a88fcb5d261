//! Whether the network may point the DNS of a name to itself.

use outcomes::{Field, Outcome};

use super::name_rules;
use crate::{Failure, Refusal, Writing, model::Protection, ports::DnsKeeper};

/// Whether whoever keeps the DNS permits that it is changed: an account its own, by a token or by asking for it by
/// force; somebody elsewhere, by a token alone.
///
/// # Errors
/// `dns_consent_missing`, `dns_not_own`, `dns_token_missing`.
pub(super) fn require_permit(cx: &Writing<'_>, protection: &Protection) -> Result<(), Failure> {
    let standing = name_rules::standing(cx.policies, &protection.name)?;
    let has_token = protection.dns_token.is_some();
    let outcome = match cx.dns.keeper(cx.store, &standing.registered)? {
        DnsKeeper::Account(keeper) if keeper != protection.account => Outcome::DnsNotOwn,
        DnsKeeper::Account(_) if has_token || protection.force_dns => return Ok(()),
        DnsKeeper::Account(_) => Outcome::DnsConsentMissing,
        DnsKeeper::Elsewhere if has_token => return Ok(()),
        DnsKeeper::Elsewhere => Outcome::DnsTokenMissing,
    };
    Err(Refusal::new(outcome).at(Field::DomainName).value(&protection.name).into())
}
