//! What can be certified by which product.

use outcomes::{Field, Outcome};

use crate::{
    Context, Failure, Findings, Refusal,
    model::{
        CertificateClass, CertificateContact, CertificateName, CertificateRequest, CertificateRole, Country,
        Csr, Details, Handle,
    },
    ops::access::require_sponsor,
    policy::{Policies, Product},
    ports::{Port, store::Snapshot},
};

/// What an account wants certified, as it sends it.
#[derive(Clone, Debug)]
pub struct RequestDraft {
    /// The request, as text: PEM or its base 64. Lines that came one by one are joined by any white space.
    pub csr: String,
    /// Names beside those in the request.
    pub names: Vec<String>,
    /// Whom the authority can turn to, one in each role at most.
    pub contacts: Vec<ContactChoice>,
    /// The kind of server it is for.
    pub web_server: Option<String>,
}

impl RequestDraft {
    /// A request and nothing beside it.
    pub const fn of(csr: String) -> Self {
        Self { csr, names: Vec::new(), contacts: Vec::new(), web_server: None }
    }

    /// What was asked for before, asked for again.
    pub fn again(request: &CertificateRequest) -> Self {
        let csr = &request.csr;
        let inside = csr.subject.common_name.iter().chain(&csr.names);
        let inside: Vec<String> = inside.map(|name| name.to_ascii_lowercase()).collect();
        let names = request.names.iter().map(ToString::to_string);
        Self {
            csr: csr.pem.clone(),
            names: names.filter(|name| !inside.contains(name)).collect(),
            contacts: request.contacts.iter().map(ContactChoice::again).collect(),
            web_server: request.web_server.clone(),
        }
    }
}

/// Somebody the authority can turn to.
#[derive(Clone, Debug)]
pub struct ContactChoice {
    /// What for.
    pub role: CertificateRole,
    /// Who.
    pub source: ContactSource,
}

impl ContactChoice {
    /// The same again: as the contact object is now, if it was one.
    fn again(contact: &CertificateContact) -> Self {
        let source = match &contact.handle {
            Some(handle) => ContactSource::Object(handle.clone()),
            None => ContactSource::Details(Box::new(contact.details.clone())),
        };
        Self { role: contact.role, source }
    }
}

/// Who a contact is.
#[derive(Clone, Debug)]
pub enum ContactSource {
    /// A contact object of the account's own.
    Object(Handle),
    /// Somebody of whom this is told.
    Details(Box<Details>),
}

/// The product of a class.
///
/// # Errors
/// `certificate_class_unknown`.
pub(in crate::ops) fn product<'a>(
    policies: &'a Policies,
    class: &CertificateClass,
) -> Result<&'a Product, Refusal> {
    let unknown = || Refusal::new(Outcome::CertificateClassUnknown).at(Field::CertificateClass).value(class);
    policies.certificates.products.get(class).ok_or_else(unknown)
}

/// Reads a request for a certificate.
///
/// # Errors
/// As [`Csr::parse`]; the trouble that was ordered at the parser.
pub(super) fn read_csr<S: Snapshot + ?Sized>(cx: &Context<'_, S>, text: &str) -> Result<Csr, Failure> {
    cx.reach(Port::CsrParser)?;
    Ok(Csr::parse(text, cx.signatures)?)
}

/// Makes a request of a draft.
///
/// Checks, in this order: the request itself; together whether the product takes its key, subject and names; then the
/// contacts.
///
/// # Errors
/// As [`read_csr`] and [`names`]; `contact_unknown`, `not_sponsor`.
pub(super) fn request<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    class: &CertificateClass,
    draft: &RequestDraft,
) -> Result<CertificateRequest, Failure> {
    let product = product(cx.policies, class)?;
    let csr = read_csr(cx, &draft.csr)?;
    let mut findings = Findings::new();
    let names = names(class, product, &csr, &draft.names, &mut findings);
    let names = findings.finish(names)?;
    let contacts = draft.contacts.iter().map(|choice| contact(cx, choice)).collect::<Result<_, _>>()?;
    Ok(CertificateRequest { csr, names, contacts, web_server: draft.web_server.clone() })
}

/// The names that a product certifies for a request, the common name first, and what it does not take of it: the key,
/// country, organisation or names.
pub(super) fn names(
    class: &CertificateClass,
    product: &Product,
    csr: &Csr,
    more: &[String],
    findings: &mut Findings,
) -> Vec<CertificateName> {
    findings.take(Field::Csr, csr.key.require(product.least_rsa_bits));
    check_subject(class, product, csr, findings);
    let names = all_names(csr, more, findings);
    for (place, name) in names.iter().enumerate() {
        // Only the first name of a wildcard product has the asterisk; the domain itself may stand beside it.
        if name.is_wildcard() != (product.wildcard && place == 0) {
            findings.add(of_class(Outcome::CertificateNameRefused, class).value(name));
        }
    }
    // The domain of a wildcard is certified with it.
    let most = if product.wildcard { product.most_names + 1 } else { product.most_names };
    if names.len() > most {
        let many = of_class(Outcome::CertificateNamesTooMany, class).value(names.len());
        findings.add(many.fact("limit", most));
    }
    names
}

fn check_subject(class: &CertificateClass, product: &Product, csr: &Csr, findings: &mut Findings) {
    if let Some(country) = csr.subject.country.as_deref().filter(|country| Country::parse(country).is_err()) {
        findings.add(Refusal::new(Outcome::CsrCountryMalformed).at(Field::Csr).value(country));
    }
    if product.validation.tells_organization() && csr.subject.organization.is_none() {
        let missing = Refusal::new(Outcome::CsrOrganizationMissing).at(Field::Csr);
        findings.add(missing.fact("class", class));
    }
}

/// The common name, the alternative names of the request, then those sent beside it; each once. What cannot be read as a
/// name is noted.
fn all_names(csr: &Csr, more: &[String], findings: &mut Findings) -> Vec<CertificateName> {
    let common = csr.subject.common_name.as_deref();
    let malformed = |text| Refusal::new(Outcome::CsrCommonNameMalformed).at(Field::Csr).value(text);
    let mut names = Vec::new();
    let first = common.map(|text| CertificateName::parse(text).map_err(|_| malformed(text)));
    let others = csr.names.iter().chain(more).map(|text| CertificateName::parse(text));
    for read in first.into_iter().chain(others) {
        let name = findings.take(Field::CertificateName, read);
        names.extend(name.filter(|name| !names.contains(name)));
    }
    if common.is_none() && csr.names.is_empty() && more.is_empty() {
        findings.add(Refusal::new(Outcome::CsrCommonNameMissing).at(Field::Csr));
    }
    names
}

fn of_class(outcome: Outcome, class: &CertificateClass) -> Refusal {
    Refusal::new(outcome).at(Field::CertificateName).fact("class", class)
}

fn contact<S: Snapshot + ?Sized>(
    cx: &Context<'_, S>,
    choice: &ContactChoice,
) -> Result<CertificateContact, Failure> {
    let role = choice.role;
    let handle = match &choice.source {
        ContactSource::Details(details) => {
            return Ok(CertificateContact { role, handle: None, details: (**details).clone() });
        }
        ContactSource::Object(handle) => handle,
    };
    let unknown = || Refusal::new(Outcome::ContactUnknown).at(Field::CertificateContact).value(handle);
    let contact = cx.store.contact(handle)?.ok_or_else(unknown)?;
    require_sponsor(cx, contact.sponsor, handle.as_str())?;
    Ok(CertificateContact { role, handle: Some(handle.clone()), details: contact.details })
}
