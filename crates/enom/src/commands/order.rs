//! Orders: what was asked for, and what became of it.

mod cancel;
mod detail;
mod domain_status;
mod list;
pub(super) mod number;
pub(super) mod placing;
mod transfer;

use super::commands;

commands! {
    "CancelOrder" DomainCreateCancel cancel::run;
    "GetDomainStatus" OrderInfo domain_status::by_order;
    "GetOrderDetail" OrderInfo detail::run;
    "GetOrderList" OrderList list::run;
    "GetRegistrationStatus" DomainDossier domain_status::registration;
    "StatusDomain" OrderList domain_status::by_name;
    "TP_CancelOrder" DomainTransferCancel transfer::cancel::run;
    "TP_CreateOrder" DomainTransferRequest transfer::create::run;
    "TP_GetDetailsByDomain" OrderList transfer::show::details_of_domain;
    "TP_GetOrder" OrderInfo transfer::show::order;
    "TP_GetOrderDetail" OrderInfo transfer::show::detail;
    "TP_GetOrdersByDomain" OrderList transfer::show::orders_of_domain;
    "TP_GetOrderStatuses" OrderList transfer::show::statuses;
    "TP_ResendEmail" DomainTransferLetter transfer::resend::run;
    "TP_ResubmitLocked" DomainTransferRequest transfer::resubmit::run;
    "TP_SubmitOrder" DomainTransferRequest transfer::submit::run;
    "TP_UpdateOrderDetail" OrderAmend transfer::update::run;
}
