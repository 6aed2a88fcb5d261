use engine::{
    Actor, Outcome,
    lifecycle::Phase,
    model::{EntryKind, Event, Instant, RenewalMode, Status, TimeOut, TransferState},
    ops::{
        contact,
        domain::{
            Authority, Milestone, SetTransferMode, Timeline, TransferApprove, TransferReject, TransferRequest,
        },
        due::Deed,
    },
};

use super::{choose, deeds, expiry, lines, names, phase};
use crate::fixture::{World, contact_of, handle, name, proof, transfer_of};

cases! {
    the_server_approves_a_domain_that_nobody_answers_for
    the_server_cancels_a_domain_that_nobody_answers_for
    the_server_approves_a_contact_that_nobody_answers_for
    what_was_answered_is_left_alone
    what_was_asked_for_again_has_its_own_time
    a_renewal_while_it_waits_is_replaced_and_paid_back
    a_renewal_before_it_is_replaced_and_paid_back
    a_renewal_long_before_it_counts
    it_comes_before_what_else_is_due_at_the_moment
    what_lapses_meanwhile_stays
    the_choice_of_the_losing_sponsor_goes
    silence_is_no_where_no_authinfo_was_shown
    silence_is_yes_where_the_losing_sponsor_said_so
}

fn ask_the_sponsor(world: &World, domain: &str) {
    let request = TransferRequest { authority: Authority::Sponsor, ..transfer_of(domain) };
    world.done(&world.bravo, Outcome::TransferRequested, request);
}

/// The zone would approve.
fn silence_is_no_where_no_authinfo_was_shown() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let balance = world.balance(&world.bravo);
    ask_the_sponsor(&world, shop);
    let ahead = world.found(&world.alpha, Outcome::DomainTimelineTold, Timeline { name: name(shop) }).ahead;
    assert!(ahead.iter().any(|(_, milestone)| *milestone == Milestone::TransferCancelled), "{ahead:?}");
    assert_eq!(deeds(&world.advance_days(5)), [Deed::TransferCancelled]);
    assert_eq!(world.view(shop).domain.sponsor, world.alpha.id());
    assert_eq!(world.balance(&world.bravo), balance);
    assert_eq!(states(&world, &world.bravo), [TransferState::ServerCancelled]);
    ask(&world, shop);
    assert_eq!(
        deeds(&world.advance_days(5)),
        [Deed::TransferApproved],
        "with the authInfo it goes on as before"
    );
}

fn silence_is_yes_where_the_losing_sponsor_said_so() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let mode = SetTransferMode { name: name(shop), mode: Some(TimeOut::Approve) };
    world.done(&world.alpha, Outcome::DomainTransferModeSet, mode);
    ask_the_sponsor(&world, shop);
    assert_eq!(deeds(&world.advance_days(5)), [Deed::TransferApproved]);
    assert_eq!(world.view(shop).domain.sponsor, world.bravo.id());
}

fn registered(domain: &str) -> World {
    let world = World::new();
    world.register(&world.alpha, domain);
    world
}

fn ask(world: &World, domain: &str) {
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of(domain));
}

/// The states that an account heard of.
fn states(world: &World, actor: &Actor) -> Vec<TransferState> {
    let state = |event| match event {
        Event::DomainTransfer { transfer, .. } | Event::ContactTransfer { transfer, .. } => {
            Some(transfer.state)
        }
        _ => None,
    };
    world.told(actor).into_iter().filter_map(state).collect()
}

fn the_server_approves_a_domain_that_nobody_answers_for() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let ends = expiry(&world, shop);
    ask(&world, shop);
    let asked = world.now();
    assert!(world.advance_to(Instant::from_millis(asked.plus_days(5).millis() - 1)).is_empty());
    let fired = world.advance_to(asked.plus_days(9));
    assert_eq!(deeds(&fired), [Deed::TransferApproved]);
    assert_eq!(fired[0].at, asked.plus_days(5));
    let domain = world.view(shop).domain;
    assert_eq!((domain.sponsor, domain.expires_at), (world.bravo.id(), ends.plus_years(1)));
    assert_eq!(domain.transferred_at, Some(asked.plus_days(5)));
    assert!(domain.authinfo.is_none() && !domain.statuses.has(Status::PendingTransfer));
    assert_eq!(states(&world, &world.alpha), [TransferState::Pending, TransferState::ServerApproved]);
    assert_eq!(states(&world, &world.bravo), [TransferState::ServerApproved]);
    let history = ["domain_create", "domain_transfer_request", "transfer_time_out"];
    assert_eq!(world.history(domain.id), history);
    world.assert_audit_clean();
}

fn the_server_cancels_a_domain_that_nobody_answers_for() {
    let (world, shop) = (registered("shop.slow.test"), "shop.slow.test");
    world.pass_days(20);
    let (ends, balance) = (expiry(&world, shop), world.balance(&world.bravo));
    ask(&world, shop);
    assert_eq!(deeds(&world.advance_days(5)), [Deed::TransferCancelled]);
    let domain = world.view(shop).domain;
    assert_eq!((domain.sponsor, domain.expires_at), (world.alpha.id(), ends));
    assert!(domain.authinfo.is_some() && !domain.statuses.has(Status::PendingTransfer));
    assert_eq!(world.balance(&world.bravo), balance, "it costs nothing");
    assert_eq!(states(&world, &world.alpha), [TransferState::Pending, TransferState::ServerCancelled]);
    assert_eq!(states(&world, &world.bravo), [TransferState::ServerCancelled]);
    ask(&world, shop);
    world.assert_audit_clean();
}

