//! `<contact:transfer>` in its five operations (RFC 5733 sections 3.1.3 and 3.2.4).

use engine::{
    Refusals,
    model::{AuthInfo, Handle, TransferReport},
    ops::contact::{TransferApprove, TransferCancel, TransferQuery, TransferReject, TransferRequest},
};
use wire::xml::{Element, Writer};

use super::{DECLARED, read_id};
use crate::{
    namespaces::CONTACT,
    objects::{authinfo, values::Values},
    syntax::Content,
};

/// Reads the command with `op="request"`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse_request(element: Element<'_, '_>) -> Result<TransferRequest, Refusals> {
    let (handle, proof) = read(element, Proof::Heeded)?;
    Ok(TransferRequest { handle, zone: None, proof })
}

/// Reads the command with `op="query"`.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse_query(element: Element<'_, '_>) -> Result<TransferQuery, Refusals> {
    let (handle, proof) = read(element, Proof::Heeded)?;
    Ok(TransferQuery { handle, proof })
}

/// Reads the command with `op="approve"`.
///
/// # Errors
/// Faults against the schema; a bad id.
pub(crate) fn parse_approve(element: Element<'_, '_>) -> Result<TransferApprove, Refusals> {
    let (handle, _) = read(element, Proof::Ignored)?;
    Ok(TransferApprove { handle })
}

/// Reads the command with `op="reject"`.
///
/// # Errors
/// Faults against the schema; a bad id.
pub(crate) fn parse_reject(element: Element<'_, '_>) -> Result<TransferReject, Refusals> {
    let (handle, _) = read(element, Proof::Ignored)?;
    Ok(TransferReject { handle })
}

/// Reads the command with `op="cancel"`.
///
/// # Errors
/// Faults against the schema; a bad id.
pub(crate) fn parse_cancel(element: Element<'_, '_>) -> Result<TransferCancel, Refusals> {
    let (handle, _) = read(element, Proof::Ignored)?;
    Ok(TransferCancel { handle })
}

/// Writes `<contact:trnData>`, in answers and in poll messages.
pub(crate) fn render_trn_data(name: &str, report: &TransferReport, xml: &mut Writer) {
    xml.open_with("contact:trnData", DECLARED)
        .leaf("contact:id", name)
        .leaf("contact:trStatus", report.state.name())
        .leaf("contact:reID", &report.gaining)
        .leaf_display("contact:reDate", report.requested_at)
        .leaf("contact:acID", &report.losing)
        .leaf_display("contact:acDate", report.acts_at)
        .close();
}

/// Whether the authInfo means something to an operation. It has to keep to the schema in any case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Proof {
    Heeded,
    Ignored,
}

fn read(element: Element<'_, '_>, use_of_proof: Proof) -> Result<(Handle, Option<AuthInfo>), Refusals> {
    let mut content = Content::of(element, CONTACT)?;
    let (mut values, mut ignored) = (Values::new(), Values::new());
    let handle = read_id(&mut content, &mut values)?;
    let secret = content.optional("authInfo")?;
    let heeded = if use_of_proof == Proof::Heeded { &mut values } else { &mut ignored };
    let proof = authinfo::read_own_proof(secret, CONTACT, heeded)?;
    content.end()?;
    values.settle(handle.map(|handle| (handle, proof)))
}

#[cfg(test)]
mod tests {
    use engine::{
        Outcome,
        model::{Instant, TransferState},
    };

    use super::*;
    use crate::objects::testing::{outcomes, read, written};

    fn transfer(inside: &str) -> String {
        format!("<transfer xmlns='urn:ietf:params:xml:ns:contact-1.0'>{inside}</transfer>")
    }

    #[test]
    fn every_operation_takes_the_same_command() {
        let xml = transfer("<id>jn8013</id><authInfo><pw>2fooBAR</pw></authInfo>");
        let request = read(&xml, parse_request).expect("the command is good");
        assert_eq!(
            (request.handle.as_str(), request.proof),
            ("jn8013", Some(AuthInfo::presented("2fooBAR")))
        );
        let query = read(&xml, parse_query).expect("the command is good");
        assert_eq!((query.handle.as_str(), query.proof), ("jn8013", Some(AuthInfo::presented("2fooBAR"))));
        assert_eq!(read(&xml, parse_approve).expect("the command is good").handle.as_str(), "jn8013");
        assert_eq!(read(&xml, parse_reject).expect("the command is good").handle.as_str(), "jn8013");
        assert_eq!(read(&xml, parse_cancel).expect("the command is good").handle.as_str(), "jn8013");
    }

    #[test]
    fn a_request_without_authinfo_is_for_the_engine_to_judge() {
        let request = read(&transfer("<id>jn8013</id>"), parse_request).expect("the command is good");
        assert_eq!(request.proof, None);
    }

    #[test]
    fn values_count_only_where_they_are_heeded() {
        let xml = transfer("<id>jn8013</id><authInfo><pw roid='C1-CHANCERY'>x</pw></authInfo>");
        assert_eq!(outcomes(&xml, parse_request), [Outcome::OptionUnimplemented]);
        assert_eq!(outcomes(&xml, parse_query), [Outcome::OptionUnimplemented]);
        assert!(read(&xml, parse_approve).is_ok() && read(&xml, parse_reject).is_ok());
        assert!(read(&xml, parse_cancel).is_ok());
    }

    #[test]
    fn what_breaks_the_schema_is_refused() {
        for (inside, outcome) in [
            ("", Outcome::ElementMissing),
            ("<id>jn8013</id><period unit='y'>1</period>", Outcome::ElementUnexpected),
            ("<id>jn8013</id><authInfo/>", Outcome::ElementMissing),
        ] {
            let xml = transfer(inside);
            assert_eq!(outcomes(&xml, parse_request), [outcome], "{inside}");
            assert_eq!(outcomes(&xml, parse_cancel), [outcome], "{inside}");
        }
    }

    #[test]
    fn the_answer() {
        let requested_at = Instant::from_millis(1_767_225_600_000);
        let report = TransferReport {
            state: TransferState::ClientRejected,
            gaining: "BRAVO".to_owned(),
            requested_at,
            losing: "ALPHA".to_owned(),
            acts_at: requested_at.plus_days(5),
            expires_at: None,
            object: None,
        };
        assert_eq!(
            written(|xml| render_trn_data("jn8013", &report, xml)),
            "<contact:trnData xmlns:contact=\"urn:ietf:params:xml:ns:contact-1.0\"><contact:id>jn8013</contact:id>\
             <contact:trStatus>clientRejected</contact:trStatus><contact:reID>BRAVO</contact:reID>\
             <contact:reDate>2026-01-01T00:00:00.000Z</contact:reDate><contact:acID>ALPHA</contact:acID>\
             <contact:acDate>2026-01-06T00:00:00.000Z</contact:acDate></contact:trnData>"
        );
    }
}
