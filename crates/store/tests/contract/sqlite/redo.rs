//! The redo log: whatever a crash leaves, what was answered is there once, and what was refused is not.

mod deferred;
mod remains;

use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

use engine::model::{AccountId, Book};
use engine::ports::store::{
    CommandJob, Kind, Names, QueryJob, Result, Snapshot, Store, Transaction, Verdict,
};
use store::{OpenError, Options, Sqlite, backup_file};

use super::{Place, rounds};
use crate::client::{read, submit, write, write_here};
use crate::fixtures::{domain, entry, funded, happened, name};
use remains::{Remains, dump};

/// Runs a case whose questions are asked within commands, so that nothing but the log has what it did last, and looks
/// whether everything is there after a kill.
pub(crate) fn is_all_there_after_a_kill(case: fn(&dyn Store)) {
    let place = Place::new();
    let store = place.open();
    case(&Unread(&store));
    let left = Remains::of(&place);
    let names = Kind::ALL.map(|kind| store.names().count(kind));
    drop(store);

    let other = Place::new();
    left.put(&other);
    let store = other.open();
    assert_eq!(Kind::ALL.map(|kind| store.names().count(kind)), names);
    drop(store);
    assert_eq!(dump(&other), dump(&place));
}

/// A store that nobody ever reads but from within commands.
struct Unread<'s>(&'s Sqlite);

impl Store for Unread<'_> {
    fn names(&self) -> &dyn Names {
        self.0.names()
    }

    fn command(&self, job: Box<dyn CommandJob>) {
        wait(self.0, Duration::from_millis(1));
        self.0.command(job);
    }

    fn command_here(&self, job: Box<dyn CommandJob>) {
        wait(self.0, Duration::from_millis(1));
        self.0.command_here(job);
    }

    fn is_idle(&self) -> bool {
        wait(self.0, Duration::from_millis(1));
        self.0.is_idle()
    }

    fn query(&self, job: Box<dyn QueryJob>) {
        self.command(Box::new(Asking(Some(job))));
    }
}

/// Until the command before is out of hand, so that the next one is alone if others were not with it.
fn wait(store: &Sqlite, most: Duration) {
    let until = now() + most;
    while !store.is_idle() && now() < until {
        thread::yield_now();
    }
}

struct Asking(Option<Box<dyn QueryJob>>);

impl CommandJob for Asking {
    fn run(&mut self, transaction: &dyn Transaction) -> Result<Verdict> {
        let snapshot: &dyn Snapshot = transaction;
        self.0.take().into_iter().for_each(|job| job.run(Ok(snapshot)));
        Ok(Verdict::Undo)
    }

    fn end(self: Box<Self>, _: Result<()>) {}
}

/// A store with an account, committed; then commands that only the log has, one of which is refused.
struct Scene {
    place: Place,
    store: Sqlite,
    alpha: AccountId,
    /// The files when the account was committed.
    begun: Remains,
}

impl Scene {
    fn new() -> Self {
        let place = Place::new();
        let store = place.open();
        let alpha = funded(&store, "ALPHA", 1_000_000_000);
        read(&store, |snapshot| snapshot.accounts());
        let begun = Remains::of(&place);
        Self { place, store, alpha, begun }
    }

    /// The least that is left of a scene without groups: what came after its account stands only in the log.
    fn left(&self) -> Remains {
        Remains { log: Remains::of(&self.place).log, ..self.begun.clone() }
    }

    /// Has everything committed, by reading.
    fn commit(&self) {
        read(&self.store, |snapshot| snapshot.accounts());
    }

    /// Registers a name and pays for it.
    fn buy(&self, number: usize) {
        let command = self.purchase(number);
        self.alone();
        write_here(&self.store, command);
    }

