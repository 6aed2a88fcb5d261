//! Money is neither made nor lost, nobody spends what they have not, and nothing is paid back twice.

use engine::Outcome;
use proptest::{collection::vec, prelude::*};

use super::{
    sequences,
    steps::{Act, Step, prepare, step},
};
use crate::fixture::World;

/// How far a balance may fall below zero.
pub(crate) const LIMIT: u32 = 1_000;

/// From what one registration costs to what a restoration and more cost.
pub(crate) fn credit() -> std::ops::Range<u32> {
    1_000..15_000
}

proptest! {
    #![proptest_config(sequences(40))]

    #[test]
    fn the_books_are_in_order_after_every_step(credit in credit(), steps in vec(step(), 1..60)) {
        let world = World::with_credit(credit.into(), LIMIT);
        prepare(&world);
        for step in steps {
            let before = balances(&world);
            let outcome = step.take(&world);
            let after = balances(&world);
            prop_assert!(after.iter().all(|balance| (-i64::from(LIMIT)..=i64::from(credit)).contains(balance)), "{after:?}");
            check_movement(&step, outcome, before, after)?;
            world.assert_audit_clean();
        }
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
            prop_assert!(others == 900 || (others == 0 && step.what == 2), "{moved:?}");
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
