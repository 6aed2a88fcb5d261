//! Money is neither made nor lost, nobody spends what they have not, and nothing is billed or paid back twice.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc,
    },
};

use engine::{
    Actor, Command, End, Failure, Fault, FaultKind, Outcome,
    model::{AccountId, Book, Currency, Entry, EntryId, EntryKind, Instant},
    ops::{
        account::SetTerms,
        domain::{Create, Delete, Renew, TransferApprove, TransferCancel},
    },
    ports::store::{Result as StoreResult, Snapshot, StatementSlice, StatementSpan},
};
use proptest::{collection::vec, prelude::*};
use store::{CommitGate, Options};

use super::{
    sequences,
    steps::{Act, Step, prepare, step},
};
use crate::{
    fixture::{Picture, World, command_of, create_domain, name, read, request, transfer_of, years},
    ledger::{terms, vat, with_terms},
};

/// How far a balance may fall below zero.
pub(crate) const LIMIT: u32 = 1_000;

/// From what one registration costs to what a restoration and more cost.
pub(crate) fn credit() -> std::ops::Range<u32> {
    1_000..15_000
}

/// The rate of tax of each account, in per cent.
const RATES: [i64; 3] = [0, 21, 5];

/// A world in which every account has its rate of tax.
fn taxed(mut world: World) -> World {
    let [alpha, bravo, charlie] = [0, 1, 2].map(|who| {
        let rate = Some(vat(&RATES[who].to_string()));
        with_terms(&world, SetTerms { vat: rate, ..terms(world.accounts()[who]) })
    });
    (world.alpha, world.bravo, world.charlie) = (alpha, bravo, charlie);
    prepare(&world);
    world
}

proptest! {
    #![proptest_config(sequences(40))]

    #[test]
    fn the_books_are_in_order_after_every_step(credit in credit(), steps in vec(step(), 1..60)) {
        let world = taxed(World::with_credit(credit.into(), LIMIT));
        for step in steps {
            let before = left(&world);
            let outcome = step.take(&world);
            let after = left(&world);
            prop_assert!(after.iter().all(|left| (0..=i64::from(credit + LIMIT)).contains(left)), "{after:?}");
            check_movement(&step, outcome, before, after)?;
            world.assert_audit_clean();
        }
        check_books(&Books::read(&world))?;
    }

    /// A commit that fails, of which the client hears that nothing was done, so that it sends the command again.
    #[test]
    fn nothing_is_billed_twice_when_a_command_is_sent_again(
        credit in credit(),
        tries in vec((0..2_usize, billed(), any::<bool>()), 1..40),
    ) {
        let gate = Arc::new(Gate::default());
        let options = Options { gate: Some(gate.clone()), ..Options::default() };
        let world = taxed(World::over(options, credit.into(), LIMIT));
        for (who, act, fails) in tries {
            let step = Step { who, what: 0, act };
            let before = left(&world);
            let outcome = sent(&world, &step, fails.then_some(&*gate))?;
            check_movement(&step, Some(outcome), before, left(&world))?;
            world.assert_audit_clean();
        }
        check_books(&Books::read(&world))?;
    }
}

/// What bills, sets aside, takes back or pays back.
fn billed() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (1..4_u8).prop_map(Act::Create),
        2 => (1..4_u8).prop_map(Act::Renew),
        4 => Just(Act::Request),
        3 => Just(Act::Approve),
        2 => Just(Act::Cancel),
        2 => Just(Act::Delete),
    ]
}

/// What a step may cost or bring, and whom. Money that is set aside counts as gone.
fn check_movement(
    step: &Step,
    outcome: Option<Outcome>,
    before: [i64; 3],
    after: [i64; 3],
) -> Result<(), TestCaseError> {
    let moved: [i64; 3] = std::array::from_fn(|who| after[who] - before[who]);
    let mine = moved[step.who];
    let others: i64 = moved.iter().sum::<i64>() - mine;
    let price = |dollars: i64| if step.who == 2 && step.what == 2 { 0 } else { gross(step.who, dollars) };
    let expected = match (step.act, outcome) {
        (Act::Create(years), Some(Outcome::DomainCreated)) => -price(10 * i64::from(years)),
        (Act::Renew(years), Some(Outcome::DomainRenewed)) => -price(8 * i64::from(years)),
        (Act::Request, Some(Outcome::TransferRequested | Outcome::TransferCompleted)) => -price(9),
        (Act::Restore, Some(Outcome::DomainRestoreRequested | Outcome::DomainRestored)) => -price(40),
        (Act::Cancel, Some(Outcome::TransferCancelled)) => price(9),
        (Act::Reject, Some(Outcome::TransferRejected)) => {
            let back = (0..3).filter(|who| *who != step.who && moved[*who] == gross(*who, 9)).count();
            let free = step.what == 2 && others == 0;
            prop_assert!(
                mine == 0 && (free || (back == 1 && moved.iter().filter(|by| **by != 0).count() == 1))
            );
            return Ok(());
        }
        (Act::Delete, Some(Outcome::DomainDeleted | Outcome::DomainDeletePending)) => {
            prop_assert!(mine >= 0, "a deletion costs nothing");
            mine
        }
        _ => 0,
    };
    prop_assert_eq!((mine, others), (expected, 0), "{:?} ended with {:?}", step, outcome);
    Ok(())
}

/// A price in cents with an account's tax; no price here has a tax of half a cent.
fn gross(who: usize, dollars: i64) -> i64 {
    dollars * (100 + RATES[who])
}

fn left(world: &World) -> [i64; 3] {
    world.accounts().map(|actor| world.left(actor))
}

