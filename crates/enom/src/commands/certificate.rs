//! Certificates for TLS. One is bought first, then configured with a request, then submitted to the authority.

mod approver_email;
mod approvers;
mod configure;
mod controls;
mod detail;
mod list;
mod mail;
mod modify_order;
mod named;
pub(super) mod order;
mod orders;
mod parse_csr;
pub(super) mod product;
mod products;
mod purchase;
mod reissue;
mod status;

use super::commands;

commands! {
    "CertChangeApproverEmail" CertificateSubmit approver_email::change;
    "CertConfigureCert" CertificateConfigure configure::run;
    "CertGetApproverEmail" CertificateListApprovers approvers::run;
    "CertGetCertDetail" CertificateInfo detail::run;
    "CertGetCerts" CertificateList list::run;
    "CertModifyOrder" CertificateRecall modify_order::run;
    "CertParseCSR" CertificateParseCsr parse_csr::run;
    "CertPurchaseCert" CertificateSubmit purchase::run;
    "CertReissueCert" CertificateReissue reissue::run;
    "CertResendApproverEmail" CertificateResendApproval approver_email::resend;
    "CertResendFulfillmentEmail" CertificateMail mail::run;
    "GetCerts" CertificateListProducts products::run;
}
