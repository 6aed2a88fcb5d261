//! An engine with a fetcher, and requests made by hand.

use std::sync::atomic::{AtomicI64, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use engine::keys::AuthInfoKey;
use engine::model::{
    Clid, Currency, DnsRecord, DnsZone, DnsZoneId, DomainName, Instant, PrimaryAddress, Serial,
};
use engine::ops::account::Open;
use engine::ops::dns_zone::{Add, NewDnsZone, SoaChange};
use engine::ops::due::Run;
use engine::policy::{HouseRules, Policies, Zone};
use engine::ports::store::{QueryJob, Result as StoreResult, Snapshot};
use engine::ports::{Ask, AxfrAnswer, AxfrFailed, AxfrRequest, AxfrSource, Clock, Entropy, Faults, Port};
use engine::protection::{OwnNetwork, OwnZones};
use engine::{Actor, Command, Engine, Fault, FaultKind, Parts, Request};
use store::{Options, Sqlite};
use xfr::{Fetcher, Limits, Reach, Settings, TcpPrimaries};

use crate::primary::Primary;

/// Bytes that repeat from run to run.
#[derive(Default)]
struct Counting(AtomicU8);

impl Entropy for Counting {
    fn fill(&self, buffer: &mut [u8]) {
        buffer.fill_with(|| self.0.fetch_add(1, Ordering::SeqCst));
    }
}

pub(crate) fn primaries_with(reach: Reach, limits: Limits) -> TcpPrimaries {
    TcpPrimaries::new(reach, limits, Arc::new(Counting::default()))
}

pub(crate) fn primaries() -> TcpPrimaries {
    primaries_with(Reach::Anywhere, Limits::default())
}

/// Asks for everything.
pub(crate) fn request(primary: &Primary) -> AxfrRequest {
    AxfrRequest {
        zone: DnsZoneId(1),
        name: DomainName::parse("shop.test").unwrap(),
        owner: Clid::parse("ALPHA").unwrap(),
        primary: PrimaryAddress::parse(&primary.address.to_string()).unwrap(),
        serial: None,
    }
}

/// Asks for what is later than a version.
pub(crate) fn wanting(primary: &Primary, serial: Serial) -> AxfrRequest {
    AxfrRequest { serial: Some(serial), ..request(primary) }
}

pub(crate) fn fetch(primary: &Primary) -> Result<AxfrAnswer, AxfrFailed> {
    primaries().fetch(&request(primary))
}

/// A clock that is set by hand, and a port that can be broken.
struct Around {
    now: AtomicI64,
    is_broken: Mutex<bool>,
}

impl Clock for Around {
    fn now(&self) -> Instant {
        Instant::from_millis(self.now.load(Ordering::SeqCst))
    }
}

impl Faults for Around {
    fn strike(&self, port: Port, ask: &Ask<'_>) -> Option<Fault> {
        let is_ours =
            port == Port::Primaries && ask.operation.name() == "dns_axfr" && ask.object == "shop.test";
        let broken = is_ours && *self.is_broken.lock().unwrap();
        broken.then(|| Fault::new(FaultKind::Unavailable(port), "ordered"))
    }
}

struct Office {
    engine: Engine,
    around: Arc<Around>,
    fetcher: Fetcher,
    alpha: Actor,
}

impl Office {
    fn new() -> Self {
        let start = Instant::parse("2027-03-01T12:00:00Z").unwrap();
        let around = Arc::new(Around { now: AtomicI64::new(start.millis()), is_broken: Mutex::new(false) });
        let zone = Zone::parse("name = \"test\"").unwrap();
        let engine = Engine::new(Parts {
            store: Arc::new(Sqlite::in_memory(Options::default()).unwrap()),
            clock: around.clone(),
            entropy: Arc::new(Counting::default()),
            faults: around.clone(),
            network: Arc::new(OwnNetwork),
            dns: Arc::new(OwnZones),
            signatures: Arc::new(csr::RingSignatures),
            policies: Policies::new([zone], HouseRules::default()),
            authinfo_key: AuthInfoKey::new([7; 32]),
            mails: true,
            last_id: 0,
        });
        let fetcher = Fetcher::start(engine.clone(), Arc::new(primaries()), Settings::default()).unwrap();
        let clid = Clid::parse("ALPHA").unwrap();
        let open = Open { clid, name: "Alpha".to_owned(), currency: Currency::Usd, credit_limit: 0 };
        let id = done(&engine, &Actor::nobody(), open);
        let account = look(&engine, move |store| store.account(id)).unwrap();
        Self { alpha: Actor::new(account), engine, around, fetcher }
    }

    fn add(&self, primary: &Primary) {
        let name = DomainName::parse("shop.test").unwrap();
        let primary = PrimaryAddress::parse(&primary.address.to_string()).unwrap();
        let add = Add {
            name,
            kind: NewDnsZone::Secondary(primary),
            name_servers: Vec::new(),
            soa: SoaChange::default(),
            rows: Vec::new(),
        };
        done(&self.engine, &self.alpha, add);
    }

    /// Lets seconds pass and has done what is due then.
    fn pass(&self, seconds: i64) {
        self.around.now.fetch_add(seconds * 1_000, Ordering::SeqCst);
        let run = Run { until: self.engine.now(), most: 100 };
        self.fetcher.take(done(&self.engine, &Actor::server(), run).axfrs);
        assert!(self.fetcher.settle(Duration::from_secs(30)));
    }

    fn zone(&self) -> (DnsZone, Vec<DnsRecord>) {
        look(&self.engine, |store| {
            let zone = store.dns_zone(&DomainName::parse("shop.test").unwrap())?.unwrap();
            let records = store.dns_records(zone.id)?;
            Ok((zone, records))
        })
    }
}

fn done<C: Command>(engine: &Engine, actor: &Actor, command: C) -> C::Answer {
    let (reply, end) = mpsc::channel();
    let request = Request::new(actor.clone(), engine.new_operation());
    engine.command(request, command, move |end| reply.send(end).unwrap());
    end.recv().unwrap().unwrap().answer
}

fn look<T: Send + 'static>(
    engine: &Engine,
    look: impl FnOnce(&dyn Snapshot) -> StoreResult<T> + Send + 'static,
) -> T {
    struct Look<F, T>(F, mpsc::Sender<T>);
    impl<T: Send, F: FnOnce(&dyn Snapshot) -> StoreResult<T> + Send> QueryJob for Look<F, T> {
        fn run(self: Box<Self>, snapshot: StoreResult<&dyn Snapshot>) {
            self.1.send(snapshot.and_then(self.0).unwrap()).unwrap();
        }
    }
    let (answer, answered) = mpsc::channel();
    engine.store().query(Box::new(Look(look, answer)));
    answered.recv().unwrap()
}

