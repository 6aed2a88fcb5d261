use outcomes::{Operation as Name, Outcome};

use super::{CertificateRef, ownership, request_rules};
use crate::{
    Done, Failure, Findings, Operation, Query, Reading,
    model::{CertificateClass, Csr},
};

/// Reads a request for a certificate and checks its signature, and whether a product takes it, if one is named.
///
/// Changes, bills and notifies nothing.
///
/// Checks, in this order: the request itself; whether there is such an order of the actor's own, if one is named; the
/// class, if one is named; together whether the product takes the key, subject and names.
#[derive(Clone, Debug)]
pub struct ParseCsr {
    /// The request, as text: PEM or its base 64. Lines that came one by one are joined by any white space.
    pub csr: String,
    /// The order that it is meant for, if any: its product is asked.
    pub at: Option<CertificateRef>,
    /// The product that it is meant for, if any and no order is named.
    pub class: Option<CertificateClass>,
}

impl Operation for ParseCsr {
    type Answer = Csr;
    const NAME: Name = Name::CertificateParseCsr;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::CsrParsed,
        Outcome::TextMissing,
        Outcome::CsrTooLarge,
        Outcome::CsrMalformed,
        Outcome::CsrAlgorithmRefused,
        Outcome::CsrKeyWeak,
        Outcome::CsrSignatureWrong,
        Outcome::CsrCountryMalformed,
        Outcome::CsrOrganizationMissing,
        Outcome::CsrCommonNameMissing,
        Outcome::CsrCommonNameMalformed,
        Outcome::CertificateNameMalformed,
        Outcome::CertificateNameRefused,
        Outcome::CertificateNamesTooMany,
        Outcome::CertificateUnknown,
        Outcome::CertificateClassUnknown,
    ];
}

impl Query for ParseCsr {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Csr>, Failure> {
        let csr = request_rules::read_csr(cx, &self.csr)?;
        let ordered = self.at.map(|at| ownership::find_own(cx, at)).transpose()?.map(|order| order.class);
        if let Some(class) = ordered.as_ref().or(self.class.as_ref()) {
            let product = request_rules::product(cx.policies, class)?;
            let mut findings = Findings::new();
            let names = request_rules::names(class, product, &csr, &[], &mut findings);
            findings.finish(names)?;
        }
        Ok(Done::new(Outcome::CsrParsed, csr))
    }
}
