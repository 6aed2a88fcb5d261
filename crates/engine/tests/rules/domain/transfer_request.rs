use engine::{
    Actor, Outcome,
    model::{Event, Status, TransferState},
    ops::{
        AuthInfoProof,
        domain::{
            Authority, Create, DAYS_TO_ANSWER, Delete, TransferApprove, TransferCancel, TransferRequest,
        },
        poll,
    },
};

use super::{set, strict, strict_world, with_domain};
use crate::fixture::{
    World, contact_of, create_domain, day, handle, name, proof, read, secret, shown, transfer_of, years,
};

cases! {
    success_is_pending_for_five_days
    success_is_billed_and_notifies_the_losing_sponsor
    success_at_once_where_nobody_is_asked
    success_at_once_takes_the_hosts_along
    success_with_the_authinfo_of_the_registrant
    success_with_the_period_of_the_zone
    success_adds_no_more_than_the_longest_term_allows
    success_without_authinfo_waits_for_the_sponsor
    success_without_authinfo_waits_as_long_as_the_zone_says
    refused_for_an_unknown_domain
    refused_for_ones_own
    refused_without_authinfo
    refused_for_a_wrong_authinfo
    refused_where_no_authinfo_is_set
    refused_after_ten_wrong_authinfos
    refused_while_another_is_pending
    refused_under_a_status
    refused_when_it_is_deleted
    refused_too_soon
    refused_for_the_period
    refused_where_there_is_no_price
    refused_without_credit
    refused_without_credit_leaves_the_lock
    refused_in_the_documented_order
}

fn with(presented: &str) -> TransferRequest {
    TransferRequest { authority: shown(presented), ..transfer_of("shop.test") }
}

fn without() -> TransferRequest {
    TransferRequest { authority: Authority::AuthInfo(None), ..transfer_of("shop.test") }
}

fn success_is_pending_for_five_days() {
    let world = with_domain("shop.test");
    let answer = world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    let transfer = answer.transfer;
    assert_eq!((answer.name.as_str(), transfer.state), ("shop.test", TransferState::Pending));
    assert_eq!((transfer.gaining.as_str(), transfer.losing.as_str()), ("BRAVO", "ALPHA"));
    assert_eq!((transfer.requested_at, transfer.acts_at), (world.now(), world.now().plus_days(5)));
    assert_eq!(transfer.expires_at, Some(day("2029-03-01")));
    let domain = world.view("shop.test").domain;
    assert!(domain.statuses.has(Status::PendingTransfer));
    assert_eq!((domain.sponsor, domain.expires_at), (world.alpha.id(), day("2028-03-01")));
    assert_eq!(world.history(domain.id), ["domain_create", "domain_transfer_request"]);
}

fn success_is_billed_and_notifies_the_losing_sponsor() {
    let world = World::with_credit(2_000, 0);
    world.register(&world.alpha, "shop.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    assert_eq!((world.balance(&world.alpha), world.balance(&world.bravo)), (1_000, 2_000));
    assert_eq!(world.left(&world.bravo), 1_100, "the price is set aside");
    let queue = world.found(&world.alpha, Outcome::MessageWaiting, poll::Request::default()).unwrap();
    let Event::DomainTransfer { name, transfer } = queue.head.event else { panic!("{queue:?}") };
    assert_eq!((name.as_str(), transfer.state), ("shop.test", TransferState::Pending));
    assert_eq!(world.waiting(&world.bravo), 0);
}

fn success_at_once_where_nobody_is_asked() {
    let world = with_domain("shop.attr.test");
    let answer = world.done(&world.bravo, Outcome::TransferCompleted, transfer_of("shop.attr.test"));
    assert_eq!(answer.transfer.state, TransferState::ServerApproved);
    assert_eq!((answer.transfer.acts_at, answer.transfer.expires_at), (world.now(), None));
    let domain = world.view("shop.attr.test").domain;
    assert_eq!((domain.sponsor, domain.authinfo), (world.bravo.id(), None));
    assert_eq!((domain.transferred_at, domain.expires_at), (Some(world.now()), day("2028-03-01")));
    assert!(domain.statuses.is_empty());
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 0));
    assert_eq!(world.balance(&world.bravo), 1_000_000 - 900, "a transfer without years is billed once");
}

fn success_at_once_takes_the_hosts_along() {
    let world = with_domain("shop.attr.test");
    world.add_host(&world.alpha, "ns1.shop.attr.test", &["192.0.2.1"]);
    world.done(&world.bravo, Outcome::TransferCompleted, transfer_of("shop.attr.test"));
    let name = name("ns1.shop.attr.test");
    let host = read(&world.engine, move |store| store.host(&name)).unwrap();
    assert_eq!((host.sponsor, host.transferred_at), (world.bravo.id(), Some(world.now())));
}

