//! Host records, and what is sent on elsewhere: what stands behind a domain that has the name servers of the house.

mod easy_mail;
pub(super) mod forwarding;
mod get_hosts;
pub(super) mod mail_choice;
mod point;
pub(super) mod rows;
mod set_hosts;
pub(super) mod shown;
mod special;

use super::commands;

commands! {
    "Forwarding" MailForwardingAdd forwarding::set;
    "GetDomainSRVHosts" DnsRowList special::get_srv;
    "GetForwarding" MailForwardingList forwarding::get;
    "GetHosts" DnsRowList get_hosts::run;
    "GetSPFHosts" DnsRowList special::get_spf;
    "SetDNSHost" DnsZonePoint point::run;
    "SetDomainSRVHosts" DnsZoneEdit special::set_srv;
    "SetHosts" DnsZoneEdit set_hosts::run;
    "SetSPFHosts" DnsZoneEdit special::set_spf;
}