#[test]
fn a_secondary_zone_is_fetched_and_kept_up_to_date() {
    let (office, primary) = (Office::new(), Primary::with_zone("shop.test", 7, 10));
    office.add(&primary);
    office.pass(0);
    let (zone, records) = office.zone();
    assert_eq!((zone.serial, zone.rows, records.len()), (Serial(7), 15, 15));
    assert_eq!((zone.soa.mname.as_str(), zone.soa.refresh), ("ns1.example", 7_200));
    assert!(zone.is_answered_for());
    assert_eq!(primary.heard(), [0, 1]);
    office.pass(7_199);
    assert_eq!(primary.heard(), [0, 1], "not before its time");
    office.pass(1);
    assert_eq!(primary.heard(), [1, 1], "only the version was asked for");
    assert_eq!(office.zone().1, records);
}

#[test]
fn trouble_on_the_way_is_tried_again() {
    let (office, primary) = (Office::new(), Primary::with_zone("shop.test", 7, 10));
    *office.around.is_broken.lock().unwrap() = true;
    office.add(&primary);
    office.pass(0);
    assert!(!office.zone().0.is_answered_for() && primary.heard() == [0, 0]);
    *office.around.is_broken.lock().unwrap() = false;
    office.pass(1_800);
    assert!(office.zone().0.is_answered_for());
}

#[test]
fn what_waits_at_the_end_is_fetched_after_the_next_start() {
    let (office, primary) = (Office::new(), Primary::with_zone("shop.test", 7, 10));
    office.add(&primary);
    let Office { engine, around, fetcher, alpha } = office;
    let run = Run { until: engine.now(), most: 100 };
    let requests = done(&engine, &Actor::server(), run).axfrs;
    fetcher.close(Duration::from_secs(30));
    assert_eq!(requests.len(), 1);
    let fetcher = Fetcher::start(engine.clone(), Arc::new(primaries()), Settings::default()).unwrap();
    let office = Office { engine, around, fetcher, alpha };
    office.pass(1_800);
    assert!(office.zone().0.is_answered_for());
}