fn success_with_the_authinfo_of_the_registrant() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let contacts = vec![(engine::model::Role::Registrant, handle("JANE"))];
    world.done(&world.alpha, Outcome::DomainCreated, Create { contacts, ..create_domain("shop.test") });
    let roid = Some(contact_of(&world, &world.alpha, "JANE").id.roid());
    let proof = Some(AuthInfoProof { roid, ..proof("Contact-go-7") });
    let request = TransferRequest { authority: Authority::AuthInfo(proof), ..transfer_of("shop.test") };
    world.done(&world.bravo, Outcome::TransferRequested, request);
}

fn success_with_the_period_of_the_zone() {
    let world = with_domain("shop.test");
    let request = TransferRequest { period: years(1), ..transfer_of("shop.test") };
    world.done(&world.bravo, Outcome::TransferRequested, request);
}

/// Ten years from now is the end, and nobody loses what was there before.
fn success_adds_no_more_than_the_longest_term_allows() {
    let world = World::new();
    world.done(
        &world.alpha,
        Outcome::DomainCreated,
        Create { period: years(10), ..create_domain("shop.test") },
    );
    world.pass_days(100);
    let answer = world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    assert_eq!(answer.transfer.expires_at, Some(world.now().plus_years(10)));

    world.done(
        &world.alpha,
        Outcome::DomainCreated,
        Create { period: years(10), ..create_domain("new.test") },
    );
    let answer = world.done(&world.bravo, Outcome::TransferRequested, transfer_of("new.test"));
    assert_eq!(answer.transfer.expires_at, Some(world.now().plus_years(10)));
}

fn of_sponsor(domain: &str) -> TransferRequest {
    TransferRequest { authority: Authority::Sponsor, ..transfer_of(domain) }
}

/// Where a transfer with the authInfo would be done at once.
fn success_without_authinfo_waits_for_the_sponsor() {
    let world = with_domain("shop.attr.test");
    let answer = world.done(&world.bravo, Outcome::TransferRequested, of_sponsor("shop.attr.test"));
    assert_eq!(answer.transfer.state, TransferState::Pending);
    assert_eq!(answer.transfer.acts_at, world.now().plus_days(DAYS_TO_ANSWER.into()));
    let domain = world.view("shop.attr.test").domain;
    assert!(domain.statuses.has(Status::PendingTransfer) && domain.sponsor == world.alpha.id());
    assert_eq!((world.waiting(&world.alpha), world.waiting(&world.bravo)), (1, 0));
    assert_eq!(world.balance(&world.bravo), 1_000_000, "the price is only set aside");
    let name = name("shop.attr.test");
    world.done(&world.alpha, Outcome::TransferApproved, TransferApprove { name });
    assert_eq!(world.view("shop.attr.test").domain.sponsor, world.bravo.id());
    assert_eq!(world.balance(&world.bravo), 1_000_000 - 900);
}

fn success_without_authinfo_waits_as_long_as_the_zone_says() {
    let world = with_domain("shop.slow.test");
    world.pass_days(20);
    let asked = world.done(&world.bravo, Outcome::TransferRequested, of_sponsor("shop.slow.test"));
    world.done(&world.bravo, Outcome::TransferCancelled, TransferCancel { name: name("shop.slow.test") });
    let shown = world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.slow.test"));
    assert_eq!(asked.transfer.acts_at, shown.transfer.acts_at);
}

fn refused_for_an_unknown_domain() {
    let world = World::new();
    world.refused(&world.bravo, Outcome::DomainUnknown, transfer_of("shop.test"));
}

fn refused_for_ones_own() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::AlreadySponsor, transfer_of("shop.test"));
}

fn refused_without_authinfo() {
    let world = with_domain("shop.test");
    world.refused(&world.bravo, Outcome::AuthinfoMissing, without());
}

fn refused_for_a_wrong_authinfo() {
    let world = with_domain("shop.test");
    for guess in ["let-me-go-7", "Let-me-go-7 ", "Let-me-go", ""] {
        world.refused(&world.bravo, Outcome::AuthinfoWrong, with(guess));
    }
}

fn refused_where_no_authinfo_is_set() {
    let world = World::new();
    let empty = Create { authinfo: secret(""), ..create_domain("shop.test") };
    world.done(&world.alpha, Outcome::DomainCreated, empty);
    world.refused(&world.bravo, Outcome::AuthinfoWrong, transfer_of("shop.test"));
    world.refused(&world.bravo, Outcome::AuthinfoWrong, with(""));
}

fn refused_after_ten_wrong_authinfos() {
    let world = with_domain("shop.test");
    lock(&world, &world.bravo);
    world.refused(&world.charlie, Outcome::AuthinfoLocked, transfer_of("shop.test"));
    world.pass_days(1);
    world.done(&world.charlie, Outcome::TransferRequested, transfer_of("shop.test"));
}

fn lock(world: &World, actor: &Actor) {
    for attempt in 0..10 {
        world.refused(actor, Outcome::AuthinfoWrong, with(&format!("guess-{attempt}")));
    }
}

