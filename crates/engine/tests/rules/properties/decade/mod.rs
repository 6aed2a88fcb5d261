//! Ten years of a thousand names, with clients that do anything at any time.

mod chance;
mod clients;
mod dump;
mod stock;

use std::{
    collections::{BTreeMap, BTreeSet, hash_map::DefaultHasher},
    hash::{Hash, Hasher},
    sync::mpsc,
};

use engine::model::{Domain, DomainName, Instant, ObjectId};
use store::Options;

use self::{chance::Chance, clients::Order};
use crate::fixture::{World, name, read, request};

/// Two runs from one seed differ in nothing, and in neither is anything ever as it must not be.
#[test]
fn ten_years_of_a_thousand_names() {
    let second = std::thread::spawn(|| Decade::new(SEED).live());
    let first = Decade::new(SEED).live();
    first.assert_full();
    let second = second.join().unwrap();
    assert_eq!(first.tally, second.tally, "two runs of seed {SEED:#x} differ");
    let differ: Vec<_> = first.dump.iter().zip(&second.dump).filter(|(one, other)| one != other).collect();
    assert!(
        differ.is_empty(),
        "two runs of seed {SEED:#x} differ in {} lines: {:#?}",
        differ.len(),
        differ.first()
    );
    assert_eq!((first.digest, first.dump.len()), (second.digest, second.dump.len()));
}

const SEED: u64 = 0x1dea_5eed;
const NAMES: usize = 1_000;
const MONTHS: usize = 120;
/// So many times a month clients do something.
const BUSY_MOMENTS: usize = 3;
/// So many names are dealt with at such a moment, each once, so that nothing depends on what ends first.
const BUSY_NAMES: usize = 32;
/// Automatic renewal and every grace period; explicit renewal with every bound; patience; no redemption; two currencies.
const ZONES: [&str; 5] = ["test", "slow.test", "patient.test", "attr.test", "free.test"];
/// How far a balance may fall below zero.
const LIMIT: u32 = 5_000;

/// A world, whoever acts in it, and what came of it. Its store puts no two commands into one commit: a group that is
/// run again, because one of it was refused late, takes new ids, and which commands meet in a group is chance of another
/// kind.
struct Decade {
    world: World,
    chance: Chance,
    names: Vec<DomainName>,
    /// Names with something pending: somebody will look after them soon.
    pending: Vec<usize>,
    /// Every domain there ever was.
    ids: BTreeSet<ObjectId>,
    tally: BTreeMap<String, usize>,
    digest: DefaultHasher,
}

/// What a run came to.
struct Lived {
    /// How often each outcome was answered and each deed done.
    tally: BTreeMap<String, usize>,
    /// All that was answered and done, in order.
    digest: u64,
    /// All that stands in the store at the end.
    dump: Vec<String>,
}

impl Decade {
    fn new(seed: u64) -> Self {
        let names = (0..NAMES).map(|place| name(&format!("n{place}.{}", ZONES[place % ZONES.len()])));
        Self {
            names: names.collect(),
            world: World::over(Options { group: 1, ..Options::default() }, 300_000, LIMIT),
            chance: Chance(seed),
            pending: Vec::new(),
            ids: BTreeSet::new(),
            tally: BTreeMap::new(),
            digest: DefaultHasher::new(),
        }
    }

    fn live(mut self) -> Lived {
        for _ in 0..MONTHS {
            let start = self.world.now();
            let mut moments: Vec<_> = (0..BUSY_MOMENTS).map(|_| self.chance.below(MONTH)).collect();
            moments.sort_unstable();
            for moment in moments {
                self.advance_to(start.plus_millis(moment.cast_signed()));
                self.be_busy();
            }
            self.advance_to(start.plus_millis(MONTH.cast_signed()));
            self.take_stock();
        }
        let dump = dump::of(&self.world, self.names, self.ids);
        Lived { tally: self.tally, digest: self.digest.finish(), dump }
    }

