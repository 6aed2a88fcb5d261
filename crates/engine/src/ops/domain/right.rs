use outcomes::{Field, Operation as Name, Outcome};

use super::{name_rules, registrant_rules};
use crate::{
    Done, Failure, Operation, Query, Reading, Refusal,
    model::{Details, DomainName, Email, Handle},
};

/// Asks whose right a name is, in zones where the holder of the same label elsewhere has it, and whether that is who would
/// like to register it.
///
/// Changes, bills and notifies nothing. Checks, in this order: the zone, whether the claimant exists.
#[derive(Clone, Debug)]
pub struct Right {
    /// The name.
    pub name: DomainName,
    /// Who would like to register it, if that is said.
    pub claimant: Option<Claimant>,
}

/// Who would like to register a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claimant {
    /// A contact of the actor.
    Contact(Handle),
    /// Somebody by name and e-mail address.
    Person(String, Email),
}

/// A right to a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RightFound {
    /// The name whose holder has it.
    pub of: DomainName,
    /// Whether the claimant is another one.
    pub is_foreign: bool,
}

impl Operation for Right {
    type Answer = Option<RightFound>;
    const NAME: Name = Name::DomainRight;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainsChecked,
        Outcome::ZoneUnknown,
        Outcome::NameNotRegistrable,
        Outcome::DomainContactUnknown,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Right {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Option<RightFound>>, Failure> {
        let zone = name_rules::zone_of(cx.policies, &self.name)?;
        let claimant = self.claimant.as_ref().map(|claimant| claimant.key(cx)).transpose()?;
        let holder = registrant_rules::right_holder(cx, zone, &self.name)?;
        let found = holder.map(|(of, details)| {
            let is_foreign = claimant.is_some_and(|claimant| claimant != details.holder_key());
            RightFound { of, is_foreign }
        });
        Ok(Done::new(Outcome::DomainsChecked, found))
    }
}

impl Claimant {
    /// What tells who it is.
    fn key(&self, cx: &Reading<'_>) -> Result<(String, String), Failure> {
        match self {
            Self::Person(name, email) => Ok(Details::key_of(name, email)),
            Self::Contact(handle) => {
                let own = cx.store.contact(handle)?.filter(|contact| contact.sponsor == cx.actor.id());
                let unknown =
                    || Refusal::new(Outcome::DomainContactUnknown).at(Field::Registrant).value(handle);
                Ok(own.ok_or_else(unknown)?.details.holder_key())
            }
        }
    }
}
