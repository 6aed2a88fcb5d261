//! `<domain:transfer>` in its five operations (RFC 5731 sections 3.1.3 and 3.2.4).

use engine::{
    Refusals,
    model::{Arrival, DomainName, Period, TransferReport},
    ops::{
        AuthInfoProof,
        domain::{
            Authority, TransferApprove, TransferCancel, TransferQuery, TransferReject, TransferRequest,
        },
    },
};
use wire::xml::{Element, Writer};

use super::{DECLARED, period, read_name};
use crate::{
    namespaces::DOMAIN,
    objects::{authinfo, values::Values},
    syntax::Content,
};

/// Reads the command with `op="request"`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse_request(element: Element<'_, '_>) -> Result<TransferRequest, Refusals> {
    let heeded = Heeded { period: true, proof: true };
    read(element, heeded, |Transfer { name, period, proof }| TransferRequest {
        name,
        period,
        authority: Authority::AuthInfo(proof),
        consent: None,
        arrival: Arrival::default(),
        people: Vec::new(),
    })
}

/// Reads the command with `op="query"`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse_query(element: Element<'_, '_>) -> Result<TransferQuery, Refusals> {
    let heeded = Heeded { period: false, proof: true };
    read(element, heeded, |Transfer { name, proof, .. }| TransferQuery { name, proof })
}

/// Reads the command with `op="approve"`.
///
/// # Errors
/// Faults against the schema; a bad name.
pub(crate) fn parse_approve(element: Element<'_, '_>) -> Result<TransferApprove, Refusals> {
    read(element, NAME_ALONE, |Transfer { name, .. }| TransferApprove { name })
}

/// Reads the command with `op="reject"`.
///
/// # Errors
/// Faults against the schema; a bad name.
pub(crate) fn parse_reject(element: Element<'_, '_>) -> Result<TransferReject, Refusals> {
    read(element, NAME_ALONE, |Transfer { name, .. }| TransferReject { name })
}

/// Reads the command with `op="cancel"`.
///
/// # Errors
/// Faults against the schema; a bad name.
pub(crate) fn parse_cancel(element: Element<'_, '_>) -> Result<TransferCancel, Refusals> {
    read(element, NAME_ALONE, |Transfer { name, .. }| TransferCancel { name })
}

/// Writes `<domain:trnData>`, in answers and in poll messages.
pub(crate) fn render_trn_data(name: &str, report: &TransferReport, xml: &mut Writer) {
    xml.open_with("domain:trnData", DECLARED)
        .leaf("domain:name", name)
        .leaf("domain:trStatus", report.state.name())
        .leaf("domain:reID", &report.gaining)
        .leaf_display("domain:reDate", report.requested_at)
        .leaf("domain:acID", &report.losing)
        .leaf_display("domain:acDate", report.acts_at);
    if let Some(expires_at) = report.expires_at {
        xml.leaf_display("domain:exDate", expires_at);
    }
    xml.close();
}

/// What the command says, whatever its operation.
struct Transfer {
    name: DomainName,
    period: Option<Period>,
    proof: Option<AuthInfoProof>,
}

/// Which parts mean something to an operation. The others are ignored, as the standard asks for the period: they have
/// to keep to the schema, but their values are not looked at.
#[derive(Clone, Copy)]
struct Heeded {
    period: bool,
    proof: bool,
}

const NAME_ALONE: Heeded = Heeded { period: false, proof: false };

fn read<T>(
    element: Element<'_, '_>,
    heeded: Heeded,
    operation: impl FnOnce(Transfer) -> T,
) -> Result<T, Refusals> {
    let mut content = Content::of(element, DOMAIN)?;
    let (mut values, mut ignored) = (Values::new(), Values::new());
    let name = read_name(&mut content, &mut values)?;
    let period = period::read(&mut content, if heeded.period { &mut values } else { &mut ignored })?;
    let secret = content.optional("authInfo")?;
    let proof = authinfo::read_proof(secret, DOMAIN, if heeded.proof { &mut values } else { &mut ignored })?;
    content.end()?;
    values.settle(name.map(|name| operation(Transfer { name, period, proof })))
}

#[cfg(test)]
mod tests {
    use engine::{
        Outcome,
        model::{AuthInfo, Instant, TransferState},
    };

    use super::*;
    use crate::objects::testing::{outcomes, read, written};

