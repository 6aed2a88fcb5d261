use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Findings, Operation, Refusal, Writing,
    model::{Assortment, DomainName},
};

/// Takes zones out of what the actor has said it sells. With the last one its lists show all zones again.
///
/// Changes: the assortment. Bills and notifies nothing. Checks whether the actor has said of each that it sells it.
#[derive(Clone, Debug)]
pub struct Remove {
    /// Which.
    pub zones: Vec<DomainName>,
}

impl Operation for Remove {
    type Answer = ();
    const NAME: Name = Name::AssortmentRemove;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AssortmentSet, Outcome::ZoneNotSold];
}

impl Command for Remove {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let Assortment { mut zones } = cx.store.assortment(cx.actor.id())?;
        let mut findings = Findings::new();
        for zone in self.zones.iter().filter(|zone| !zones.contains(zone)) {
            findings.add(Refusal::new(Outcome::ZoneNotSold).at(Field::Zone).value(zone));
        }
        findings.end()?;
        zones.retain(|zone| !self.zones.contains(zone));
        cx.store.put_assortment(cx.actor.id(), &Assortment { zones })?;
        Ok(Done::new(Outcome::AssortmentSet, ()))
    }
}
