//! How statuses go together (RFC 5731 section 2.3), whatever happened.

use engine::{
    Outcome,
    model::Status,
    ops::domain::{DomainView, Info},
};
use proptest::{collection::vec, prelude::*};

use super::{
    sequences,
    steps::{DOMAINS, prepare, step},
};
use crate::fixture::{World, name};

proptest! {
    #![proptest_config(sequences(40))]

    #[test]
    fn statuses_go_together_after_every_step(steps in vec(step(), 1..60)) {
        let world = World::new();
        prepare(&world);
        for step in steps {
            step.take(&world);
            for domain in DOMAINS {
                let info = Info { name: name(domain), proof: None };
                if let Ok(done) = world.query(&world.alpha, info) {
                    prop_assert_eq!(done.outcome, Outcome::DomainFound);
                    check(&done.answer)?;
                }
            }
        }
    }
}

fn check(view: &DomainView) -> Result<(), TestCaseError> {
    let shown: Vec<Status> = view.statuses.iter().map(|(status, _)| *status).collect();
    let has = |status| shown.contains(&status);
    let distinct: std::collections::BTreeSet<_> = shown.iter().collect();
    prop_assert!(!shown.is_empty() && distinct.len() == shown.len(), "{shown:?}");
    prop_assert!(!has(Status::Ok) || shown == [Status::Ok], "`ok` stands alone: {shown:?}");
    let delegated = !view.hosts.is_empty() || !view.domain.host_attributes.is_empty();
    prop_assert_eq!(has(Status::Inactive), !delegated, "{:?}", shown);
    prop_assert!(!has(Status::Linked), "domains are not linked");
    let pending = Status::PENDING.iter().filter(|status| has(**status)).count();
    prop_assert!(pending <= 1, "{shown:?}");
    for (pending, bars) in [
        (Status::PendingDelete, Status::BARS_DELETE),
        (Status::PendingTransfer, Status::BARS_TRANSFER),
        (Status::PendingRenew, Status::BARS_RENEW),
        (Status::PendingUpdate, Status::BARS_UPDATE),
    ] {
        prop_assert!(!has(pending) || !bars.iter().any(|bar| has(*bar)), "{shown:?}");
    }
    prop_assert_eq!(has(Status::PendingDelete), view.domain.redemption.is_some(), "{:?}", shown);
    Ok(())
}