fn the_server_approves_a_contact_that_nobody_answers_for() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let request = contact::TransferRequest {
        handle: handle("JANE"),
        zone: None,
        proof: Some(proof("Contact-go-7").authinfo),
    };
    world.done(&world.bravo, Outcome::TransferRequested, request);
    let fired = world.advance_days(5);
    assert_eq!((deeds(&fired), fired[0].object.as_str()), (vec![Deed::TransferApproved], "JANE"));
    let contact = contact_of(&world, &world.bravo, "JANE");
    assert_eq!((contact.sponsor, contact.transferred_at), (world.bravo.id(), Some(world.now())));
    assert_eq!(states(&world, &world.alpha), [TransferState::Pending, TransferState::ServerApproved]);
    assert_eq!(states(&world, &world.bravo), [TransferState::ServerApproved]);
}

fn what_was_answered_is_left_alone() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    ask(&world, shop);
    world.advance_days(2);
    world.done(&world.alpha, Outcome::TransferRejected, TransferReject { name: name(shop) });
    assert!(world.advance_days(10).is_empty());
    assert_eq!(world.view(shop).domain.sponsor, world.alpha.id());
}

fn what_was_asked_for_again_has_its_own_time() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    ask(&world, shop);
    world.advance_days(3);
    world.done(&world.alpha, Outcome::TransferRejected, TransferReject { name: name(shop) });
    ask(&world, shop);
    assert!(world.advance_days(4).is_empty());
    assert_eq!(deeds(&world.advance_days(1)), [Deed::TransferApproved]);
}

/// The losing sponsor paid for a year that the gaining one pays for as well: one of them is enough.
fn a_renewal_while_it_waits_is_replaced_and_paid_back() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let (ends, balance) = (expiry(&world, shop), world.balance(&world.alpha));
    world.advance_to(ends.plus_days(-2));
    world.told(&world.alpha);
    ask(&world, shop);
    assert_eq!(deeds(&world.advance_to(ends.plus_days(3))), [Deed::AutoRenewed, Deed::TransferApproved]);
    assert_eq!(expiry(&world, shop), ends.plus_years(1));
    assert_eq!(world.balance(&world.alpha), balance);
    let told = world.told(&world.alpha);
    assert_eq!(names(&told), ["domain_transfer", "domain_auto_renewed", "domain_transfer"]);
    for event in told {
        let Event::DomainTransfer { transfer, .. } = event else { continue };
        assert_eq!(transfer.expires_at, Some(ends.plus_years(1)), "what was announced came true");
    }
    world.assert_audit_clean();
}

fn a_renewal_before_it_is_replaced_and_paid_back() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let (ends, balance) = (expiry(&world, shop), world.balance(&world.alpha));
    world.advance_to(ends.plus_days(30));
    ask(&world, shop);
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name: name(shop) });
    assert_eq!((expiry(&world, shop), world.balance(&world.alpha)), (ends.plus_years(1), balance));
    let lines = lines(&world, shop);
    let renewal = lines.iter().find(|line| line.kind == EntryKind::AutoRenew).unwrap();
    assert!(lines.iter().any(|line| line.reverses == Some(renewal.id)));
}

fn a_renewal_long_before_it_counts() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let (ends, balance) = (expiry(&world, shop), world.balance(&world.alpha));
    world.advance_to(ends.plus_days(42));
    ask(&world, shop);
    world.advance_days(5);
    assert_eq!(expiry(&world, shop), ends.plus_years(2));
    assert_eq!(world.balance(&world.alpha), balance - 800);
}

fn it_comes_before_what_else_is_due_at_the_moment() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    let ends = expiry(&world, shop);
    world.advance_to(ends.plus_days(-5));
    ask(&world, shop);
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::TransferApproved]);
    assert_eq!(expiry(&world, shop), ends.plus_years(1), "nothing expired");
}

fn what_lapses_meanwhile_stays() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, Some(RenewalMode::Explicit)));
    let (ends, balance) = (expiry(&world, shop), world.balance(&world.bravo));
    world.advance_to(ends.plus_days(-2));
    world.told(&world.alpha);
    ask(&world, shop);
    assert_eq!(deeds(&world.advance_to(ends.plus_days(4))), [Deed::Lapsed]);
    let domain = world.view(shop).domain;
    assert_eq!((phase(&world, shop), domain.sponsor), (Phase::Redemption, world.alpha.id()));
    assert!(!domain.statuses.has(Status::PendingTransfer));
    assert_eq!(world.balance(&world.bravo), balance);
    assert_eq!(states(&world, &world.bravo), [TransferState::ServerCancelled]);
    let told = world.told(&world.alpha);
    assert_eq!(names(&told), ["domain_transfer", "domain_transfer", "domain_lapsed"]);
    world.assert_audit_clean();
}

fn the_choice_of_the_losing_sponsor_goes() {
    let (world, shop) = (registered("shop.test"), "shop.test");
    world.done(&world.alpha, Outcome::DomainRenewalSet, choose(shop, Some(RenewalMode::Explicit)));
    ask(&world, shop);
    world.advance_days(5);
    assert_eq!(world.view(shop).domain.renewal, None);
}
