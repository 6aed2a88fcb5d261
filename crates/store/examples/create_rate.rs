//! How many full creates a second the store takes, beside the yardstick: one row per commit on the same disk.
//!
//! ```sh
//! cargo run --profile release-fast -p store --example create_rate -- [folder] [domains ...]
//! ```
//!
//! A full create is what a registration does: contacts and hosts looked up, domain with three contacts and two
//! hosts, a line of the ledger with the balance, a line of history. Names are drawn at random. Contacts and hosts are
//! drawn from a few, as registrars do it, and then from one for every ten domains, the worst case for the indexes.

#![allow(clippy::disallowed_methods, reason = "a benchmark measures real time")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing better to do")]

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{self, Sender};
use std::time::{Duration, Instant as Moment};

use engine::model::{
    Account, AccountId, AccountState, Book, Clid, Contact, ContactId, Currency, Details, Domain, DomainId,
    DomainName, Email, Entry, EntryId, EntryKind, GracePeriod, Handle, HistoryEntry, Host, HostId, Instant,
    Money, OperationId, Role, Statuses,
};
use engine::ports::store::{CommandJob, Inserted, Posted, Result, Store, Transaction, Verdict};
use rusqlite::Connection;
use store::{Options, Sqlite};

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let parent = arguments.next().unwrap_or_else(|| ".".to_owned());
    let bases: Vec<u64> = arguments.filter_map(|count| count.parse().ok()).collect();
    let bases = if bases.is_empty() { vec![10_000, 1_000_000] } else { bases };
    let mut out = io::stdout();

    for (base, links) in bases.into_iter().flat_map(|base| LINKS.iter().map(move |links| (base, links))) {
        let folder = tempfile::tempdir_in(&parent)?;
        writeln!(out, "one row per commit     {:>9.0} /s", yardstick(folder.path()))?;
        let file = folder.path().join("store.db");
        let started = Moment::now();
        let office = Office::open(&file, base, links);
        let seconds = started.elapsed().as_secs_f64();
        let bytes = folder_size(folder.path())? / base;
        writeln!(out, "{base} domains, {}: loaded in {seconds:.1} s, {bytes} bytes each", links.name)?;
        for sessions in [1, 8, 32, 64] {
            let (rate, group, worst) = office.measure(sessions);
            writeln!(
                out,
                "{sessions:>3} sessions           {rate:>9.0} /s   p99 {worst:>9.3?}   {group:.1} per sync"
            )?;
        }
        drop(office);
        let started = Moment::now();
        drop(Sqlite::open(&file, Options::default()));
        writeln!(out, "opened again and closed in {:.3?}", started.elapsed())?;
    }
    Ok(())
}

/// Where the contacts and hosts of a domain come from.
struct Links {
    name: &'static str,
    /// How many contacts and hosts there are for a number of domains.
    count: fn(u64) -> (u64, u64),
}

const LINKS: [Links; 2] = [
    Links { name: "few contacts", count: |_| (20, 10) },
    Links { name: "many contacts", count: |domains| (domains / 10, domains / 100) },
];

fn folder_size(folder: &Path) -> io::Result<u64> {
    let sizes = folder.read_dir()?.map(|entry| entry?.metadata().map(|data| data.len()));
    sizes.sum()
}

/// Rows of 320 bytes, each committed and synced on its own.
fn yardstick(folder: &Path) -> f64 {
    let connection = Connection::open(folder.join("yardstick.db")).unwrap();
    connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL").unwrap();
    connection.execute_batch("CREATE TABLE line (id INTEGER PRIMARY KEY, data BLOB)").unwrap();
    let mut insert = connection.prepare("INSERT INTO line (data) VALUES (?1)").unwrap();
    let started = Moment::now();
    let mut rows = 0.0;
    while started.elapsed() < MEASURED {
        insert.execute([[7_u8; 320]]).unwrap();
        rows += 1.0;
    }
    rows / started.elapsed().as_secs_f64()
}

/// A store with things in it.
struct Office {
    store: Sqlite,
    draw: Arc<Draw>,
}

