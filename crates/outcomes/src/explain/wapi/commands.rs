//! Which operation stands behind a command.
//!
//! Most are called alike, `domain-renew` and `domain_renew`; the tables have what is called otherwise. Names are looked
//! up in the catalogue: a command without an operation of that name narrows nothing.

use crate::Operation;

/// The operation of a command, as an answer repeats its name.
pub(super) fn operation(command: &str) -> Option<Operation> {
    let otherwise = OTHERWISE.iter().find(|(known, _)| *known == command).map(|(_, name)| *name);
    otherwise.map_or_else(|| Operation::from_name(&name(command)), Operation::from_name)
}

/// The name that an operation has whose command is called alike.
fn name(command: &str) -> String {
    let area = AREAS.iter().find_map(|(word, area)| Some((area, command.strip_prefix(word)?)));
    area.map_or_else(|| command.to_owned(), |(area, rest)| format!("{area}{rest}")).replace('-', "_")
}

/// Objects that have another name here: a domain in the DNS is a zone, and WEDOS Global protects.
const AREAS: [(&str, &str); 2] = [("dns-domain-", "dns-zone-"), ("wgp-domain-", "protection-")];

/// Commands whose operations have names of their own.
const OTHERWISE: [(&str, &str); 26] = [
    ("ping", "session_ping"),
    ("ping-async", "session_ping_later"),
    ("credit-info", "account_credit"),
    ("account-list", "account_statement"),
    ("poll-req", "poll_request"),
    ("poll-ack", "poll_acknowledge"),
    ("notify-poll-req", "poll_request"),
    ("notify-poll-ack", "poll_acknowledge"),
    ("domains-list", "domain_list"),
    ("domain-check", "domain_available"),
    ("domain-info", "domain_dossier"),
    ("domain-update-ns", "domain_delegate"),
    ("domain-update-keyset", "domain_secure"),
    ("domain-tld-period-check", "domain_period_check"),
    ("domain-transfer-check", "domain_transfer_check"),
    ("domain-transfer", "domain_transfer_request"),
    ("domain-send-auth-info", "domain_send_authinfo"),
    ("contact-transfer", "contact_transfer_request"),
    ("contact-send-auth-info", "contact_send_authinfo"),
    ("nsset-send-auth-info", "nsset_send_authinfo"),
    ("dns-domains-list", "dns_zone_list"),
    ("dns-rows-list", "dns_row_list"),
    ("wgp-services-list", "protection_list"),
    ("wgp-domain-cache-purge", "protection_purge_cache"),
    ("wgp-domain-template-replicate", "protection_replicate_template"),
    ("wgp-domain-templates-list", "protection_list_templates"),
];

#[cfg(test)]
mod tests {
    use super::{OTHERWISE, name, operation};
    use crate::Operation;

    #[test]
    fn commands_lead_to_operations() {
        let cases = [
            ("domain-renew", Operation::DomainRenew),
            ("domain-transfer", Operation::DomainTransferRequest),
            ("domain-transfer-check", Operation::DomainTransferCheck),
            ("contact-info", Operation::ContactInfo),
            ("account-list", Operation::AccountStatement),
            ("poll-req", Operation::PollRequest),
        ];
        for (command, expected) in cases {
            assert_eq!(operation(command), Some(expected), "{command}");
        }
    }

    #[test]
    fn zones_and_protection_are_called_by_the_names_of_the_catalogue() {
        assert_eq!(name("dns-domain-axfr-run"), "dns_zone_axfr_run");
        assert_eq!(name("dns-row-add"), "dns_row_add");
        assert_eq!(name("wgp-domain-update-subscription"), "protection_update_subscription");
    }

    #[test]
    fn other_words_are_no_operation() {
        for command in ["", "system-notify", "domain", "no-such-command", "–"] {
            assert_eq!(operation(command), None, "{command}");
        }
    }

    #[test]
    fn every_name_in_the_table_is_one_of_the_catalogue() {
        let unknown = OTHERWISE.iter().filter(|(_, name)| Operation::from_name(name).is_none());
        assert_eq!(unknown.collect::<Vec<_>>(), [&("", ""); 0]);
    }

    #[test]
    fn no_command_stands_in_the_table_twice() {
        let mut commands: Vec<&str> = OTHERWISE.iter().map(|(command, _)| *command).collect();
        commands.sort_unstable();
        commands.dedup();
        assert_eq!(commands.len(), OTHERWISE.len());
    }
}