fn refused_while_another_is_pending() {
    let world = super::asked_for("shop.test");
    world.refused(&world.bravo, Outcome::TransferOrdered, transfer_of("shop.test"));
    world.refused(&world.charlie, Outcome::TransferPending, transfer_of("shop.test"));
}

fn refused_under_a_status() {
    let world = with_domain("shop.test");
    set(&world, "shop.test", Status::ClientTransferProhibited);
    world.refused(&world.bravo, Outcome::StatusProhibits, transfer_of("shop.test"));
    world.register(&world.alpha, "other.test");
    world.set_by_server("other.test", Status::ServerTransferProhibited);
    world.refused(&world.bravo, Outcome::StatusProhibits, transfer_of("other.test"));
}

fn refused_when_it_is_deleted() {
    let world = World::new();
    world.redeemable(&world.alpha, "shop.test");
    world.refused(&world.bravo, Outcome::StatusProhibits, transfer_of("shop.test"));
}

fn refused_too_soon() {
    let world = strict_world();
    world.done(&world.alpha, Outcome::DomainCreated, strict("shop.strict.test"));
    let request =
        || TransferRequest { authority: shown("a-rather-long-secret"), ..transfer_of("shop.strict.test") };
    world.pass_days(59);
    world.refused(&world.bravo, Outcome::TransferTooSoon, request());
    world.pass_days(1);
    world.done(&world.bravo, Outcome::TransferRequested, request());
}

fn refused_for_the_period() {
    let world = with_domain("shop.test");
    for period in [2, 10] {
        let request = TransferRequest { period: years(period), ..transfer_of("shop.test") };
        world.refused(&world.bravo, Outcome::TransferPeriodRefused, request);
    }
    world.register(&world.alpha, "shop.attr.test");
    let request = TransferRequest { period: years(1), ..transfer_of("shop.attr.test") };
    world.refused(&world.bravo, Outcome::TransferPeriodRefused, request);
}

fn refused_where_there_is_no_price() {
    let world = with_domain("shop.dollars.test");
    world.refused(&world.charlie, Outcome::PriceMissing, transfer_of("shop.dollars.test"));
}

fn refused_without_credit() {
    let world = World::with_credit(1_000, 0);
    world.register(&world.alpha, "shop.test");
    world.register(&world.bravo, "shop.attr.test");
    world.refused(&world.bravo, Outcome::CreditInsufficient, transfer_of("shop.test"));
    world.refused(&world.alpha, Outcome::CreditInsufficient, transfer_of("shop.attr.test"));
}

/// A request that comes to nothing does not even make wrong attempts forgotten.
fn refused_without_credit_leaves_the_lock() {
    let world = World::with_credit(1_000, 0);
    world.register(&world.alpha, "shop.attr.test");
    world.register(&world.bravo, "spent.test");
    let guess = || TransferRequest { authority: shown("guess"), ..transfer_of("shop.attr.test") };
    for _ in 0..9 {
        world.refused(&world.bravo, Outcome::AuthinfoWrong, guess());
    }
    world.refused(&world.bravo, Outcome::CreditInsufficient, transfer_of("shop.attr.test"));
    world.refused(&world.bravo, Outcome::AuthinfoWrong, guess());
    world.refused(&world.bravo, Outcome::AuthinfoLocked, transfer_of("shop.attr.test"));
}

/// That it is another's, the authInfo, a pending transfer, the statuses, the lock, the period, the credit.
fn refused_in_the_documented_order() {
    let world = World::with_credit(1_000, 0);
    world.register(&world.alpha, "shop.test");
    world.register(&world.charlie, "spent.test");
    set(&world, "shop.test", Status::ClientTransferProhibited);
    let wrong = |request: TransferRequest| TransferRequest { period: years(2), ..request };
    world.refused(&world.alpha, Outcome::AlreadySponsor, wrong(without()));
    world.refused(&world.charlie, Outcome::AuthinfoMissing, wrong(without()));
    world.refused(&world.charlie, Outcome::AuthinfoWrong, wrong(with("guess")));
    world.refused(&world.charlie, Outcome::StatusProhibits, wrong(transfer_of("shop.test")));
    let lift = super::statuses("shop.test", &[], &[Status::ClientTransferProhibited]);
    world.done(&world.alpha, Outcome::DomainUpdated, lift);
    world.refused(&world.charlie, Outcome::TransferPeriodRefused, wrong(transfer_of("shop.test")));
    world.refused(&world.charlie, Outcome::CreditInsufficient, transfer_of("shop.test"));
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("shop.test"));
    world.refused(&world.charlie, Outcome::AuthinfoWrong, wrong(with("guess")));
    world.refused(&world.charlie, Outcome::TransferPending, wrong(transfer_of("shop.test")));
    world.done(&world.bravo, Outcome::TransferCancelled, TransferCancel { name: name("shop.test") });
    world.done(&world.alpha, Outcome::DomainDeleted, Delete { name: name("shop.test") });
}