    fn purchase(&self, number: usize) -> impl FnMut(&dyn Transaction) -> Result<()> + Send + 'static {
        let (shop, alpha) = (domain(&shop(number), self.alpha), self.alpha);
        move |tx| {
            tx.insert_domain(&shop, &[], &[])?;
            tx.post(&entry(Book::Account(alpha), Book::Revenue, 700))?;
            tx.record(&happened(alpha, &shop, "domain_create"))
        }
    }

    /// Is refused after it wrote.
    fn refuse(&self) {
        let mut command = self.purchase(999);
        self.alone();
        let (_, end) = submit(&self.store, move |tx| command(tx).map(|()| (Verdict::Undo, ())));
        end.recv().unwrap().unwrap();
    }

    fn alone(&self) {
        wait(&self.store, Duration::from_millis(200));
    }

    /// Buys several at once.
    fn buy_together(&self, numbers: std::ops::Range<usize>) {
        let (hold, held) = mpsc::channel::<()>();
        let (_, first) = submit(&self.store, move |_| {
            let _ = held.recv();
            Ok((Verdict::Undo, ()))
        });
        let ends: Vec<_> = numbers
            .map(|number| {
                let mut command = self.purchase(number);
                submit(&self.store, move |tx| command(tx).map(|()| (Verdict::Keep, ()))).1
            })
            .collect();
        drop(hold);
        first.recv().unwrap().unwrap();
        ends.iter().for_each(|end| end.recv().unwrap().unwrap());
    }
}

/// Looks whether what is left holds exactly the first so many purchases, each paid once.
fn assert_bought(place: &Place, count: usize, when: &str) {
    let store = place.open();
    assert_eq!(store.names().count(Kind::Domain), count, "{when}");
    assert!((0..count).all(|number| store.names().holds(Kind::Domain, &shop(number))), "{when}");
    let audit = read(&store, |snapshot| snapshot.audit());
    assert!(audit.is_clean() && audit.entries == count as u64 + 1, "{when}: {audit:?}");
}

fn shop(number: usize) -> String {
    format!("shop{number}.test")
}

/// The same remains with the log cut off anywhere: as many as were written wholly.
#[test]
fn a_kill_at_any_byte_of_the_log_keeps_what_was_written_before_it() {
    let scene = Scene::new();
    let mut ends = vec![scene.left().log_end()];
    for number in 0..8 {
        scene.buy(number);
        scene.refuse();
        ends.push(scene.left().log_end());
    }
    let left = scene.left();
    let (begin, end) = (ends[0], ends[8]);
    let place = Place::new();
    for cut in (begin..=end).step_by((end - begin) / rounds(120, 4_000) + 1).chain([end]) {
        let mut left = left.clone();
        left.log[cut..].fill(0);
        left.put(&place);
        let whole = ends.iter().filter(|end| **end <= cut).count() - 1;
        assert_bought(&place, whole, &format!("cut at {cut}"));
    }
}

#[test]
fn a_damaged_log_is_refused_and_nothing_forgotten() {
    let scene = Scene::new();
    (0..7).for_each(|number| scene.buy(number));
    let last = scene.left().log_end();
    scene.buy(7);
    let left = scene.left();
    let place = Place::new();
    let (mut refused, step) = (0, left.log_end() / rounds(120, 4_000) + 1);
    for at in (0..left.log_end()).step_by(step) {
        let mut left = left.clone();
        left.log[at] ^= 1 << (at % 8);
        left.put(&place);
        match Sqlite::open(&place.file(), Options::default()) {
            // The last may be torn; and what lies between two frames means nothing.
            Ok(store) => {
                let count = store.names().count(Kind::Domain);
                assert!(count == 8 || (count == 7 && at >= last), "{count} after damage at {at}");
            }
            Err(error) => {
                assert!(matches!(error, OpenError::Incomplete { .. }), "{error}");
                assert!(error.to_string().contains("store.db"), "{error}");
                refused += 1;
            }
        }
    }
    assert!(refused > 50, "{refused}");
}