/// Draws names, contacts and hosts.
struct Draw {
    next: AtomicI64,
    contacts: u64,
    hosts: u64,
}

impl Office {
    fn open(file: &Path, domains: u64, links: &Links) -> Self {
        let store = Sqlite::open(file, Options::default()).unwrap();
        let (contacts, hosts) = (links.count)(domains);
        let office = Self { store, draw: Arc::new(Draw { next: AtomicI64::new(1 << 61), contacts, hosts }) };
        office.run(|draw, transaction| draw.furnish(transaction));
        for _ in 0..domains / BATCH {
            office.run(|draw, transaction| (0..BATCH).try_for_each(|_| draw.create(transaction)));
        }
        office
    }

    /// Does something in one transaction.
    fn run(&self, work: fn(&Draw, &dyn Transaction) -> Result<()>) {
        let (end, ended) = mpsc::channel();
        self.store.command(Box::new(Job { draw: Arc::clone(&self.draw), work, started: Moment::now(), end }));
        ended.recv().unwrap();
    }

    /// Creates a second, creates per sync and the 99th percentile of the time to the answer.
    fn measure(&self, sessions: usize) -> (f64, f64, Duration) {
        let (end, ended) = mpsc::channel();
        let submit = || {
            let (draw, end, started) = (Arc::clone(&self.draw), end.clone(), Moment::now());
            self.store.command(Box::new(Job { draw, work: Draw::create, started, end }));
        };
        let (started, syncs) = (Moment::now(), self.store.syncs());
        (0..sessions).for_each(|_| submit());
        let mut times = Vec::new();
        while started.elapsed() < MEASURED {
            times.push(ended.recv().unwrap());
            submit();
        }
        let elapsed = started.elapsed().as_secs_f64();
        let syncs = self.store.syncs() - syncs;
        (0..sessions).for_each(|_| _ = ended.recv());
        times.sort_unstable();
        let count = times.len() as f64;
        (count / elapsed, count / syncs as f64, times[times.len() * 99 / 100])
    }
}

struct Job {
    draw: Arc<Draw>,
    work: fn(&Draw, &dyn Transaction) -> Result<()>,
    started: Moment,
    end: Sender<Duration>,
}

impl CommandJob for Job {
    fn run(&mut self, transaction: &dyn Transaction) -> Result<Verdict> {
        (self.work)(&self.draw, transaction).map(|()| Verdict::Keep)
    }

    fn end(self: Box<Self>, end: Result<()>) {
        end.unwrap();
        let _ = self.end.send(self.started.elapsed());
    }
}

impl Draw {
    fn id(&self) -> i64 {
        self.next.fetch_add(1, Ordering::Relaxed)
    }

    /// Something that looks random and is the same in every run.
    fn random(&self) -> u64 {
        let mut bits = self.id().unsigned_abs().wrapping_mul(0x9E37_79B9_7F4A_7C15);
        bits ^= bits >> 29;
        bits.wrapping_mul(0xBF58_476D_1CE4_E5B9) ^ (bits >> 32)
    }

    fn contact(&self) -> Handle {
        Handle::from_store(format!("C-{}", self.random() % self.contacts))
    }

    fn host(&self) -> DomainName {
        DomainName::from_store(format!("ns{}.example.test", self.random() % self.hosts))
    }

    fn furnish(&self, transaction: &dyn Transaction) -> Result<()> {
        transaction.insert_account(&account())?;
        transaction.post(&self.entry(Book::Bank, Book::Account(ALPHA), 1 << 50, EntryKind::Deposit, None))?;
        for number in 0..self.contacts {
            transaction.insert_contact(&contact(self.id(), number))?;
        }
        (0..self.hosts).try_for_each(|number| transaction.insert_host(&host(self.id(), number)).map(drop))
    }

