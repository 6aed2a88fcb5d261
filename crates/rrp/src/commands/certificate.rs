//! Certificates for TLS. RRPproxy calls each order of a certificate a sub of it.

mod approver_list;
mod class_info;
mod controls;
mod delete;
mod list;
mod modify;
mod named;
mod order;
mod parse_csr;
mod price;
mod reissue;
mod renew;
mod request;
mod resend_email;
mod resend_notification;
mod revoke;
mod service_list;
mod shown;
mod status;

use super::commands;

commands! {
    "AddCertificate" / "CreateSSLCert" CertificateOrder order::run;
    "CheckCertificate" / "ParseSSLCertCSR" CertificateParseCsr parse_csr::run;
    "DeleteCertificate" CertificateCancel delete::run;
    "GetCertificateInfo" CertificateListProducts class_info::run;
    "ModifyCertificate" CertificateSubmit modify::run;
    "QueryCertificateList" / "QuerySSLCertList" CertificateList list::run;
    "QueryServiceList" CertificateListProducts service_list::run;
    "ServicePrice" CertificateListProducts price::run;
    "QuerySSLCertDCVEMailAddressList" CertificateListApprovers approver_list::run;
    "ReissueCertificate" / "ReissueSSLCert" CertificateReissue reissue::run;
    "RenewCertificate" / "RenewSSLCert" CertificateRenew renew::run;
    "ResendSSLCertEmail" CertificateResendApproval resend_email::run;
    "ResendNotification" CertificateResendApproval resend_notification::run;
    "RevokeSSLCert" CertificateRevoke revoke::run;
    "StatusCertificate" / "StatusSSLCert" CertificateInfo status::run;
}
