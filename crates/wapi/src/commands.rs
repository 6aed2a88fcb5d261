//! The commands: what each is called, what it is in the engine's words, and the file that reads and renders it.

mod account;
mod contact;
mod dns;
mod domain;
mod general;
mod nsset;
mod wgp;

use std::future::Future;
use std::pin::Pin;

use outcomes::Operation as Name;

use crate::Call;
use crate::answer::Ended;
use crate::params::Params;

/// A command.
pub(crate) struct Command {
    /// Its name on the wire.
    pub(crate) name: &'static str,
    /// What it does, by its name in the catalogue.
    pub(crate) operation: Name,
    /// Whether it tells if a name can be had, which may be asked less often than other things.
    pub(crate) asks_availability: bool,
    run: Run,
}

type Run = for<'a> fn(&'a Call<'a>, Params) -> Pin<Box<dyn Future<Output = Ended> + Send + 'a>>;

impl Command {
    /// Does it.
    ///
    /// # Errors
    /// Why not, as the engine or its parameters say.
    pub(crate) async fn run(&self, call: &Call<'_>, params: Params) -> Ended {
        (self.run)(call, params).await
    }
}

/// The command of this name, in any case.
pub(crate) fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name.eq_ignore_ascii_case(name))
}

/// The name of the command that does something.
pub(crate) fn name_of(action: &str) -> Option<&'static str> {
    COMMANDS.iter().find(|command| command.operation.name() == action).map(|command| command.name)
}

macro_rules! commands {
    ($($name:literal $operation:ident $run:path $(, $asks:ident)?;)*) => {
        &[$(Command {
            name: $name,
            operation: Name::$operation,
            asks_availability: commands!(@asks $($asks)?),
            run: |call, params| Box::pin($run(call, params)),
        }),*]
    };
    (@asks asks_availability) => { true };
    (@asks) => { false };
}

/// Every command. Of two names for one thing, the manual's comes first.
pub(crate) static COMMANDS: &[Command] = commands! {
    "ping" SessionPing general::ping::run;
    "ping-async" SessionPingLater general::ping_async::run;
    "credit-info" AccountCredit general::credit_info::run;
    "account-list" AccountStatement account::list::run;
    "poll-req" PollRequest general::poll_req::run;
    "poll-ack" PollAcknowledge general::poll_ack::run;
    "notify-poll-req" PollRequest general::poll_req::run;
    "notify-poll-ack" PollAcknowledge general::poll_ack::run;
    "domains-list" DomainList domain::list::run;
    "domain-check" DomainAvailable domain::check::run, asks_availability;
    "domain-create" DomainCreate domain::create::run, asks_availability;
    "domain-info" DomainDossier domain::info::run;
    "domain-renew" DomainRenew domain::renew::run;
    "domain-update-ns" DomainDelegate domain::update_ns::run;
    "domain-update-keyset" DomainSecure domain::update_keyset::run;
    "domain-transfer-check" DomainTransferCheck domain::transfer_check::run, asks_availability;
    "domain-transfer" DomainTransferRequest domain::transfer::run;
    "domain-send-auth-info" DomainSendAuthinfo domain::send_auth_info::run;
    "domain-tld-period-check" DomainPeriodCheck domain::tld_period_check::run;
    "contact-check" ContactCheck contact::check::run;
    "contact-info" ContactInfo contact::info::run;
    "contact-create" ContactCreate contact::create::run;
    "contact-update" ContactUpdate contact::update::run;
    "contact-transfer" ContactTransferRequest contact::transfer::run;
    "contact-send-auth-info" ContactSendAuthinfo contact::send_auth_info::run;
    "nsset-check" NssetCheck nsset::check::run;
    "nsset-info" NssetInfo nsset::info::run;
    "nsset-create" NssetCreate nsset::create::run;
    "nsset-update" NssetUpdate nsset::update::run;
    "nsset-transfer" NssetTransfer nsset::transfer::run;
    "nsset-send-auth-info" NssetSendAuthinfo nsset::send_auth_info::run;
    "dns-domains-list" DnsZoneList dns::domains_list::run;
    "dns-domain-info" DnsZoneInfo dns::domain_info::run;
    "dns-domain-add" DnsZoneAdd dns::domain_add::run;
    "dns-domain-update" DnsZoneUpdate dns::domain_update::run;
    "dns-domain-delete" DnsZoneDelete dns::domain_delete::run;
    "dns-domain-commit" DnsZoneCommit dns::domain_commit::run;
    "dns-domain-copy" DnsZoneCopy dns::domain_copy::run;
    "dns-domain-axfr-run" DnsZoneAxfrRun dns::domain_axfr_run::run;
    "dns-domain-update-keyset" DnsZoneSetSigning dns::domain_update_keyset::run;
    "dns-rows-list" DnsRowList dns::rows_list::run;
    "dns-row-detail" DnsRowFind dns::row_detail::run;
    "dns-row-add" DnsRowAdd dns::row_add::run;
    "dns-row-update" DnsRowUpdate dns::row_update::run;
    "dns-row-delete" DnsRowDelete dns::row_delete::run;
    "wgp-services-list" ProtectionList wgp::services_list::run;
    "wgp-domain-info" ProtectionInfo wgp::domain_info::run;
    "wgp-domain-create" ProtectionCreate wgp::domain_create::run;
    "wgp-domain-renew" ProtectionRenew wgp::domain_renew::run;
    "wgp-domain-update-subscription" ProtectionUpdateSubscription wgp::domain_update_subscription::run;
    "wgp-domain-delete" ProtectionDelete wgp::domain_delete::run;
    "wgp-domain-retry" ProtectionRetry wgp::domain_retry::run;
    "wgp-domain-cache-purge" ProtectionPurgeCache wgp::domain_cache_purge::run;
    "wgp-domain-templates-list" ProtectionListTemplates wgp::domain_templates_list::run;
    "wgp-domain-template-replicate" ProtectionReplicateTemplate wgp::domain_template_replicate::run;
    "wgp-domain-update-policy" ProtectionSetPolicy wgp::domain_update_policy::run;
    "wgp-domain-invite" ProtectionInvite wgp::domain_invite::run;
    "wgp-domain-invitation-accept" ProtectionAnswerInvitation wgp::domain_invitation::accept;
    "wgp-domain-invitation-reject" ProtectionAnswerInvitation wgp::domain_invitation::reject;
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_found_in_any_case() {
        for (place, command) in COMMANDS.iter().enumerate() {
            let found = find(&command.name.to_uppercase()).unwrap();
            assert!(std::ptr::eq(found, &COMMANDS[place]), "{} stands twice", command.name);
        }
        assert!(find("domain-fly").is_none());
        assert_eq!(name_of("poll_request"), Some("poll-req"));
    }
}