    /// One registration.
    fn create(&self, transaction: &dyn Transaction) -> Result<()> {
        let handles = [self.contact(), self.contact(), self.contact()];
        let contacts = transaction.contact_ids(&handles)?;
        let hosts = transaction.hosts(&[self.host(), self.host()])?;
        let roles = [Role::Registrant, Role::Admin, Role::Tech];
        let links: Vec<(Role, ContactId)> =
            roles.into_iter().zip(contacts).map(|(role, (_, id))| (role, id)).collect();
        let hosts: Vec<HostId> = hosts.iter().map(|host| host.id).collect();

        let domain = self.domain();
        assert_eq!(transaction.insert_domain(&domain, &links, &hosts)?, Inserted::Yes);
        let entry = self.entry(Book::Account(ALPHA), Book::Revenue, 700, EntryKind::Create, Some(domain.id));
        assert!(matches!(transaction.post(&entry)?, Posted::Yes(_)));
        transaction.record(&HistoryEntry {
            operation: entry.operation,
            at: domain.created_at,
            account: ALPHA,
            action: "domain_create",
            object: domain.id.into(),
            name: domain.name.as_str().to_owned(),
            client_id: Some("ABC-12345-XYZ".to_owned()),
        })
    }

    fn domain(&self) -> Domain {
        let now = now();
        Domain {
            id: DomainId(self.id()),
            name: DomainName::from_store(format!("{:016x}.test", self.random())),
            zone: DomainName::from_store("test".to_owned()),
            sponsor: ALPHA,
            creator: ALPHA,
            created_at: now,
            updater: None,
            updated_at: None,
            expires_at: now.plus_years(1),
            renewal: None,
            time_out: None,
            transferred_at: None,
            statuses: Statuses::default(),
            authinfo: engine::model::AuthInfoDigest::from_store(&[7; 32]),
            nsset: None,
            host_attributes: Vec::new(),
            dnssec: Default::default(),
            grace: vec![GracePeriod::Add { until: now.plus_days(5) }],
            redemption: None,
        }
    }

    fn entry(&self, from: Book, to: Book, minor: i64, kind: EntryKind, object: Option<DomainId>) -> Entry {
        Entry {
            id: EntryId(self.id()),
            operation: OperationId(self.id()),
            at: now(),
            kind,
            from,
            to,
            amount: Money::new(minor, Currency::Usd),
            object: object.map(Into::into),
            years: 1,
            reverses: None,
            invoice: None,
        }
    }
}

fn account() -> Account {
    Account {
        id: ALPHA,
        parent: None,
        clid: Clid::from_store("ALPHA".to_owned()),
        name: "Alpha".to_owned(),
        currency: Currency::Usd,
        credit_limit: 0,
        terms: Default::default(),
        billing: Default::default(),
        state: AccountState::Active,
        networks: Vec::new(),
        certificates: Vec::new(),
        max_sessions: None,
        max_requests: None,
        created_at: now(),
        closed_at: None,
    }
}

fn contact(id: i64, number: u64) -> Contact {
    let email = Email::parse("jane@example.test").unwrap();
    Contact {
        id: ContactId(id),
        handle: Handle::from_store(format!("C-{number}")),
        sponsor: ALPHA,
        creator: ALPHA,
        created_at: now(),
        updater: None,
        updated_at: None,
        transferred_at: None,
        statuses: Statuses::default(),
        authinfo: None,
        details: Details {
            postal: Vec::new(),
            voice: None,
            fax: None,
            email,
            disclosure: None,
            particulars: Default::default(),
        },
    }
}

fn host(id: i64, number: u64) -> Host {
    Host {
        id: HostId(id),
        name: DomainName::from_store(format!("ns{number}.example.test")),
        superordinate: None,
        sponsor: ALPHA,
        creator: ALPHA,
        created_at: now(),
        updater: None,
        updated_at: None,
        transferred_at: None,
        statuses: Statuses::default(),
        addresses: Vec::new(),
    }
}

fn now() -> Instant {
    Instant::from_millis(1_795_350_000_000)
}

const ALPHA: AccountId = AccountId(1);
const BATCH: u64 = 1_000;
const MEASURED: Duration = Duration::from_secs(3);
