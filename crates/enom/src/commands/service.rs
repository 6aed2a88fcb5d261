//! Services of domains. The one that is sold here is the privacy of their people, `WPPS`.

mod info;
mod named;
mod purchase;
mod select;
mod switch;

use super::commands;
pub(super) use info::flags;

commands! {
    "DisableServices" PrivacySwitch switch::disable;
    "EnableServices" PrivacySwitch switch::enable;
    "GetWPPSInfo" PrivacyInfo info::run;
    "PurchaseServices" CertificateOrder purchase::run;
    "RenewServices" PrivacyRenew purchase::renew;
    "ServiceSelect" DomainDossier select::run;
}
