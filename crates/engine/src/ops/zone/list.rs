use outcomes::{Operation as Name, Outcome};

use super::Offer;
use crate::{
    Done, Glance, Glancing, Operation, Refusals,
    model::{NamePattern, Page, Window},
};

/// Shows the zones that are offered through a window, by name, with what names cost the actor there.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct List {
    /// Which names.
    pub pattern: NamePattern,
    /// Which part of the list.
    pub window: Window,
}

impl Operation for List {
    type Answer = Page<Offer>;
    const NAME: Name = Name::ZoneList;
    const OUTCOMES: &'static [Outcome] = &[Outcome::ZonesListed];
}

impl Glance for List {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        let fitting = cx.policies.zones().filter(|zone| self.pattern.fits(zone.name.as_str()));
        let page = Page::of(fitting.collect(), self.window);
        Ok(Done::new(Outcome::ZonesListed, page.map(|zone| Offer::of(cx, zone))))
    }
}
