//! What is to be certified, as parameters.

use engine::model::{Addressee, CertificateRequest, CertificateRole, Details, Email, Handle};
use engine::ops::certificate::{CertificateRef, ContactChoice, ContactSource, Info, RequestDraft};
use engine::{Failure, Field, Refusal};

use crate::call::Call;
use crate::commands::user::person;
use crate::params::{Params, missing};

/// What a command says of what is to be certified.
#[derive(Default)]
pub(super) struct Said {
    csr: Option<String>,
    /// Names beside those in the request, by the numbers of their parameters.
    pub(super) names: Vec<(u32, String)>,
    contacts: Vec<ContactChoice>,
    web_server: Option<String>,
    /// An e-mail address without further word: whoever approves, and the owner's.
    pub(super) email: Option<String>,
}

impl Said {
    /// Reads all of it. What a server elsewhere would be told of how to make keys and sign is taken and of no consequence:
    /// the authority decides.
    pub(super) fn read(params: &mut Params) -> Self {
        let mut names = params.numbered("DOMAIN");
        names.extend(params.numbered("ALTERNATECN"));
        names.extend(params.numbered("SSLCERTDOMAIN"));
        names.retain(|(_, text)| !text.is_empty());
        let web_servers = ["WEBSERVERTYPE", "SERVERSOFTWARE"].map(|name| params.text(name));
        params.ignore(&["ALGORITHM", "INTERNALDNS"]);
        let email = params.text("EMAIL");
        Self {
            csr: csr(params),
            names,
            contacts: contacts(params, email.as_deref()),
            web_server: web_servers.into_iter().flatten().next(),
            email,
        }
    }

    /// Whether anything was said.
    pub(super) fn is_any(&self) -> bool {
        let is_about_it = !self.names.is_empty() || !self.contacts.is_empty() || self.web_server.is_some();
        self.csr.is_some() || is_about_it
    }

    /// The draft of a new request.
    ///
    /// # Errors
    /// `parameter_missing` without a request.
    pub(super) fn draft(self) -> Result<RequestDraft, Refusal> {
        let csr = self.csr.ok_or_else(|| missing("CSR", Field::Csr))?;
        let names = self.names.into_iter().map(|(_, name)| name).collect();
        Ok(RequestDraft { csr, names, contacts: self.contacts, web_server: self.web_server })
    }

    /// The draft of a request that is like one before in what is not said.
    ///
    /// # Errors
    /// As [`Self::draft`].
    pub(super) fn over(self, before: Option<CertificateRequest>) -> Result<RequestDraft, Refusal> {
        let Some(before) = before else { return self.draft() };
        let before = RequestDraft::again(&before);
        let mut draft = Self { csr: self.csr.or(Some(before.csr)), ..self }.draft()?;
        if draft.names.is_empty() {
            draft.names = before.names;
        }
        let said: Vec<CertificateRole> = draft.contacts.iter().map(|choice| choice.role).collect();
        draft.contacts.extend(before.contacts.into_iter().filter(|choice| !said.contains(&choice.role)));
        draft.web_server = draft.web_server.or(before.web_server);
        Ok(draft)
    }
}

/// What an order was for until now.
///
/// # Errors
/// `certificate_unknown`.
pub(super) async fn before(
    call: &Call<'_>,
    at: CertificateRef,
) -> Result<Option<CertificateRequest>, Failure> {
    Ok(call.query(Info { at }).await?.answer.order.request)
}

/// The request itself, which comes line by line.
pub(super) fn csr(params: &mut Params) -> Option<String> {
    let lines = params.numbered("CSR");
    let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// One contact in each role; the service takes more of some, and tells the authority of the first. Who is no contact object
/// is told whole: the owner without a word before the parameters, the others with their role's.
fn contacts(params: &mut Params, email: Option<&str>) -> Vec<ContactChoice> {
    let mut contacts = Vec::new();
    for (role, name, _) in ROLES {
        let handles = params.each(name, Field::CertificateContact, Handle::parse);
        let object = handles.into_iter().next().map(ContactSource::Object);
        let (prefix, email) = if role == CertificateRole::Owner { ("", email) } else { (name, None) };
        let told = person(params, prefix);
        params.ignore(&["JOBTITLE", "TITLE", "MIDDLENAME"].map(|part| format!("{prefix}{part}")));
        let told = told.and_then(|told| details(params, told, email));
        let source = object.or(told.map(|told| ContactSource::Details(Box::new(told))));
        contacts.extend(source.map(|source| ContactChoice { role, source }));
    }
    contacts
}

/// A person who is told whole; one without an address is none.
fn details(params: &mut Params, told: Addressee, email: Option<&str>) -> Option<Details> {
    let email = told.email.or_else(|| params.take(Field::CertificateContact, Email::parse(email?)));
    if told.postal.is_some() && email.is_none() {
        params.add(missing("EMAIL", Field::CertificateContact));
    }
    Addressee { email, ..told }.into_details()
}

/// The roles, as parameters and as columns.
pub(super) const ROLES: [(CertificateRole, &str, &str); 4] = [
    (CertificateRole::Owner, "OWNERCONTACT", "ownercontact"),
    (CertificateRole::Admin, "ADMINCONTACT", "admincontact"),
    (CertificateRole::Tech, "TECHCONTACT", "techcontact"),
    (CertificateRole::Billing, "BILLINGCONTACT", "billingcontact"),
];