#[test]
fn a_log_that_is_missing_or_another_is_refused() {
    let scene = Scene::new();
    scene.buy(0);
    let left = scene.left();
    let stranger = Scene::new();
    stranger.buy(0);
    let another = Remains::of(&stranger.place).log;
    let mut newer = left.log.clone();
    newer[8] += 1;
    let zeros = vec![0; left.log.len()];
    let cut = left.log[..left.log_end() / 2].to_vec();
    for log in [None, Some(another), Some(newer), Some(zeros), Some(cut), Some(b"Dear registry".to_vec())] {
        let place = Place::new();
        left.clone().put(&place);
        match log {
            Some(log) => std::fs::write(place.beside("store.db-redo"), log).unwrap(),
            None => std::fs::remove_file(place.beside("store.db-redo")).unwrap(),
        }
        let copy = place.beside("copy.db");
        let refused = backup_file(&place.file(), &copy).unwrap_err().to_string();
        assert!(refused.contains("redo log") && !copy.exists(), "{refused}");
        let refused = Sqlite::open(&place.file(), Options::default()).err().unwrap();
        assert!(matches!(refused, OpenError::Incomplete { .. }), "{refused}");
        left.put(&place);
        backup_file(&place.file(), &copy).unwrap();
        assert_bought(&place, 1, "nothing was lost by refusing");
    }
    // Whoever gives the log up says so with an empty file.
    let place = Place::new();
    left.put(&place);
    std::fs::write(place.beside("store.db-redo"), "").unwrap();
    assert_bought(&place, 0, "given up");
}

/// A late refusal costs the transaction, and what it held is taken from the log. If that is not there, nothing is.
#[test]
fn what_was_answered_is_never_given_up_for_a_refusal() {
    let scene = Scene::new();
    scene.buy(0);
    let log = Remains::of(&scene.place).log;
    scene.buy(1);
    std::fs::write(scene.place.beside("store.db-redo"), log).unwrap();
    scene.alone();
    let mut late = scene.purchase(2);
    let (_, end) = submit(&scene.store, move |tx| late(tx).map(|()| (Verdict::Undo, ())));
    assert!(end.recv().unwrap().is_err());
    let why = scene.store.stopped().unwrap();
    assert!(why.message.contains("redo log"), "{why}");
}

/// What a log says can only be done again in the tables that it was written for.
#[test]
fn a_log_that_does_not_fit_is_refused() {
    let scene = Scene::new();
    scene.buy(0);
    for change in
        ["ALTER TABLE domain RENAME TO dominion", "DELETE FROM balance", "UPDATE balance SET amount = 1"]
    {
        let place = Place::new();
        scene.left().put(&place);
        rusqlite::Connection::open(place.file()).unwrap().execute_batch(change).unwrap();
        assert!(Sqlite::open(&place.file(), Options::default()).is_err(), "{change}");
    }
}

/// A power cut takes what was not synced: any part of the write-ahead log after its last sync. All that was answered
/// since is in the redo log.
#[test]
fn a_power_cut_takes_nothing_that_was_answered() {
    let scene = Scene::new();
    let mut bought = 0;
    for _ in 0..3 {
        scene.buy_together(bought..bought + 5);
        bought += 5;
        // Others were with those before it, so that it may be taken for one of a group.
        scene.buy(bought);
        bought += 1;
        let synced = Remains::of(&scene.place).wal.len();
        for _ in 0..6 {
            scene.buy(bought);
            bought += 1;
            scene.commit();
        }
        scene.buy(bought);
        bought += 1;
        let left = Remains::of(&scene.place);
        assert!(left.wal.len() > synced, "what is read is committed, and not synced");
        let place = Place::new();
        for cut in (synced..=left.wal.len()).step_by((left.wal.len() - synced) / rounds(20, 1_000) + 1) {
            let mut left = left.clone();
            left.wal.truncate(cut);
            left.put(&place);
            assert_bought(&place, bought, &format!("cut at {cut}"));
        }
    }
}

