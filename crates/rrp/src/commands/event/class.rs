//! Classes and subclasses of events, by the kinds of notices.

use engine::model::{Event, Pattern};

/// A kind of notice as RRPproxy calls it.
struct Class {
    /// See [`Event::kind`].
    kind: &'static str,
    class: &'static str,
    subclass: &'static str,
}

/// What an event is: its class and its subclass.
pub(super) fn of(event: &Event) -> (&'static str, &'static str) {
    let kind = event.kind();
    CLASSES.iter().find(|class| class.kind == kind).map_or(OTHER, |class| (class.class, class.subclass))
}

/// The kinds whose class and subclass fit; `None`: nothing is asked for, so all.
pub(super) fn kinds(class: Option<&Pattern>, subclass: Option<&Pattern>) -> Option<Vec<String>> {
    let fits = |pattern: Option<&Pattern>, text| pattern.is_none_or(|pattern| pattern.fits(text));
    let wanted = |row: &&Class| fits(class, row.class) && fits(subclass, row.subclass);
    (class.is_some() || subclass.is_some())
        .then(|| CLASSES.iter().filter(wanted).map(|row| row.kind.to_owned()).collect())
}

/// Kinds of notices without a row.
const OTHER: (&str, &str) = ("SYSTEM", "NOTICE");

macro_rules! classes {
    ($($class:literal { $($kind:literal $subclass:literal,)* })*) => {
        const CLASSES: &[Class] = &[$($(Class { kind: $kind, class: $class, subclass: $subclass },)*)*];
    };
}

