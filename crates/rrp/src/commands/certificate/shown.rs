//! Orders of certificates in columns.

use engine::model::{
    CertificateName, CertificateOrder, CertificateState, Control, ControlMethod, ControlProof,
};
use engine::ops::certificate::{CertificateRef, CertificateView};

use super::request::ROLES;
use crate::columns::Columns;
use crate::face::Face;
use crate::times::moment;

/// An order that was just given or changed: what is to be done to have it issued.
pub(super) fn ordered(face: Face, order: &CertificateOrder) -> Columns {
    match face {
        Face::Cnr | Face::Rrp => as_sub(order, order.state),
        Face::Hexonet => as_certificate(order),
    }
}

/// An order as it stands, and what was issued.
pub(super) fn view(face: Face, view: &CertificateView) -> Columns {
    let order = &view.order;
    let is_good = view.orders.iter().any(|order| order.state == CertificateState::Issued);
    let (columns, web_server, reason) = match face {
        Face::Cnr | Face::Rrp => {
            let state = if is_good { CertificateState::Issued } else { order.state };
            let subs = view.orders.iter().map(sub).collect();
            let columns = as_sub(order, state)
                .many("subs", subs)
                .each("crt san", names(order), ToString::to_string)
                .maybe("certificate expiration date", order.expires_at.map(moment));
            (columns, "webservertype", "status details")
        }
        Face::Hexonet => {
            let others = names(order).get(1..).unwrap_or_default();
            let columns = as_certificate(order)
                .each("alternatecn", others, ToString::to_string)
                .maybe("csrorganization", organization(order));
            (columns, "serversoftware", "statusdetails")
        }
    };
    let columns = of_request(columns, order)
        .one("created date", moment(order.created_at))
        .one("updated date", moment(order.since))
        .maybe(web_server, order.request.as_ref().and_then(|request| request.web_server.clone()))
        .maybe(reason, order.reason.clone());
    match &order.issued {
        None => columns,
        Some(issued) => columns.many("crt", lines(&issued.pem)).many("cacrt", lines(&issued.chain)),
    }
}

/// The word for a state.
pub(super) const fn state(state: CertificateState) -> &'static str {
    match state {
        CertificateState::AwaitingConfiguration => "REQUESTED",
        CertificateState::AwaitingApproval => "PENDING",
        CertificateState::Processing | CertificateState::Withdrawing | CertificateState::Revoking => {
            "PROCESSING"
        }
        CertificateState::Issued => "ACTIVE",
        CertificateState::Rejected | CertificateState::Cancelled => "FAILED",
        CertificateState::Replaced => "REPLACED",
        CertificateState::Revoked => "REVOKED",
        CertificateState::Expired => "EXPIRED",
    }
}

/// As RRPproxy tells of it: a sub of a certificate, which has a state of its own.
fn as_sub(order: &CertificateOrder, of_certificate: CertificateState) -> Columns {
    let controls = &order.controls;
    let of_method = |method| move |control: &&Control| control.proof.method() == method;
    let of_dns = controls.iter().filter(of_method(ControlMethod::Dns));
    let of_file = || controls.iter().filter(of_method(ControlMethod::File));
    let token = |control: &Control| control.proof.token().unwrap_or_default().to_owned();
    Columns::new()
        .one("certificate", order.certificate.to_string())
        .one("sub", sub(order))
        .one("status", state(of_certificate))
        .one("sub status", state(order.state))
        .one("billingclass", order.class.as_str())
        .maybe("authmethod", controls.first().map(|control| control.proof.method().name()))
        .many("approveremail", controls.iter().filter_map(approver).collect())
        .many("dnsauth name", of_dns.map(record).collect())
        .many("fileauth name", of_file().filter_map(Control::place).collect())
        .many("fileauth contents", of_file().map(token).collect())
}

/// As HEXONET tells of it: with a row for each name of which control is to be shown.
fn as_certificate(order: &CertificateOrder) -> Columns {
    let controls = &order.controls;
    let file = |control: &Control| control.proof.method() == ControlMethod::File;
    Columns::new()
        .one("sslcertid", order.certificate.to_string())
        .one("sslcertclass", order.class.as_str())
        .maybe("sslcertcn", order.common_name().map(ToString::to_string))
        .one("status", state(order.state))
        .maybe("expirationdate", order.expires_at.map(moment))
        .maybe("registrationexpirationdate", order.expires_at.map(moment))
        .each("domain", controls, |control| control.name.to_string())
        .each("validation", controls, |control| method(control.proof.method()).to_owned())
        .each("validationdnsrr", controls, |control| {
            if control.proof.method() == ControlMethod::Dns { record(control) } else { String::new() }
        })
        .each("validationemail", controls, |control| approver(control).unwrap_or_default())
        .each("validationurl", controls, |control| {
            control.place().filter(|_| file(control)).unwrap_or_default()
        })
        .each("validationurlcontent", controls, |control| {
            control.proof.token().filter(|_| file(control)).unwrap_or_default().to_owned()
        })
}

/// What is to be certified, and for whom.
fn of_request(columns: Columns, order: &CertificateOrder) -> Columns {
    let Some(request) = &order.request else { return columns };
    ROLES.iter().fold(columns.many("csr", lines(&request.csr.pem)), |columns, (role, _, name)| {
        let contact = request.contact(*role).and_then(|contact| contact.handle.as_ref());
        columns.maybe(*name, contact.map(ToString::to_string))
    })
}

fn names(order: &CertificateOrder) -> &[CertificateName] {
    order.request.as_ref().map(|request| request.names.as_slice()).unwrap_or_default()
}

fn organization(order: &CertificateOrder) -> Option<String> {
    order.request.as_ref().and_then(|request| request.csr.subject.organization.clone())
}

fn sub(order: &CertificateOrder) -> String {
    CertificateRef { certificate: order.certificate, number: Some(order.number) }.to_string()
}

/// A record to be published: host, type, value. It can be added to a zone as it stands.
fn record(control: &Control) -> String {
    let (host, token) = (control.place().unwrap_or_default(), control.proof.token().unwrap_or_default());
    format!("{host}. TXT {token}")
}

fn approver(control: &Control) -> Option<String> {
    match &control.proof {
        ControlProof::Email { approver, .. } => Some(approver.to_string()),
        ControlProof::Dns { .. } | ControlProof::File { .. } => None,
    }
}

/// HEXONET's word for a method.
const fn method(method: ControlMethod) -> &'static str {
    match method {
        ControlMethod::Email => "EMAIL",
        ControlMethod::Dns => "DNSZONE",
        ControlMethod::File => "URL",
    }
}

fn lines(pem: &str) -> Vec<String> {
    pem.lines().map(str::to_owned).collect()
}
