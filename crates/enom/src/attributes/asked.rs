//! What a zone asks for, as data.

use engine::model::{IdentityKind, RegistrantType};
use engine::policy::Zone;

use super::{COMPANY_NUMBER, IDENTITY, IDENTITY_KIND, LEGAL_TYPE, OPT_OUT, REGISTERED_FOR, of_country};

/// An attribute, as it is told to clients that ask for them.
#[derive(Debug)]
pub(crate) struct Attribute {
    /// The name of its parameter.
    pub(crate) name: String,
    pub(crate) title: &'static str,
    pub(crate) description: &'static str,
    pub(crate) need: Need,
    /// Its values; none where it is free.
    pub(crate) choices: Vec<Choice>,
}

/// When an attribute has to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Never,
    /// It belongs to another attribute, and need not be sent with it.
    MayFollow,
    /// It belongs to another attribute, and has to be sent with it.
    Follows,
}

/// A value of an attribute.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(crate) value: &'static str,
    pub(crate) title: &'static str,
}

impl Need {
    /// The number of it: 0 for what can be left out, 2 for what some values of another attribute ask for.
    pub(crate) const fn number(self) -> &'static str {
        match self {
            Self::Never | Self::MayFollow => "0",
            Self::Follows => "2",
        }
    }

    /// Whether it belongs to another attribute.
    pub(crate) const fn is_of_another(self) -> bool {
        !matches!(self, Self::Never)
    }
}

/// What a zone asks for. Nothing has to be sent by itself: a registrant without a type gets that of the zone, or none.
pub(crate) fn asked(zone: &Zone) -> Vec<Attribute> {
    let mut asked = if zone.tells_types() { of_types() } else { Vec::new() };
    if !zone.contact.identities.is_empty() {
        asked.extend(of_identities(zone));
    }
    asked
}

fn of_types() -> Vec<Attribute> {
    let attribute = |name: &str, title, description, need, choices: &[Choice]| Attribute {
        name: name.to_owned(),
        title,
        description,
        need,
        choices: choices.to_vec(),
    };
    let types: Vec<Choice> = TYPES.iter().map(|(kind, title)| Choice { value: kind.code(), title }).collect();
    vec![
        attribute(LEGAL_TYPE, "Legal type", "Legal type of the registrant", Need::Never, &types),
        attribute(
            COMPANY_NUMBER,
            "Company number",
            "Number of the registrant in a register of companies or charities",
            Need::MayFollow,
            &[],
        ),
        attribute(
            REGISTERED_FOR,
            "Registered for",
            "Name of the company or person that the domain is registered for",
            Need::Never,
            &[],
        ),
        attribute(
            OPT_OUT,
            "WHOIS opt-out",
            "Whether the registrant's address is left out of the WHOIS",
            Need::Never,
            &OPT_OUTS,
        ),
    ]
}

fn of_identities(zone: &Zone) -> [Attribute; 2] {
    let title = |kind| IDENTITIES.iter().find(|(known, _)| *known == kind).map_or("", |(_, title)| title);
    let kinds = zone.contact.identities.iter();
    [
        Attribute {
            name: of_country(zone, IDENTITY_KIND),
            title: "Kind of identification",
            description: "What the registrant is identified by",
            need: Need::Never,
            choices: kinds.map(|kind| Choice { value: kind.name(), title: title(*kind) }).collect(),
        },
        Attribute {
            name: of_country(zone, IDENTITY),
            title: "Identification",
            description: "The number or date itself",
            need: Need::Follows,
            choices: Vec::new(),
        },
    ]
}

const OPT_OUTS: [Choice; 2] = [
    Choice { value: "n", title: "The address is published" },
    Choice { value: "y", title: "The address is not published" },
];

/// The types that a client can name.
const TYPES: [(RegistrantType, &str); 16] = [
    (RegistrantType::Ind, "UK individual"),
    (RegistrantType::Ltd, "UK limited company"),
    (RegistrantType::Plc, "UK public limited company"),
    (RegistrantType::Ptnr, "UK partnership"),
    (RegistrantType::Llp, "UK limited liability partnership"),
    (RegistrantType::Stra, "UK sole trader"),
    (RegistrantType::Ip, "UK industrial or provident registered company"),
    (RegistrantType::Rchar, "UK registered charity"),
    (RegistrantType::Sch, "UK school"),
    (RegistrantType::Gov, "UK government body"),
    (RegistrantType::Crc, "UK corporation by Royal Charter"),
    (RegistrantType::Stat, "UK statutory body"),
    (RegistrantType::Other, "UK entity of another kind"),
    (RegistrantType::Find, "Individual outside the UK"),
    (RegistrantType::Fcorp, "Corporation outside the UK"),
    (RegistrantType::Fother, "Entity of another kind outside the UK"),
];

/// The kinds of proof of identity.
const IDENTITIES: [(IdentityKind, &str); 7] = [
    (IdentityKind::Ico, "Number of a company"),
    (IdentityKind::Card, "Number of an identity card"),
    (IdentityKind::Birthday, "Date of birth"),
    (IdentityKind::Passport, "Number of a passport"),
    (IdentityKind::Mpsv, "Number at the ministry of social affairs"),
    (IdentityKind::Person, "Date of birth of a person"),
    (IdentityKind::Corporation, "Number of a corporation"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn names(policy: &str) -> Vec<String> {
        let zone = Zone::parse(policy).unwrap();
        asked(&zone).into_iter().map(|attribute| attribute.name).collect()
    }

    #[test]
    fn what_is_asked_for_follows_from_the_policy() {
        assert!(names("name = \"com\"").is_empty());
        let uk = [LEGAL_TYPE, COMPANY_NUMBER, REGISTERED_FOR, OPT_OUT];
        assert_eq!(names("name = \"ltd.uk\"\nregistrant_type = \"LTD\""), uk);
        let cz = names("name = \"co.cz\"\n[contact]\nidentities = [\"ico\"]");
        assert_eq!(cz, ["cz_registrantidtype", "cz_registrantid"]);
    }

    #[test]
    fn all_types_but_the_unknown_and_all_kinds_can_be_named() {
        let can_be_named = |kind: &&RegistrantType| TYPES.iter().any(|(known, _)| known == *kind);
        let others: Vec<_> = RegistrantType::ALL.iter().filter(|kind| !can_be_named(kind)).collect();
        assert_eq!(others, [&RegistrantType::Unknown]);
        assert!(IdentityKind::ALL.iter().all(|kind| IDENTITIES.iter().any(|(known, _)| known == kind)));
    }
}
