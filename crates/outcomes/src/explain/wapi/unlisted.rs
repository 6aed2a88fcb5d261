//! Codes that single pages of the service's documentation name, beside the list this system is modelled on.

use super::super::protocols::Foreign;
use crate::Retry;

/// Number, and what is known of it.
pub(super) const UNLISTED: [(u32, Foreign); 16] = [
    after_fix(2264, "The name of the KEYSET has a wrong form (domain-update-keyset).", NAME_KEYSET),
    after_fix(
        2265,
        "The TLD does not support DNSSEC (domain-update-keyset).",
        "Leave DNSSEC off for this domain.",
    ),
    after_fix(2266, "The action is not possible for a secondary DNS domain (keyset commands).", LOOK_AT_TYPE),
    after_fix(2267, "The action is not possible for a primary DNS domain (keyset commands).", LOOK_AT_TYPE),
    after_fix(
        2269,
        "A new period of this domain exists already, paid or still to be paid (domain-renew).",
        "Look at the expiry date with domain-info and pay what is open instead of ordering another renewal.",
    ),
    after_fix(
        2272,
        "An address in the list of upstream addresses has a wrong form (wgp-domain-create).",
        "Write each as a full IPv4 or IPv6 address.",
    ),
    after_fix(
        2273,
        "The service variant does not exist (wgp-domain-create).",
        "Use 1, 2 or 3 in variant_id.",
    ),
    after_fix(
        3004,
        "The period is missing (account-list).",
        "Give both date_from and date_to, each as YYYY-MM-DD.",
    ),
    after_fix(3005, "A date has a wrong form (account-list).", "Write date_from and date_to as YYYY-MM-DD."),
    after_fix(
        3218,
        "The domain cannot be transferred, without a more precise reason (domain-transfer-check).",
        "Ask the registrar that has the domain now whether it is locked or close to its expiry.",
    ),
    later(3258, "The registry could not be reached (domain-update-keyset)."),
    after_fix(3259, "The KEYSET does not exist or cannot be used (domain-update-keyset).", NAME_KEYSET),
    later(3260, "Another order for this domain is still being carried out (domain-update-keyset)."),
    later(3262, "DNSSEC could not be set at the registry (domain-update-keyset)."),
    after_fix(
        3263,
        "The domain is not on the service's own name servers, so that it cannot be signed there (domain-update-keyset).",
        "Move the domain to the service's name servers first, or name a KEYSET of your own.",
    ),
    after_fix(3264, "The KEYSET is blocked (domain-update-keyset).", NAME_KEYSET),
];

const NAME_KEYSET: &str = "Name an existing KEYSET, or give 1 for the service's own DNSSEC and 0 for none.";
const LOOK_AT_TYPE: &str =
    "Look at the type of the DNS domain with dns-domain-info; the action is for the other type.";

const fn after_fix(number: u32, meaning: &'static str, remedy: &'static str) -> (u32, Foreign) {
    (number, Foreign { meaning, retry: Some(Retry::AfterFix), remedy })
}

const fn later(number: u32, meaning: &'static str) -> (u32, Foreign) {
    let remedy = "Wait some minutes and send the same request again; tell the service if it stays.";
    (number, Foreign { meaning, retry: Some(Retry::Later), remedy })
}
