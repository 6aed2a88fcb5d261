//! Domains.

mod check;
mod dns;
mod expiry;
mod extend;
mod info;
mod list;
mod modify_dns;
mod people;
mod period;
mod price;
mod purchase;
mod push;
mod reg_lock;
mod renew_flag;
mod servers;
mod synch_auth_info;
mod tld_list;

use super::commands;

commands! {
    "Check" DomainAvailable check::run;
    "Extend" DomainRenew extend::run;
    "GetAllDomains" DomainPortfolio list::all;
    "GetDNS" DomainDossier dns::run;
    "GetDomainExp" DomainDossier expiry::run;
    "GetDomainInfo" DomainDossier info::run;
    "GetDomains" DomainPortfolio list::window;
    "GetRegLock" DomainDossier reg_lock::get;
    "GetRenew" DomainDossier renew_flag::get;
    "GetTLDList" ZoneList tld_list::run;
    "ModifyNS" DomainUpdate modify_dns::run;
    "PE_GetProductPrice" DomainPrice price::run;
    "Purchase" DomainCreate purchase::run;
    "PushDomain" DomainPush push::run;
    "SetRegLock" DomainUpdate reg_lock::set;
    "SetRenew" DomainRenewalMode renew_flag::set;
    "SynchAuthInfo" DomainSendAuthinfo synch_auth_info::run;
}
