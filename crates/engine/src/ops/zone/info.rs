use std::sync::Arc;

use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Glance, Glancing, Operation, Refusals,
    model::DomainName,
    ops::{domain::PriceTag, zones},
    policy::Zone,
};

/// Tells what a zone allows, and what names that are no premium ones cost the actor there.
///
/// Changes, bills and notifies nothing. Checks: whether there is such a zone.
#[derive(Clone, Debug)]
pub struct Info {
    /// The zone.
    pub name: DomainName,
}

/// What is offered in a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it allows.
    pub zone: Arc<Zone>,
    /// What things cost, for a year.
    pub prices: PriceTag,
}

impl Offer {
    /// The offer of a zone to the actor.
    pub(super) fn of(cx: &Glancing<'_>, zone: &Arc<Zone>) -> Self {
        Self { zone: zone.clone(), prices: PriceTag::of_zone(&cx.actor.account, zone) }
    }
}

impl Operation for Info {
    type Answer = Offer;
    const NAME: Name = Name::ZoneInfo;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ZoneFound, Outcome::ZoneUnknown];

    fn object(&self) -> &str {
        self.name.as_str()
    }
}

impl Glance for Info {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<Offer>, Refusals> {
        let zone = zones::named(cx.policies, &self.name)?;
        Ok(Done::new(Outcome::ZoneFound, Offer::of(cx, zone)))
    }
}
