//! How control of names is to be shown, as parameters.

use std::collections::BTreeMap;

use engine::model::{CertificateName, ControlMethod, Email};
use engine::ops::certificate::ControlChoice;
use engine::{Field, Outcome, Refusal};

use super::request::Said;
use crate::params::Params;

/// Reads all that is said; `None`: nothing is. What has the number of a name in the request is about that name. What has the
/// number 0, or none, is about every name that has nothing of its own.
pub(super) fn read(params: &mut Params, said: &Said) -> Option<Vec<ControlChoice>> {
    let mut methods: BTreeMap<u32, String> = params.numbered("AUTHMETHOD").into_iter().collect();
    methods.extend(params.numbered("VALIDATION"));
    let mut approvers: BTreeMap<u32, String> = said.email.iter().map(|email| (0, email.clone())).collect();
    for name in APPROVERS {
        approvers.extend(params.numbered(name));
    }
    methods.retain(|_, text| !text.is_empty());
    approvers.retain(|_, text| !text.is_empty());
    let mut numbers: Vec<u32> = methods.keys().chain(approvers.keys()).copied().collect();
    numbers.sort_unstable();
    numbers.dedup();
    let choice = |number: u32| -> Result<ControlChoice, Refusal> {
        let word = methods.get(&number).or_else(|| methods.get(&0));
        let approver = approvers.get(&number).map(|text| Email::parse(text)).transpose()?;
        let method = word.map_or(Ok(ControlMethod::Email), |text| method(text))?;
        Ok(ControlChoice { name: name(number, &said.names)?, method, approver })
    };
    let choices: Vec<_> =
        numbers.into_iter().filter_map(|number| params.take(Field::Approver, choice(number))).collect();
    (!choices.is_empty()).then_some(choices)
}

/// How control is shown of what is submitted at once, by e-mail unless something else is said.
pub(super) fn submitted(params: &mut Params, said: &Said) -> Vec<ControlChoice> {
    let by_mail = ControlChoice { name: None, method: ControlMethod::Email, approver: None };
    read(params, said).unwrap_or_else(|| vec![by_mail])
}

fn name(number: u32, names: &[(u32, String)]) -> Result<Option<CertificateName>, Refusal> {
    if number == 0 {
        return Ok(None);
    }
    let missing =
        || Refusal::new(Outcome::ParameterMissing).fact("parameter", format_args!("domain{number}"));
    let (_, text) = names.iter().find(|(other, _)| *other == number).ok_or_else(missing)?;
    CertificateName::parse(text).map(Some)
}

fn method(text: &str) -> Result<ControlMethod, Refusal> {
    let found = METHODS.iter().find(|(_, word)| word.eq_ignore_ascii_case(text));
    let unknown = || {
        let words = METHODS.map(|(_, word)| word).join(", ");
        Refusal::new(Outcome::ChoiceUnknown).at(Field::ControlMethod).value(text).fact("choices", words)
    };
    found.map(|(method, _)| *method).ok_or_else(|| unknown().fact("parameter", "authmethod"))
}

/// The methods in the words of either service; those of HEXONET stand last.
const METHODS: [(ControlMethod, &str); 5] = [
    (ControlMethod::Email, "EMAIL"),
    (ControlMethod::Dns, "DNS"),
    (ControlMethod::File, "FILE"),
    (ControlMethod::Dns, "DNSZONE"),
    (ControlMethod::File, "URL"),
];

/// What the address of who approves is called, by command and service.
const APPROVERS: [&str; 3] = ["APPROVEREMAIL", "REISSUEEMAIL", "VALIDATIONEMAIL"];