classes! {
    "DOMAIN_TRANSFER" {
        "task_done/transfer_requested" "TRANSFER_PENDING",
        "task_done/transfer_completed" "TRANSFER_SUCCESSFUL",
        "task_done/transfer_approved" "TRANSFER_SUCCESSFUL",
        "task_done/transfer_rejected" "TRANSFER_FAILED",
        "task_done/transfer_cancelled" "TRANSFER_FAILED",
        "task_refused/domain_transfer_request" "TRANSFER_FAILED",
        "domain_transfer/pending" "TRANSFER_PENDING",
        "domain_transfer/clientApproved" "TRANSFER_SUCCESSFUL",
        "domain_transfer/serverApproved" "TRANSFER_SUCCESSFUL",
        "domain_transfer/clientRejected" "TRANSFER_FAILED",
        "domain_transfer/clientCancelled" "TRANSFER_FAILED",
        "domain_transfer/serverCancelled" "TRANSFER_FAILED",
    }
    "CONTACT_TRANSFER" {
        "contact_transfer/pending" "TRANSFER_PENDING",
        "contact_transfer/clientApproved" "TRANSFER_SUCCESSFUL",
        "contact_transfer/serverApproved" "TRANSFER_SUCCESSFUL",
        "contact_transfer/clientRejected" "TRANSFER_FAILED",
        "contact_transfer/clientCancelled" "TRANSFER_FAILED",
        "contact_transfer/serverCancelled" "TRANSFER_FAILED",
    }
    "NSSET_TRANSFER" {
        "nsset_transfer/clientApproved" "TRANSFER_SUCCESSFUL",
        "nsset_transfer/serverApproved" "TRANSFER_SUCCESSFUL",
    }
    "DOMAIN_RENEWAL" {
        "task_done/domain_renewed" "RENEWAL_SUCCESSFUL",
        "task_refused/domain_renew" "RENEWAL_FAILED",
        "domain_expiring" "RENEWAL_PENDING",
        "domain_auto_renewed" "RENEWAL_SUCCESSFUL",
        "domain_renewal_unpaid" "RENEWAL_FAILED",
        "domain_expired" "RENEWAL_EXPIRED",
    }
    "DOMAIN_MODIFICATION" {
        "task_done/domain_updated" "MODIFICATION_SUCCESSFUL",
        "task_done/domain_tags_set" "MODIFICATION_SUCCESSFUL",
        "task_refused/domain_update" "MODIFICATION_FAILED",
        "task_done/domain_restored" "RESTORE_SUCCESSFUL",
        "task_refused/domain_restore" "RESTORE_FAILED",
        "domain_suspended" "MODIFICATION_SUSPENDED",
        "domain_left_as_it_was" "MODIFICATION_FAILED",
        "host_removed" "MODIFICATION_NAMESERVER_REMOVED",
        "restore_report_due" "RESTORE_PENDING",
        "restore_report_overdue" "RESTORE_FAILED",
    }
    "DOMAIN_DELETION" {
        "domain_lapsed" "DELETION_SUCCESSFUL",
        "domain_pending_delete" "DELETION_PENDING",
        "domain_dropped" "DELETION_COMPLETED",
    }
    "DNSZONE_MODIFICATION" {
        "dns_zone_expired" "MODIFICATION_EXPIRED",
    }
    "ACCOUNT_MODIFICATION" {
        "low_credit" "CREDIT_LOW",
        "repaid" "PAYMENT_RETURNED",
    }
    "PROTECTION" {
        "protection_set_up" "REGISTRATION_SUCCESSFUL",
        "protection_cancelled" "REGISTRATION_FAILED",
        "protection_renewed" "RENEWAL_SUCCESSFUL",
        "protection_unpaid" "RENEWAL_FAILED",
        "protection_ended" "DELETION_SUCCESSFUL",
        "protection_invitation" "INVITATION_PENDING",
        "protection_invitation_answered" "INVITATION_ANSWERED",
    }
    "DOMAIN_TRADE" {
        "task_done/trade_requested" "TRADE_PENDING",
        "task_done/trade_completed" "TRADE_SUCCESSFUL",
        "task_refused/domain_trade_request" "TRADE_FAILED",
        "domain_trade" "TRADE_NOTIFY",
        "passing_asked" "TRADE_PENDING",
        "domains_passed" "TRADE_SUCCESSFUL",
    }
    "DOMAIN_RELEASE" {
        "release_asked" "RELEASE_PENDING",
        "domains_received" "RELEASE_SUCCESSFUL",
        "domains_released" "RELEASE_SUCCESSFUL",
        "release_rejected" "RELEASE_FAILED",
    }
    "DOMAIN_REGISTRATION" {
        "task_done/domain_created" "REGISTRATION_SUCCESSFUL",
        "task_done/registration_referred" "REGISTRATION_PENDING",
        "task_refused/domain_create" "REGISTRATION_FAILED",
        "referral_decided" "REGISTRATION_DECIDED",
        "abuse_reported" "ABUSE_REPORTED",
    }
    "CONTACT_MODIFICATION" {
        "contacts_merged" "MODIFICATION_MERGED",
        "registrant_changed" "MODIFICATION_SUCCESSFUL",
        "registrant_removed" "DELETION_SUCCESSFUL",
        "data_quality" "MODIFICATION_PENDING",
    }
    "MAILSPACE" {
        "mailspace_renewed" "RENEWAL_SUCCESSFUL",
        "mailspace_unpaid" "RENEWAL_FAILED",
        "mailspace_ended" "DELETION_SUCCESSFUL",
    }
    "PRIVACY" {
        "privacy_expiring" "RENEWAL_PENDING",
        "privacy_renewed" "RENEWAL_SUCCESSFUL",
        "privacy_unpaid" "RENEWAL_FAILED",
        "privacy_ended" "DELETION_SUCCESSFUL",
    }
    "CERTIFICATE" {
        "certificate_issued" "REGISTRATION_SUCCESSFUL",
        "certificate_rejected" "REGISTRATION_FAILED",
        "certificate_cancelled" "REGISTRATION_CANCELLED",
        "certificate_revoked" "DELETION_SUCCESSFUL",
        "certificate_revocation_refused" "DELETION_FAILED",
        "certificate_expiring" "RENEWAL_PENDING",
        "certificate_expired" "RENEWAL_EXPIRED",
    }
    "SYSTEM" {
        "pinged" "PING",
        "maintenance" "MAINTENANCE",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use engine::model::{Instant, TransferReport, TransferState};

    use super::*;

    fn transfer(state: TransferState) -> Event {
        let at = Instant::from_millis(0);
        let (gaining, losing) = ("BRAVO".into(), "ALPHA".into());
        let transfer = TransferReport {
            state,
            gaining,
            requested_at: at,
            losing,
            acts_at: at,
            expires_at: None,
            object: None,
        };
        Event::DomainTransfer { name: "x.test".into(), transfer }
    }

    #[test]
    fn every_state_of_a_transfer_has_a_subclass() {
        for state in TransferState::ALL {
            let (class, subclass) = of(&transfer(state));
            assert_eq!(class, "DOMAIN_TRANSFER");
            assert!(subclass.starts_with("TRANSFER_"), "{subclass}");
        }
    }

    #[test]
    fn kinds_are_found_by_patterns() {
        let pattern = |text| Pattern::parse(text).unwrap();
        let found = kinds(Some(&pattern("domain_t*")), Some(&pattern("*_successful"))).unwrap();
        let expected = [
            "task_done/transfer_completed",
            "task_done/transfer_approved",
            "domain_transfer/clientApproved",
            "domain_transfer/serverApproved",
            "task_done/trade_completed",
            "domains_passed",
        ];
        assert_eq!(found, expected);
        assert_eq!(kinds(None, None), None);
        assert_eq!(kinds(Some(&pattern("nothing")), None), Some(Vec::new()));
    }

    #[test]
    fn no_kind_stands_twice() {
        let kinds: BTreeSet<_> = CLASSES.iter().map(|class| class.kind).collect();
        assert_eq!(kinds.len(), CLASSES.len());
    }
}
