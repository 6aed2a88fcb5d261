//! Wrong authInfos are counted wherever they are presented: after ten within a day, nobody is heard.

use engine::{
    Failure, Outcome,
    ops::domain::{Authority, Info, TransferQuery, TransferRequest, Update},
};
use proptest::{collection::vec, prelude::*};

use super::sequences;
use crate::fixture::{World, domain_update, name, proof, secret, transfer_of};

#[derive(Clone, Copy, Debug)]
enum Try {
    Info {
        who: usize,
        right: bool,
    },
    Query {
        who: usize,
        right: bool,
    },
    /// Never the right one, which would begin a transfer.
    Request,
    /// The sponsor sets a new authInfo.
    Renew,
    /// The sponsor tries to, and fails.
    FailToRenew,
    Wait(u8),
}

/// What is expected: how many attempts went wrong, in how many hours the first of them is forgotten.
#[derive(Default)]
struct Lock {
    wrong: u32,
    opened: i64,
}

impl Lock {
    /// The outcome of an attempt, given what a right one gets.
    fn attempt(&mut self, hour: i64, right: Option<Outcome>) -> Outcome {
        if self.wrong > 0 && hour - self.opened >= 24 {
            self.wrong = 0;
        }
        if self.wrong >= 10 {
            return Outcome::AuthinfoLocked;
        }
        right.unwrap_or_else(|| {
            if self.wrong == 0 {
                self.opened = hour;
            }
            self.wrong += 1;
            Outcome::AuthinfoWrong
        })
    }
}

proptest! {
    #![proptest_config(sequences(24))]

    #[test]
    fn ten_wrong_attempts_close_a_domain_for_a_day(tries in vec(a_try(), 1..80)) {
        let world = World::new();
        world.register(&world.alpha, "shop.test");
        let (mut lock, mut hour) = (Lock::default(), 0);
        for one in tries {
            let expected = match one {
                Try::Info { right, .. } => lock.attempt(hour, right.then_some(Outcome::DomainFound)),
                Try::Query { right, .. } => lock.attempt(hour, right.then_some(Outcome::TransferUnknown)),
                Try::Request => lock.attempt(hour, None),
                Try::Renew => {
                    lock = Lock::default();
                    Outcome::DomainUpdated
                }
                Try::FailToRenew => Outcome::AuthinfoWeak,
                Try::Wait(hours) => {
                    hour += i64::from(hours);
                    let millis = world.now().millis() + i64::from(hours) * 3_600_000;
                    world.set_clock(engine::model::Instant::from_millis(millis));
                    continue;
                }
            };
            prop_assert_eq!(outcome(&world, one), expected, "{:?}", one);
        }
    }
}

fn a_try() -> impl Strategy<Value = Try> {
    let right = || prop::bool::weighted(0.2);
    prop_oneof![
        8 => (0..3_usize, right()).prop_map(|(who, right)| Try::Info { who, right }),
        4 => (0..3_usize, right()).prop_map(|(who, right)| Try::Query { who, right }),
        4 => Just(Try::Request),
        1 => Just(Try::Renew),
        1 => Just(Try::FailToRenew),
        1 => (1..25_u8).prop_map(Try::Wait),
    ]
}

fn outcome(world: &World, one: Try) -> Outcome {
    let shop = || name("shop.test");
    let presented = |right| proof(if right { "Let-me-go-7" } else { "guess" });
    let update = |text| Update { authinfo: Some(secret(text)), ..domain_update("shop.test") };
    match one {
        Try::Info { who, right } => {
            let info = Info { name: shop(), proof: Some(presented(right)) };
            first(world.query(world.accounts()[who], info))
        }
        Try::Query { who, right } => {
            let query = TransferQuery { name: shop(), proof: Some(presented(right)) };
            first(world.query(world.accounts()[who], query))
        }
        Try::Request => {
            let request = TransferRequest {
                authority: Authority::AuthInfo(Some(presented(false))),
                ..transfer_of("shop.test")
            };
            first(world.command(&world.bravo, request))
        }
        Try::Renew => first(world.command(&world.alpha, update("Let-me-go-7"))),
        Try::FailToRenew => first(world.command(&world.alpha, update("weak"))),
        Try::Wait(_) => unreachable!("time alone asks nothing"),
    }
}

fn first<T>(end: Result<engine::Done<T>, Failure>) -> Outcome {
    match end {
        Ok(done) => done.outcome,
        Err(Failure::Refused(refusals)) => refusals.first().outcome,
        Err(Failure::Fault(fault)) => panic!("{fault}"),
    }
}