/// Everything that is written down about money.
struct Books {
    /// Each account's balance and what of it is kept as set aside.
    accounts: Vec<(AccountId, Currency, i64, i64)>,
    lines: BTreeMap<EntryId, Entry>,
}

impl Books {
    fn read(world: &World) -> Self {
        let ids = world.accounts().map(Actor::id);
        read(&world.engine, move |store| {
            let mut books = Self { accounts: Vec::new(), lines: BTreeMap::new() };
            ids.iter().try_for_each(|id| books.add(store, *id))?;
            Ok(books)
        })
    }

    /// Adds an account and its lines. Every line touches an account, so none is left out.
    fn add(&mut self, store: &dyn Snapshot, account: AccountId) -> StoreResult<()> {
        let standing = store.standing(account)?;
        self.accounts.push((account, standing.balance.currency, standing.balance.minor, standing.held));
        let span = StatementSpan {
            account,
            from: Instant::from_millis(i64::MIN),
            until: Instant::from_millis(i64::MAX),
        };
        let slice = StatementSlice { newest_first: false, after: None, skip: 0, most: u32::MAX };
        let lines = store.statement(span, slice)?;
        self.lines.extend(lines.into_iter().map(|line| (line.entry.id, line.entry)));
        Ok(())
    }

    /// What the lines in a currency sum to in a book.
    fn sum(&self, book: Book, currency: Currency) -> i64 {
        let lines = self.lines.values().filter(|line| line.amount.currency == currency);
        lines
            .map(|line| (i64::from(line.to == book) - i64::from(line.from == book)) * line.amount.minor)
            .sum()
    }
}

/// What holds at any time, by the lines alone.
fn check_books(books: &Books) -> Result<(), TestCaseError> {
    for (account, currency, balance, _) in &books.accounts {
        prop_assert_eq!(books.sum(Book::Account(*account), *currency), *balance, "balance = lines");
    }
    for currency in [Currency::Usd, Currency::Eur] {
        let own: i64 =
            [Book::Revenue, Book::Tax, Book::Bank].map(|book| books.sum(book, currency)).iter().sum();
        let kept = books.accounts.iter().filter(|(_, kept, ..)| *kept == currency);
        let theirs: i64 = kept.map(|(_, _, balance, _)| balance).sum();
        prop_assert_eq!(own + theirs, 0, "the sum over all books is zero in {}", currency);
        prop_assert!(books.sum(Book::Revenue, currency) >= 0 && books.sum(Book::Tax, currency) >= 0);
    }
    check_refunds(&books.lines)
}

/// Each refund undoes one line, wholly, and none undoes what another undid.
fn check_refunds(lines: &BTreeMap<EntryId, Entry>) -> Result<(), TestCaseError> {
    let mut undone = BTreeSet::new();
    for refund in lines.values() {
        prop_assert_eq!(refund.kind == EntryKind::Refund, refund.reverses.is_some());
        let Some(reversed) = refund.reverses else { continue };
        prop_assert!(undone.insert(reversed), "undone twice: {:?}", refund);
        let line = &lines[&reversed];
        prop_assert_eq!((refund.from, refund.to, refund.amount), (line.to, line.from, line.amount));
        prop_assert_eq!((refund.object, refund.years), (line.object, line.years));
        prop_assert!(line.id < refund.id && line.kind != EntryKind::Refund);
    }
    Ok(())
}

/// Lets every commit through but those it is told to fail.
#[derive(Default)]
struct Gate(AtomicBool);

impl CommitGate for Gate {
    fn before_commit(&self) -> Result<(), Fault> {
        if self.0.swap(false, Ordering::SeqCst) {
            return Err(Fault::new(FaultKind::StoreBusy, "ordered"));
        }
        Ok(())
    }
}

/// Sends the command of a step, first with a commit that fails if there is a gate, then for good.
fn sent(world: &World, step: &Step, gate: Option<&Gate>) -> Result<Outcome, TestCaseError> {
    let shop = || name(step.domain());
    match step.act {
        Act::Create(period) => {
            let create = || Create { period: years(period), ..create_domain(step.domain()) };
            twice(world, step, gate, create)
        }
        Act::Renew(period) => {
            twice(world, step, gate, || Renew { name: shop(), current_expiry: None, period: years(period) })
        }
        Act::Request => twice(world, step, gate, || transfer_of(step.domain())),
        Act::Approve => twice(world, step, gate, || TransferApprove { name: shop() }),
        Act::Cancel => twice(world, step, gate, || TransferCancel { name: shop() }),
        _ => twice(world, step, gate, || Delete { name: shop() }),
    }
}

fn twice<C: Command>(
    world: &World,
    step: &Step,
    gate: Option<&Gate>,
    command: impl Fn() -> C,
) -> Result<Outcome, TestCaseError> {
    let actor = step.actor(world);
    if let Some(gate) = gate {
        let before = Picture::of(world);
        gate.0.store(true, Ordering::SeqCst);
        let end = raw(world, actor, command());
        // What is refused commits nothing, so it does not come to the gate.
        gate.0.store(false, Ordering::SeqCst);
        prop_assert!(end.is_err(), "the commit failed");
        prop_assert!(before == Picture::of(world), "nothing was done");
    }
    match command_of(&world.engine, actor, command()) {
        Ok(done) => Ok(done.outcome),
        Err(Failure::Refused(refusals)) => Ok(refusals.first().outcome),
        Err(Failure::Fault(fault)) => Err(TestCaseError::fail(fault.message)),
    }
}

/// Runs a command that may end with a fault.
fn raw<C: Command>(world: &World, actor: &Actor, command: C) -> End<C> {
    let (reply, end) = mpsc::channel();
    let request = request(&world.engine, actor);
    world.engine.command(request, command, move |end| reply.send(end).unwrap());
    end.recv().unwrap()
}
