//! Money is neither made nor lost, nobody spends what they have not, and nothing is paid back twice.

use engine::{Outcome, model::Book};
use proptest::{collection::vec, prelude::*};

use super::{
    sequences,
    steps::{Act, Step, prepare, step},
};
use crate::fixture::{World, read};

const BALANCE: i64 = 5_000;
const LIMIT: i64 = 1_000;

proptest! {
    #![proptest_config(sequences(40))]

    #[test]
    fn the_books_are_in_order_after_every_step(steps in vec(step(), 1..60)) {
        let world = World::with_credit(BALANCE.unsigned_abs(), LIMIT as u32);
        prepare(&world);
        for step in steps {
            let before = balances(&world);
            let outcome = step.take(&world);
            let after = balances(&world);
            prop_assert!(after.iter().all(|balance| (-LIMIT..=BALANCE).contains(balance)), "{after:?}");
            check_movement(&step, outcome, before, after)?;
            world.assert_audit_clean();
        }
        prop_assert_eq!(balances(&world), balances_by_lines(&world), "every line is about one of the domains");
    }
}

/// What each step may cost or bring, and whom.
fn check_movement(
    step: &Step,
    outcome: Option<Outcome>,
    before: [i64; 3],
    after: [i64; 3],
) -> Result<(), TestCaseError> {
    let moved: Vec<i64> = before.iter().zip(after).map(|(before, after)| after - before).collect();
    let mine = moved[step.who];
    let others: i64 = moved.iter().sum::<i64>() - mine;
    let price = |dollars: i64| if step.who == 2 && step.what == 2 { 0 } else { -dollars * 100 };
    let expected = match (step.act, outcome) {
        (Act::Create(years), Some(Outcome::DomainCreated)) => price(10 * i64::from(years)),
        (Act::Renew(years), Some(Outcome::DomainRenewed)) => price(8 * i64::from(years)),
        (Act::Request, Some(Outcome::TransferRequested | Outcome::TransferCompleted)) => price(9),
        (Act::Restore, Some(Outcome::DomainRestoreRequested | Outcome::DomainRestored)) => price(40),
        (Act::Cancel, Some(Outcome::TransferCancelled)) => -price(9),
        (Act::Reject, Some(Outcome::TransferRejected)) => {
            prop_assert!(others == 900 || (others == 0 && step.what == 2 && step.who != 2), "{moved:?}");
            prop_assert_eq!(mine, 0);
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

fn balances(world: &World) -> [i64; 3] {
    world.accounts().map(|actor| world.balance(actor))
}

/// The balances as they follow from what was deposited and the lines of every object that ever was.
fn balances_by_lines(world: &World) -> [i64; 3] {
    let objects: Vec<_> = crate::fixture::objects(world);
    let accounts = world.accounts().map(engine::Actor::id);
    let lines = read(&world.engine, move |store| {
        let lines: Result<Vec<_>, _> = objects.into_iter().map(|object| store.entries_of(object)).collect();
        Ok(lines?.concat())
    });
    let sum = |book: Book| -> i64 {
        let sides = lines.iter().map(|line| match (line.from == book, line.to == book) {
            (true, _) => -line.amount.minor,
            (_, true) => line.amount.minor,
            _ => 0,
        });
        sides.sum()
    };
    accounts.map(|account| BALANCE + sum(Book::Account(account)))
}
