//! `<domain:renew>` (RFC 5731 section 3.2.3).

use engine::{
    Field, Refusals,
    model::{Date, ExpiryClaim},
    ops::domain::{Renew, Renewed},
};
use wire::xml::{Element, Writer};

use super::{DECLARED, period, read_name};
use crate::{namespaces::DOMAIN, objects::values::Values, syntax::Content};

/// Reads the command.
///
/// # Errors
/// Faults against the schema; every bad value.
pub(crate) fn parse(element: Element<'_, '_>) -> Result<Renew, Refusals> {
    let mut content = Content::of(element, DOMAIN)?;
    let mut values = Values::new();
    let name = read_name(&mut content, &mut values)?;
    let current_expiry = values.required(&mut content, "curExpDate", Field::CurrentExpiry, Date::parse)?;
    let current_expiry = current_expiry.map(ExpiryClaim::Day);
    let period = period::read(&mut content, &mut values)?;
    content.end()?;
    values.settle(name.map(|name| Renew { name, current_expiry, period }))
}

/// Writes `<domain:renData>`.
pub(crate) fn render(renewed: &Renewed, xml: &mut Writer) {
    xml.open_with("domain:renData", DECLARED)
        .leaf("domain:name", renewed.name.as_str())
        .leaf_display("domain:exDate", renewed.expires_at)
        .close();
}

#[cfg(test)]
mod tests {
    use engine::{
        Outcome,
        model::{DomainName, Instant},
    };

    use super::*;
    use crate::objects::testing::{outcomes, read, written};

    fn renew(inside: &str) -> String {
        format!("<r:renew xmlns:r='urn:ietf:params:xml:ns:domain-1.0'>{inside}</r:renew>")
    }

    #[test]
    fn name_date_and_period() {
        let xml = renew(
            "<r:name>a.test</r:name><r:curExpDate>2026-04-03</r:curExpDate><r:period unit='y'>5</r:period>",
        );
        let renew = read(&xml, parse).expect("the command is good");
        assert_eq!(renew.current_expiry.map(|date| date.to_string()).as_deref(), Some("2026-04-03"));
        assert_eq!(renew.period.map(engine::model::Period::years), Some(5));
    }

    #[test]
    fn the_period_may_be_left_out() {
        let xml = renew("<r:name>a.test</r:name><r:curExpDate> 2026-04-03Z </r:curExpDate>");
        let renew = read(&xml, parse).expect("the command is good");
        assert_eq!((renew.name.as_str(), renew.period), ("a.test", None));
    }

    #[test]
    fn all_bad_values_are_told_together() {
        let xml = renew(
            "<r:name>.</r:name><r:curExpDate>2026-02-30</r:curExpDate><r:period unit='m'>13</r:period>",
        );
        assert_eq!(
            outcomes(&xml, parse),
            [Outcome::DomainNameMalformed, Outcome::DateMalformed, Outcome::PeriodNotInYears]
        );
    }

    #[test]
    fn what_breaks_the_schema_is_refused() {
        for (inside, outcome) in [
            ("<r:name>a.test</r:name>", Outcome::ElementMissing),
            ("<r:curExpDate>2026-04-03</r:curExpDate><r:name>a.test</r:name>", Outcome::ElementUnexpected),
            (
                "<r:name>a.test</r:name><r:period unit='y'>1</r:period><r:curExpDate>2026-04-03</r:curExpDate>",
                Outcome::ElementUnexpected,
            ),
        ] {
            assert_eq!(outcomes(&renew(inside), parse), [outcome], "{inside}");
        }
    }

    #[test]
    fn the_answer() {
        let renewed = Renewed {
            name: DomainName::parse("a.test").expect("it is a name"),
            expires_at: Instant::from_millis(1_767_225_600_000),
        };
        assert_eq!(
            written(|xml| render(&renewed, xml)),
            "<domain:renData xmlns:domain=\"urn:ietf:params:xml:ns:domain-1.0\"><domain:name>a.test</domain:name>\
             <domain:exDate>2026-01-01T00:00:00.000Z</domain:exDate></domain:renData>"
        );
    }
}
