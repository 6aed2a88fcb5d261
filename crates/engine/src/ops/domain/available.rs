use outcomes::{Field, Operation as Name, Outcome};

use super::{check::count_checks, name_rules};
use crate::{Done, Failure, Glancing, Operation, Query, Reading, Refusal, Refusals, model::DomainName};

/// Asks whether the actor can register a name, and why not. Unlike [`super::Check`], which answers from the index of names
/// alone, it looks into the store for the reason.
///
/// Changes, bills and notifies nothing. Checks, in this order: whether the actor may check more names today; the
/// zone; whether the name is the actor's, deleted and not yet free, or another's; the label.
#[derive(Clone, Debug)]
pub struct Available {
    /// The name.
    pub name: DomainName,
}

impl Operation for Available {
    type Answer = ();
    const NAME: Name = Name::DomainAvailable;
    const OUTCOMES: &'static [Outcome] = &[
        Outcome::DomainAvailable,
        Outcome::UsageExceeded,
        Outcome::ZoneUnknown,
        Outcome::NameNotRegistrable,
        Outcome::DomainOrdered,
        Outcome::DomainInQuarantine,
        Outcome::DomainTaken,
        Outcome::LabelSingle,
        Outcome::LabelLengthRefused,
        Outcome::NameTooLong,
        Outcome::NameWithheld,
        Outcome::NameBlocked,
        Outcome::NameReserved,
        Outcome::NameKept,
        Outcome::IdnNotOffered,
        Outcome::IdnTableMismatch,
    ];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Query for Available {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let zone = name_rules::zone_of(cx.policies, &self.name).ok();
        Ok(count_checks(zone.map(AsRef::as_ref).into_iter(), cx)?)
    }

    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<()>, Failure> {
        let zone = name_rules::zone_of(cx.policies, &self.name)?;
        if let Some(domain) = cx.store.domain(&self.name)? {
            let why = match () {
                () if domain.redemption.is_some() => Outcome::DomainInQuarantine,
                () if domain.sponsor == cx.actor.id() => Outcome::DomainOrdered,
                () => Outcome::DomainTaken,
            };
            return Err(Refusal::new(why).at(Field::DomainName).value(&self.name).into());
        }
        name_rules::check_label(zone, &self.name)?;
        Ok(Done::new(Outcome::DomainAvailable, ()))
    }
}
