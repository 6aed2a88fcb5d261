//! The registry of .uk as a registrar's tests find it.

use engine::model::{BillCode, Handshake, Line};

use super::set::{Registrar, Set, State, Twist};

/// A registration is for two years here, as all were for a long time.
pub(super) const NOMINET: Set = Set { name: "nominet", registrars: REGISTRARS, states: STATES };

/// One for each answer that a release can get.
const REGISTRARS: &[Registrar] = &[
    Registrar { tag: "SEED-ASKS", handshake: Handshake::Always, barred: false },
    Registrar { tag: "SEED-TAKES", handshake: Handshake::Never, barred: false },
    Registrar { tag: "SEED-UNNAMED", handshake: Handshake::WithoutRegistrant, barred: false },
    Registrar { tag: "SEED-DECLINES", handshake: Handshake::Decline, barred: false },
    Registrar { tag: "SEED-BARRED", handshake: Handshake::Never, barred: true },
];

const STATES: &[State] = &[
    State {
        label: "new",
        zone: "co.uk",
        age_days: 0,
        years: 2,
        twist: Twist::Plain,
        shows: "Registered today and not invoiced: can be deleted",
    },
    State {
        label: "registered",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Plain,
        shows: "Invoiced, a long time to go: can be neither deleted nor renewed",
    },
    State {
        label: "second-level",
        zone: "uk",
        age_days: 200,
        years: 2,
        twist: Twist::Plain,
        shows: "The same, right under .uk",
    },
    State {
        label: "renewable",
        zone: "org.uk",
        age_days: 640,
        years: 2,
        twist: Twist::Plain,
        shows: "Ends within six months: can be renewed",
    },
    State {
        label: "renewed",
        zone: "co.uk",
        age_days: 640,
        years: 2,
        twist: Twist::Renewed,
        shows: "Renewed today and not invoiced: the renewal can be taken back",
    },
    State {
        label: "expired",
        zone: "co.uk",
        age_days: 740,
        years: 2,
        twist: Twist::Plain,
        shows: "Ended some days ago: renewal required",
    },
    State {
        label: "suspended",
        zone: "me.uk",
        age_days: 775,
        years: 2,
        twist: Twist::Plain,
        shows: "Ended more than a month ago: out of the DNS, can still be renewed",
    },
    State {
        label: "ending",
        zone: "co.uk",
        age_days: 820,
        years: 2,
        twist: Twist::Plain,
        shows: "Cancelled within days unless it is renewed",
    },
    State {
        label: "unwanted",
        zone: "co.uk",
        age_days: 640,
        years: 2,
        twist: Twist::Ordered(|change| change.renew_not_required = Some(true)),
        shows: "No longer required",
    },
    State {
        label: "auto-bill",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Ordered(|change| {
            (change.auto_bill, change.auto_period) = (Some(Some(30)), Some(Some(2)));
        }),
        shows: "Renewed by the server thirty days before each end",
    },
    State {
        label: "next-bill",
        zone: "org.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Ordered(|change| change.next_bill = Some(Some(60))),
        shows: "Renewed by the server sixty days before the next end, once",
    },
    State {
        label: "noted",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Ordered(|change| {
            change.notes = Some(vec![Line::from_store("Call before noon".to_owned())]);
            change.reseller = Some(Some(Line::from_store("SEED-SHOP".to_owned())));
            change.first_bill = Some(Some(BillCode::TagHolder));
            change.recur_bill = Some(Some(BillCode::Customer));
        }),
        shows: "With notes, a reseller and codes of bills",
    },
    State {
        label: "locked",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Locked,
        shows: "Locked for an investigation: nothing can be done with it",
    },
    State {
        label: "signed",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Signed,
        shows: "With a DS record",
    },
    State {
        label: "delegated",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Delegated,
        shows: "With a name server inside and one outside",
    },
    State {
        label: "shared",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Shared,
        shows: "All with one registrant: to be split, or to be released together",
    },
    State {
        label: "referred",
        zone: "net.uk",
        age_days: 0,
        years: 2,
        twist: Twist::Plain,
        shows: "Waits for the registry, which approves it after a day",
    },
    State {
        label: "leaving",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Released("SEED-ASKS"),
        shows: "Released to SEED-ASKS, which never answers: stays after five days",
    },
    State {
        label: "offered",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Offered,
        shows: "Released by SEED-ASKS to this tag: it is told, or asked if it wants to be",
    },
    State {
        label: "detagged",
        zone: "co.uk",
        age_days: 200,
        years: 2,
        twist: Twist::Released("DETAGGED"),
        shows: "Has no registrar any more",
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_state_has_a_label_of_its_own() {
        let labels: BTreeSet<_> = STATES.iter().map(|state| state.label).collect();
        assert_eq!(labels.len(), STATES.len());
    }

    #[test]
    fn names_are_released_to_registrars_that_are_there() {
        let tags: Vec<_> = REGISTRARS.iter().map(|registrar| registrar.tag).chain(["DETAGGED"]).collect();
        for state in STATES {
            if let Twist::Released(tag) = state.twist {
                assert!(tags.contains(&tag), "{tag}");
            }
        }
        assert_eq!(NOMINET.giver(), "SEED-ASKS");
    }
}
