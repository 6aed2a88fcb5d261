use std::hash::{Hash, Hasher};

use outcomes::{Operation as Name, Outcome};

use super::{ListState, list::state_of};
use crate::{
    Done, Failure, Fault, Operation, Query, Reading,
    clids::Clids,
    listing::Listing,
    model::{
        AccountId, Clid, Domain, DomainId, DomainLinks, DomainName, Instant, NamePattern, Page, Tag, Window,
    },
    ports::store::{DomainFilter, DomainKey, DomainOrder, Slice, Snapshot},
};

/// Shows the domains that the actor sponsors through a window, in the order it likes.
///
/// Changes, bills and notifies nothing. Checks nothing.
#[derive(Clone, Debug)]
pub struct Portfolio {
    /// Which of them.
    pub filter: PortfolioFilter,
    /// In which order.
    pub order: PortfolioOrder,
    /// Which part of the list.
    pub window: Window,
    /// Whether contacts and name servers are wanted as well.
    pub wide: bool,
}

/// Which domains are listed: those of which all is true that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PortfolioFilter {
    /// Their names fit.
    pub pattern: NamePattern,
    /// They lie in a zone.
    pub zone: Option<DomainName>,
    /// They stand so. None of the actor's own is arriving.
    pub state: Option<ListState>,
    /// They expire at this moment or later.
    pub expires_from: Option<Instant>,
    /// They expire before this moment.
    pub expires_before: Option<Instant>,
    /// They are labelled so.
    pub tag: Option<Tag>,
}

impl PortfolioFilter {
    /// All domains.
    pub fn all() -> Self {
        let pattern = NamePattern::any();
        Self { pattern, zone: None, state: None, expires_from: None, expires_before: None, tag: None }
    }
}

/// The order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PortfolioOrder {
    /// What it is sorted by.
    pub by: DomainOrder,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// A domain in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PortfolioRow {
    /// The domain.
    pub domain: Domain,
    /// How it stands.
    pub state: ListState,
    /// Who created it.
    pub creator: Clid,
    /// Who changed it last.
    pub updater: Option<Clid>,
    /// Its contacts and host objects; empty unless they were wanted.
    pub links: DomainLinks,
}

impl Operation for Portfolio {
    type Answer = Page<PortfolioRow>;
    const NAME: Name = Name::DomainPortfolio;
    const OUTCOMES: &'static [Outcome] = &[Outcome::DomainsListed];
}

impl Query for Portfolio {
    fn run(&self, cx: &mut Reading<'_>) -> Result<Done<Self::Answer>, Failure> {
        let list =
            Owned { owner: cx.actor.id(), filter: self.filter.clone(), order: self.order, now: cx.now };
        let page = cx.page(&list, self.window)?;
        let mut links = self.links(cx, &page)?;
        let mut clids = Clids::default();
        let rows = page.try_map(|domain| row(cx, domain, &mut clids, &mut links))?;
        Ok(Done::new(Outcome::DomainsListed, rows))
    }
}

impl Portfolio {
    fn links(&self, cx: &Reading<'_>, page: &Page<Domain>) -> Result<Vec<(DomainId, DomainLinks)>, Fault> {
        if !self.wide {
            return Ok(Vec::new());
        }
        let ids: Vec<_> = page.rows.iter().map(|domain| domain.id).collect();
        let mut links = cx.store.links_of(&ids)?;
        links.sort_unstable_by_key(|(id, _)| *id);
        Ok(links)
    }
}

fn row(
    cx: &Reading<'_>,
    domain: Domain,
    clids: &mut Clids,
    links: &mut [(DomainId, DomainLinks)],
) -> Result<PortfolioRow, Fault> {
    let found = links.binary_search_by_key(&domain.id, |(id, _)| *id).ok();
    Ok(PortfolioRow {
        state: state_of(cx, &domain)?,
        creator: clids.of(cx, domain.creator)?,
        updater: domain.updater.map(|updater| clids.of(cx, updater)).transpose()?,
        links: found.map(|place| std::mem::take(&mut links[place].1)).unwrap_or_default(),
        domain,
    })
}

/// The domains of an account.
struct Owned {
    owner: AccountId,
    filter: PortfolioFilter,
    order: PortfolioOrder,
    /// When it is read. Two lists that differ in nothing else are one list, seen twice.
    now: Instant,
}

impl Hash for Owned {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        (self.owner, &self.filter, self.order).hash(hasher);
    }
}

impl Owned {
    fn filter(&self) -> DomainFilter<'_> {
        let PortfolioFilter { pattern, zone, state, expires_from, expires_before, tag } = &self.filter;
        let mut filter = DomainFilter {
            owner: self.owner,
            pattern,
            zone: zone.as_ref(),
            expires_from: expires_from.unwrap_or(Instant::from_millis(i64::MIN)),
            expires_before: expires_before.unwrap_or(Instant::from_millis(i64::MAX)),
            is_deleted: None,
            is_held: None,
            tag: tag.as_ref(),
        };
        if let Some(state) = state {
            filter.narrow(*state, self.now);
        }
        filter
    }
}

impl DomainFilter<'_> {
    fn narrow(&mut self, state: ListState, now: Instant) {
        self.is_deleted = Some(state == ListState::Deleted);
        match state {
            ListState::Active | ListState::Held => {
                self.is_held = Some(state == ListState::Held);
                self.expires_from = self.expires_from.max(now.plus_millis(1));
            }
            ListState::Expired => self.expires_before = self.expires_before.min(now.plus_millis(1)),
            ListState::Deleted => {}
            ListState::Arriving => self.expires_before = self.expires_from,
        }
    }
}

impl Listing for Owned {
    type Row = Domain;
    type Key = DomainKey;

    fn key(row: &Domain) -> DomainKey {
        DomainKey::of(row)
    }

    fn slice(&self, store: &dyn Snapshot, slice: &Slice<DomainKey>) -> Result<Vec<Domain>, Fault> {
        store.owned_domains(&self.filter(), (self.order.by, self.order.descending), slice)
    }

    fn count(&self, store: &dyn Snapshot) -> Result<u64, Fault> {
        store.count_owned_domains(&self.filter())
    }
}