    fn transfer(inside: &str) -> String {
        format!("<transfer xmlns='urn:ietf:params:xml:ns:domain-1.0'>{inside}</transfer>")
    }

    const WHOLE: &str = "<name>A.test</name><period unit='y'>1</period>\
        <authInfo><pw roid='C1-CHANCERY'>secret</pw></authInfo>";

    #[test]
    fn a_request_says_everything() {
        let request = read(&transfer(WHOLE), parse_request).expect("the command is good");
        assert_eq!((request.name.as_str(), request.period), ("a.test", Some(Period::YEAR)));
        let Authority::AuthInfo(Some(proof)) = request.authority else { panic!("there is one") };
        assert_eq!(proof.authinfo, AuthInfo::presented("secret"));
        assert_eq!(proof.roid.as_deref(), Some("C1-CHANCERY"));
    }

    #[test]
    fn the_other_operations_take_what_concerns_them() {
        let xml = transfer(WHOLE);
        let query = read(&xml, parse_query).expect("the command is good");
        assert!(query.name.as_str() == "a.test" && query.proof.is_some());
        assert_eq!(read(&xml, parse_approve).expect("the command is good").name.as_str(), "a.test");
        assert_eq!(read(&xml, parse_reject).expect("the command is good").name.as_str(), "a.test");
        assert_eq!(read(&xml, parse_cancel).expect("the command is good").name.as_str(), "a.test");
    }

    #[test]
    fn values_count_only_where_they_are_heeded() {
        let xml = transfer(
            "<name>a.test</name><period unit='m'>7</period><authInfo><ext><delete xmlns='urn:ietf:params:xml:ns:host-1.0'><name>x</name></delete></ext></authInfo>",
        );
        assert_eq!(outcomes(&xml, parse_request), [Outcome::PeriodNotInYears, Outcome::OptionUnimplemented]);
        assert_eq!(outcomes(&xml, parse_query), [Outcome::OptionUnimplemented]);
        assert!(read(&xml, parse_approve).is_ok() && read(&xml, parse_reject).is_ok());
        assert!(read(&xml, parse_cancel).is_ok());
    }

    #[test]
    fn the_schema_counts_everywhere() {
        for (inside, outcome) in [
            ("", Outcome::ElementMissing),
            ("<name>a.test</name><period>1</period>", Outcome::AttributeMissing),
            ("<name>a.test</name><authInfo/>", Outcome::ElementMissing),
            (
                "<name>a.test</name><authInfo><pw/></authInfo><period unit='y'>1</period>",
                Outcome::ElementUnexpected,
            ),
        ] {
            let xml = transfer(inside);
            assert_eq!(outcomes(&xml, parse_request), [outcome], "{inside}");
            assert_eq!(outcomes(&xml, parse_query), [outcome], "{inside}");
            assert_eq!(outcomes(&xml, parse_approve), [outcome], "{inside}");
            assert_eq!(outcomes(&xml, parse_reject), [outcome], "{inside}");
            assert_eq!(outcomes(&xml, parse_cancel), [outcome], "{inside}");
        }
    }

    #[test]
    fn the_answer() {
        let requested_at = Instant::from_millis(1_767_225_600_000);
        let mut report = TransferReport {
            state: TransferState::Pending,
            gaining: "BRAVO".to_owned(),
            requested_at,
            losing: "ALPHA".to_owned(),
            acts_at: requested_at.plus_days(5),
            expires_at: Some(requested_at.plus_years(2)),
            object: None,
        };
        let expiry = "<domain:exDate>2028-01-01T00:00:00.000Z</domain:exDate>";
        let expected = format!(
            "<domain:trnData xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\"><domain:name>a.test</domain:name>\
             <domain:trStatus>pending</domain:trStatus><domain:reID>BRAVO</domain:reID>\
             <domain:reDate>2026-01-01T00:00:00.000Z</domain:reDate><domain:acID>ALPHA</domain:acID>\
             <domain:acDate>2026-01-06T00:00:00.000Z</domain:acDate>{expiry}</domain:trnData>"
        );
        assert_eq!(written(|xml| render_trn_data("a.test", &report, xml)), expected);
        report.expires_at = None;
        assert_eq!(written(|xml| render_trn_data("a.test", &report, xml)), expected.replace(expiry, ""));
    }
}
