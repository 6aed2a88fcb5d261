use outcomes::{Operation as Name, Outcome};

use crate::{
    Done, Glance, Glancing, Operation, Refusals,
    model::{DomainName, NamePattern, Page, Period, Window},
    ops::{domain::PriceTag, zones},
};

/// Shows through a window which names of a zone have prices of their own, free or not, with what each costs the actor.
///
/// Changes, bills and notifies nothing. Checks: whether there is such a zone.
#[derive(Clone, Debug)]
pub struct Premiums {
    /// The zone.
    pub zone: DomainName,
    /// Which names.
    pub pattern: NamePattern,
    /// Which part of the list.
    pub window: Window,
}

impl Operation for Premiums {
    type Answer = Page<(String, PriceTag)>;
    const NAME: Name = Name::ZonePremiums;
    const OUTCOMES: &'static [Outcome] = &[Outcome::PricesTold, Outcome::ZoneUnknown];

    fn object(&self) -> &str {
        self.zone.as_str()
    }
}

impl Glance for Premiums {
    fn run(self, cx: &Glancing<'_>) -> Result<Done<Self::Answer>, Refusals> {
        let zone = zones::named(cx.policies, &self.zone)?;
        let names = zone.premium.labels().map(|label| format!("{label}.{}", zone.name));
        let page = Page::of(names.filter(|name| self.pattern.fits(name)).collect(), self.window);
        let page = page.try_map(|name| {
            let name = DomainName::parse(&name)?;
            let prices = PriceTag::of_name(&cx.actor.account, zone, &name, Period::YEAR);
            Ok::<_, crate::Refusal>((name.to_string(), prices))
        })?;
        Ok(Done::new(Outcome::PricesTold, page))
    }
}