    fn advance_to(&mut self, moment: Instant) {
        for fired in self.world.advance_to(moment) {
            (fired.at, fired.object).hash(&mut self.digest);
            self.note(format!("{:?} by the server", fired.deed));
        }
    }

    /// Clients deal with names, then with their accounts.
    fn be_busy(&mut self) {
        let places = self.choose_names();
        let domains = self.look_at(&places);
        let orders: Vec<_> =
            places.iter().zip(domains).filter_map(|(place, domain)| self.order(*place, domain)).collect();
        self.send(orders);
        for who in 0..3 {
            let orders = self.keep_account(who);
            self.send(orders);
        }
    }

    /// Those with something pending first.
    fn choose_names(&mut self) -> Vec<usize> {
        let mut places = std::mem::take(&mut self.pending);
        while places.len() < BUSY_NAMES {
            places.push(self.chance.index(NAMES));
        }
        let mut met = BTreeSet::new();
        places.retain(|place| met.insert(*place));
        self.pending = places.split_off(places.len().min(BUSY_NAMES));
        places
    }

    fn look_at(&mut self, places: &[usize]) -> Vec<Option<Domain>> {
        let names: Vec<_> = places.iter().map(|place| self.names[*place].clone()).collect();
        let domains: Vec<Option<Domain>> =
            read(&self.world.engine, move |store| names.iter().map(|name| store.domain(name)).collect());
        self.ids.extend(domains.iter().flatten().map(|domain| ObjectId::from(domain.id)));
        domains
    }

    /// All at once, which is faster than to wait for each. Ids of requests are taken before, so that they come in one
    /// order.
    fn send(&mut self, orders: Vec<Order>) {
        let (reply, ends) = mpsc::channel();
        let world = &self.world;
        let requests: Vec<_> =
            orders.iter().map(|order| request(&world.engine, world.accounts()[order.who])).collect();
        for (turn, (order, request)) in orders.into_iter().zip(requests).enumerate() {
            let reply = reply.clone();
            let tell = move |outcome| reply.send((turn, outcome)).unwrap();
            (order.send)(&world.engine, request, Box::new(tell));
        }
        drop(reply);
        let outcomes: BTreeMap<usize, String> = ends.iter().collect();
        outcomes.into_values().for_each(|outcome| self.note(outcome));
    }

    fn note(&mut self, what: String) {
        what.hash(&mut self.digest);
        *self.tally.entry(what).or_default() += 1;
    }
}

impl Lived {
    /// A run in which little happened would prove little.
    fn assert_full(&self) {
        let often = |what: &&&str| self.tally.get(**what).is_some_and(|count| *count >= 3);
        let missing: Vec<_> = FULL.iter().filter(|what| !often(what)).collect();
        assert!(missing.is_empty(), "too little of {missing:?} in {:#?}", self.tally);
    }
}

/// What has to happen several times at least.
const FULL: &[&str] = &[
    "DomainCreated",
    "DomainRenewed",
    "DomainDeleted",
    "DomainDeletePending",
    "DomainRestored",
    "DomainRestoreRequested",
    "DomainRenewalSet",
    "DomainUpdated",
    "TransferRequested",
    "TransferCompleted",
    "TransferApproved",
    "TransferRejected",
    "TransferCancelled",
    "MessageAcknowledged",
    "CreditInsufficient",
    "NotSponsor",
    "RenewalTooEarly",
    "TransferTooLate",
    "ExpiryWarned by the server",
    "AutoRenewed by the server",
    "RenewalUnpaid by the server",
    "Expired by the server",
    "Suspended by the server",
    "Lapsed by the server",
    "ReportReminded by the server",
    "ReportOverdue by the server",
    "RedemptionEnded by the server",
    "Dropped by the server",
    "TransferApproved by the server",
    "TransferCancelled by the server",
];
/// Thirty days and ten hours, in milliseconds: 120 of these are ten years.
const MONTH: u64 = (30 * 24 + 10) * 60 * 60 * 1000;
