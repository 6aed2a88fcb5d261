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
        let fitting: Vec<_> =
            cx.policies.zones().filter(|zone| self.pattern.fits(zone.name.as_str())).collect();
        let Window { first, limit } = self.window;
        let skipped = usize::try_from(first).unwrap_or(usize::MAX);
        let shown = fitting.iter().skip(skipped).take(limit as usize);
        let rows = shown.map(|zone| Offer::of(cx, zone)).collect();
        Ok(Done::new(Outcome::ZonesListed, Page { rows, first, total: fitting.len() as u64 }))
    }
}