#[test]
fn the_log_begins_anew_when_it_is_full() {
    let scene = Scene::new();
    let place = Place::new();
    for number in 0..2_400 {
        scene.buy(number);
        if number % 400 == 399 {
            Remains::of(&scene.place).put(&place);
            assert_bought(&place, number + 1, "killed");
        }
    }
    assert_eq!(Remains::of(&scene.place).log.len(), 1 << 20, "it never grows");
}

#[test]
fn what_is_too_long_for_the_log_is_committed() {
    let scene = Scene::new();
    scene.buy(0);
    scene.alone();
    let (mut first, alpha) = (scene.purchase(1), scene.alpha);
    write_here(&scene.store, move |tx| {
        first(tx)?;
        (0..3_000).try_for_each(|number| {
            let shop = domain(&format!("shop{number}.many.test"), alpha);
            tx.insert_domain(&shop, &[], &[]).map(drop)
        })
    });
    scene.buy(2);
    let place = Place::new();
    Remains::of(&scene.place).put(&place);
    let store = place.open();
    assert_eq!(store.names().count(Kind::Domain), 3_003);
    assert!(read(&store, |snapshot| snapshot.audit()).is_clean());
}

#[test]
fn copies_have_what_only_the_log_has() {
    let scene = Scene::new();
    for number in 0..20 {
        scene.buy(number);
        let copy = scene.place.beside(&format!("copy{number}.db"));
        backup_file(&scene.place.file(), &copy).unwrap();
        // The copy needs no log, and takes none that lies beside it for its own.
        std::fs::copy(scene.place.beside("store.db-redo"), copy.with_extension("db-redo")).unwrap();
        let store = Sqlite::open(&copy, Options::default()).unwrap();
        assert_eq!(store.names().count(Kind::Domain), number + 1);
        assert!(read(&store, |snapshot| snapshot.audit()).is_clean());
    }
}

#[test]
fn pictures_have_what_only_the_log_has_and_outlive_a_kill() {
    let scene = Scene::new();
    scene.buy(0);
    let picture = scene.store.picture().unwrap();
    scene.buy(1);
    scene.store.bring_back(&picture).unwrap();
    let place = Place::new();
    Remains::of(&scene.place).put(&place);
    assert_bought(&place, 1, "brought back");
    scene.buy(1);
    scene.buy(2);
    Remains::of(&scene.place).put(&place);
    assert_bought(&place, 3, "brought back and gone on");
}

/// What nobody asks for is committed all the same, soon after.
#[test]
fn an_idle_store_holds_nothing() {
    let scene = Scene::new();
    scene.buy(0);
    let until = now() + Duration::from_secs(10);
    while !names_in(&scene.place).contains(&shop(0)) {
        assert!(now() < until, "it is still held");
        thread::sleep(Duration::from_millis(5));
    }
}

/// What another process reads in the file.
fn names_in(place: &Place) -> Vec<String> {
    let reader = rusqlite::Connection::open(place.file()).unwrap();
    let mut statement = reader.prepare("SELECT name FROM domain").unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(std::result::Result::unwrap).collect()
}

/// One session writes, others read all the time: whoever hears of a change sees it.
#[test]
fn readers_see_what_was_answered() {
    let scene = Scene::new();
    let (tell, told) = mpsc::channel::<usize>();
    thread::scope(|scope| {
        let store = &scene.store;
        scope.spawn(move || {
            for number in told {
                assert!(read(store, move |snapshot| snapshot.domain(&name(&shop(number)))).is_some());
            }
        });
        let scene = &scene;
        scope.spawn(move || buy_and_tell(scene, &tell));
    });
}

fn buy_and_tell(scene: &Scene, tell: &Sender<usize>) {
    for number in 0..300 {
        let command = scene.purchase(number);
        if number % 3 == 0 {
            write(&scene.store, command);
        } else {
            write_here(&scene.store, command);
        }
        tell.send(number).unwrap();
    }
}

#[allow(clippy::disallowed_methods, reason = "a test waits by the clock")]
fn now() -> Instant {
    Instant::now()
}
