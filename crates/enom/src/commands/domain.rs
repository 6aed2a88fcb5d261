//! Domains.

mod check;
pub(super) mod contacts;
mod count;
mod delete;
mod dns;
mod expiry;
pub(super) mod extend;
mod info;
mod list;
mod modify_dns;
mod name_id;
mod password;
pub(super) mod people;
mod period;
pub(super) mod purchase;
mod push;
mod push_list;
mod raa;
mod reg_lock;
pub(super) mod registrant;
mod renew_flag;
mod search;
pub(super) mod servers;
mod status;
mod synch_auth_info;

use super::commands;
pub(super) use list::{number, portfolio};

commands! {
    "AdvancedDomainSearch" DomainPortfolio search::run;
    "Check" DomainCheck check::run;
    "Contacts" DomainUpdate contacts::set;
    "DeleteRegistration" DomainDelete delete::run;
    "Extend" DomainRenew extend::run;
    "Extend_RGP" DomainRenew extend::redeemed;
    "GetAllDomains" DomainPortfolio list::all;
    "GetContacts" DomainDossier contacts::get;
    "GetDNS" DomainDossier dns::run;
    "GetDomainCount" DomainPortfolio count::run;
    "GetDomainExp" DomainDossier expiry::run;
    "GetDomainInfo" DomainDossier info::run;
    "GetDomainNameID" DomainDossier name_id::of_name;
    "GetDomains" DomainPortfolio list::window;
    "GetDomainSLDTLD" DomainFind name_id::of_id;
    "GetExpiredDomains" DomainPortfolio list::expired;
    "GetExtendInfo" DomainDossier extend::info;
    "GetPasswordBit" DomainDossier password::bit;
    "GetRegLock" DomainDossier reg_lock::get;
    "GetRenew" DomainDossier renew_flag::get;
    "GetWhoisContact" DomainDossier contacts::whois;
    "ModifyNS" DomainUpdate modify_dns::run;
    "Purchase" DomainCreate purchase::run;
    "PushDomain" DomainPush push::run;
    "RAA_GetInfo" DomainDossier raa::info;
    "RAA_ResendNotification" AddressLetter raa::resend;
    "SetPassword" DomainUpdate password::set;
    "SetRegLock" DomainUpdate reg_lock::set;
    "SetRenew" DomainRenewalMode renew_flag::set;
    "SynchAuthInfo" DomainSendAuthinfo synch_auth_info::run;
    "UpdateExpiredDomains" DomainRenew extend::expired;
    "UpdatePushList" DomainPush push_list::run;
    "ValidatePassword" DomainInfo password::validate;
}
