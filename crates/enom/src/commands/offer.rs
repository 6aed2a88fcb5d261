//! What is offered: TLDs, prices, names that are like others.

mod authorize;
mod ext_attributes;
mod idn_codes;
mod parse_domain;
mod price;
mod pricing;
pub(super) mod sold;
mod spin;
mod suggest;
mod tld_info;
mod tld_list;

use super::commands;

commands! {
    "AuthorizeTLD" AssortmentAdd authorize::add;
    "GetExtAttributes" ZoneInfo ext_attributes::run;
    "GetIDNCodes" ZoneInfo idn_codes::run;
    "GetNameSuggestions" DomainCheck suggest::run;
    "GetTLDList" ZoneList tld_list::run;
    "NameSpinner" DomainCheck spin::run;
    "ParseDomain" ZoneList parse_domain::run;
    "PE_GetDomainPricing" ZoneList pricing::of_domains;
    "PE_GetPremiumPricing" DomainPrice price::premium;
    "PE_GetProductPrice" ZoneInfo price::run;
    "PE_GetResellerPrice" ZoneInfo price::run;
    "PE_GetRetailPrice" ZoneInfo price::run;
    "PE_GetRetailPricing" ZoneList pricing::retail;
    "RemoveTLD" AssortmentRemove authorize::remove;
    "TP_GetTLDInfo" ZoneList tld_info::run;
}
