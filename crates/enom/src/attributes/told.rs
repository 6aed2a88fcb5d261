//! What a request says by extended attributes, and what of it is shown.

use engine::model::{
    CompanyNumber, Details, Identity, IdentityKind, Line, Particulars, Postal, RegistrantType,
};
use engine::policy::Zone;
use engine::{Field, Outcome, Refusal};

use super::{COMPANY_NUMBER, IDENTITY, IDENTITY_KIND, LEGAL_TYPE, OPT_OUT, REGISTERED_FOR, of_country};
use crate::params::{Params, missing};

/// What was told of a registrant beside name and address. What was not told stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Told {
    kind: Option<RegistrantType>,
    company_number: Option<CompanyNumber>,
    holder: Option<Line>,
    opt_out: Option<bool>,
    identity: Option<Identity>,
}

impl Told {
    /// Reads the attributes that a zone asks for. Those of other zones are of no consequence, as all that a command does
    /// not know.
    pub(crate) fn read(params: &mut Params, zone: &Zone) -> Self {
        let mut told = if zone.tells_types() { Self::of_type(params) } else { Self::default() };
        told.identity = identity(params, zone);
        told
    }

    fn of_type(params: &mut Params) -> Self {
        let kind = params
            .read(LEGAL_TYPE, Field::ContactType, |code| RegistrantType::parse(&code.to_ascii_uppercase()));
        Self {
            kind,
            company_number: company_number(params, kind),
            holder: params
                .read(REGISTERED_FOR, Field::ContactOrganisation, |name| Line::parse(name, LONGEST)),
            opt_out: params.flag(OPT_OUT),
            identity: None,
        }
    }

    /// Whether nothing was told.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds it to what else is told of the registrant.
    pub(crate) fn add_to(self, details: &mut Details) {
        let particulars = &mut details.particulars;
        particulars.registrant_type = self.kind.or(particulars.registrant_type);
        particulars.company_number = self.company_number.or_else(|| particulars.company_number.take());
        particulars.identity = self.identity.or_else(|| particulars.identity.take());
        particulars.opt_out = self.opt_out.unwrap_or(particulars.opt_out);
        let is_individual = particulars.registrant_type.is_some_and(RegistrantType::is_individual);
        if let Some(holder) = self.holder {
            details.postal.iter_mut().for_each(|postal| hold(postal, &holder, is_individual));
        }
    }
}

/// The number in a register. Clients send what is none, such as `NA`, of those who have none.
fn company_number(params: &mut Params, kind: Option<RegistrantType>) -> Option<CompanyNumber> {
    let text = params.text(COMPANY_NUMBER)?.trim();
    let number = CompanyNumber::parse(text);
    if kind.is_some_and(|kind| !kind.is_registered()) {
        return number.ok();
    }
    params.take(Field::ContactCompanyNumber, number)
}

fn identity(params: &mut Params, zone: &Zone) -> Option<Identity> {
    if zone.contact.identities.is_empty() {
        return None;
    }
    let kind =
        params.read(&of_country(zone, IDENTITY_KIND), Field::ContactIdentity, |name| kind(name, zone))?;
    let Some(value) = params.text(&of_country(zone, IDENTITY)).map(|text| text.trim().to_owned()) else {
        params.add(missing("registrantid", Field::ContactIdentity));
        return None;
    };
    params.take(Field::ContactIdentity, Identity::parse(kind, &value))
}

/// A kind of proof of identity that the zone takes.
fn kind(name: &str, zone: &Zone) -> Result<IdentityKind, Refusal> {
    let kind = IdentityKind::parse(name)?;
    if zone.contact.identities.contains(&kind) {
        return Ok(kind);
    }
    Err(Refusal::new(Outcome::IdentityTypeRefused).value(name).fact("zone", &zone.name))
}

/// Puts the name of who holds the domain where the registry looks for it: an organisation, or a human being.
fn hold(postal: &mut Postal, holder: &Line, is_individual: bool) {
    if is_individual && postal.name.as_str() != holder.as_str() {
        postal.name = holder.clone().into();
    }
    let is_person = postal.name.as_str() == holder.as_str();
    postal.organisation = (!is_person).then(|| holder.clone());
    *postal = postal.clone().of_fitting_kind();
}

/// The attributes that a zone asks for, with what is known of a registrant.
pub(crate) fn shown(zone: &Zone, details: &Details) -> Vec<(String, String)> {
    let particulars = &details.particulars;
    let mut shown = if zone.tells_types() { of_type(details) } else { Vec::new() };
    if let Some(identity) = particulars.identity.as_ref().filter(|_| !zone.contact.identities.is_empty()) {
        shown.push((of_country(zone, IDENTITY_KIND), identity.kind().name().to_owned()));
        shown.push((of_country(zone, IDENTITY), identity.value().to_owned()));
    }
    shown
}

fn of_type(details: &Details) -> Vec<(String, String)> {
    let Particulars { registrant_type, company_number, opt_out, .. } = &details.particulars;
    let told = [
        (LEGAL_TYPE, registrant_type.map(|kind| kind.code().to_owned())),
        (COMPANY_NUMBER, company_number.as_ref().map(ToString::to_string)),
        (REGISTERED_FOR, Some(details.holder_name().to_owned())),
        (OPT_OUT, Some(if *opt_out { "y" } else { "n" }.to_owned())),
    ];
    told.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// Characters of the name of who holds a domain.
const LONGEST: usize = 60;
