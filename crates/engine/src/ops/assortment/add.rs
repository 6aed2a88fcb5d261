use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Findings, Glancing, Operation, Refusals, Writing, model::DomainName, ops::zones,
};

/// Says that the actor sells zones, beside those of which it has said so. The first time, its lists change from all zones to
/// these.
///
/// Changes: the assortment. Bills and notifies nothing. Checks whether there are such zones.
#[derive(Clone, Debug)]
pub struct Add {
    /// Which.
    pub zones: Vec<DomainName>,
}

impl Operation for Add {
    type Answer = ();
    const NAME: Name = Name::AssortmentAdd;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AssortmentSet, Outcome::ZoneUnknown];
}

impl Command for Add {
    fn precheck(&self, cx: &Glancing<'_>) -> Result<(), Refusals> {
        let mut findings = Findings::new();
        for zone in &self.zones {
            findings.take(Field::Zone, zones::named(cx.policies, zone));
        }
        findings.end()
    }

    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let mut assortment = cx.store.assortment(cx.actor.id())?;
        for zone in &self.zones {
            if !assortment.zones.contains(zone) {
                assortment.zones.push(zone.clone());
            }
        }
        cx.store.put_assortment(cx.actor.id(), &assortment)?;
        Ok(Done::new(Outcome::AssortmentSet, ()))
    }
}
