//! Privacy: the public sees a stand-in in the place of the people of a domain.

use engine::{
    Actor, Outcome,
    model::{EntryKind, Event, Period, Privacy, PrivacyNews},
    ops::{
        domain::{self, Delete, Dossier, Push, Receiver},
        due::{Deed, Fired},
        privacy::{Buy, Info, List, Price, PrivacyView, Renew, SetRenewal, Switch},
    },
};

use crate::{
    domain::with_domain,
    fixture::{World, create_domain, name, read, transfer_of, write},
    protection::{refused_unpaid, warned},
};

cases! {
    success_hides_the_people_at_once
    success_is_billed_by_the_year
    success_is_switched_off_and_on
    success_adds_years_where_the_last_end
    success_tells_which_domains_have_it
    success_tells_what_it_costs
    it_ends_unless_it_was_to_be_renewed
    it_is_renewed_by_a_year_if_that_was_chosen
    it_ends_where_it_cannot_be_paid_for_days
    it_is_tried_again_each_day
    it_ends_the_day_after_nobody_wants_it_any_more
    it_is_not_renewed_for_a_domain_that_goes
    it_goes_with_its_domain
    it_is_off_when_the_domain_changes_hands
    refused_for_domains_of_others
    refused_without_it
    refused_twice
    refused_where_the_zone_shows_people
    refused_for_a_domain_on_its_way
    refused_for_years_that_are_not_offered
    refused_unpaid_orders
    refused_unpaid_renewals
}

fn years(count: u8) -> Period {
    Period::of_years(count)
}

fn buy(domain: &str) -> Buy {
    Buy { name: name(domain), period: years(1), renews: false }
}

fn renew(domain: &str) -> Renew {
    Renew { name: name(domain), period: years(1) }
}

fn enable(domain: &str) -> Switch {
    Switch { name: name(domain), on: true }
}

fn disable(domain: &str) -> Switch {
    Switch { name: name(domain), on: false }
}

fn set_renewal(domain: &str) -> SetRenewal {
    SetRenewal { name: name(domain), renews: true }
}

fn info(domain: &str) -> Info {
    Info { name: name(domain) }
}

/// `shop.test` of ALPHA, with privacy for a year.
fn bought() -> (World, Privacy) {
    let world = with_domain("shop.test");
    let privacy = world.done(&world.alpha, Outcome::PrivacyBought, buy("shop.test"));
    (world, privacy)
}

fn view(world: &World, actor: &Actor) -> PrivacyView {
    world.found(actor, Outcome::PrivacyFound, info("shop.test"))
}

/// What became of the privacy of a domain.
fn deeds(fired: &[Fired]) -> Vec<Deed> {
    let is_about = |deed: &Deed| {
        matches!(
            deed,
            Deed::PrivacyExpiryWarned | Deed::PrivacyRenewed | Deed::PrivacyUnpaid | Deed::PrivacyEnded
        )
    };
    fired.iter().map(|fired| fired.deed).filter(is_about).collect()
}

/// What an account has heard of the privacy of `shop.test`.
fn news(world: &World, actor: &Actor) -> Vec<PrivacyNews> {
    let about = |event| match event {
        Event::Privacy { name, news } if name == "shop.test" => Some(news),
        _ => None,
    };
    world.told(actor).into_iter().filter_map(about).collect()
}

fn success_hides_the_people_at_once() {
    let world = with_domain("shop.test");
    assert_eq!(view(&world, &world.alpha), PrivacyView { is_offered: true, privacy: None });
    let privacy = world.done(&world.alpha, Outcome::PrivacyBought, buy("shop.test"));
    let now = world.now();
    let expected = Privacy {
        domain: privacy.domain,
        bought_at: now,
        expires_at: now.plus_years(1),
        is_enabled: true,
        renews: false,
    };
    assert_eq!(privacy, expected);
    let told = view(&world, &world.alpha);
    assert_eq!((told.privacy, told.is_enabled()), (Some(privacy), true));
    let dossier = Dossier { name: name("shop.test") };
    assert_eq!(world.found(&world.alpha, Outcome::DomainFound, dossier).privacy, told);
}

fn success_is_billed_by_the_year() {
    let world = with_domain("shop.test");
    let before = world.balance(&world.alpha);
    let two = Buy { period: years(2), ..buy("shop.test") };
    let id = world.done(&world.alpha, Outcome::PrivacyBought, two).domain;
    world.done(&world.alpha, Outcome::PrivacyRenewed, renew("shop.test"));
    assert_eq!(before - world.balance(&world.alpha), 1_500);
    let lines = read(&world.engine, move |store| store.entries_of(id.into()));
    let kinds: Vec<_> = lines.iter().map(|line| (line.kind, line.years)).collect();
    assert_eq!(kinds[1..], [(EntryKind::Privacy, 2), (EntryKind::PrivacyRenew, 1)]);
    assert_eq!(world.history(id), ["domain_create", "privacy_buy", "privacy_renew"]);
    world.assert_audit_clean();
}

fn success_is_switched_off_and_on() {
    let (world, privacy) = bought();
    world.done(&world.alpha, Outcome::PrivacyDisabled, disable("shop.test"));
    assert_eq!(view(&world, &world.alpha).privacy, Some(Privacy { is_enabled: false, ..privacy }));
    world.refused(&world.alpha, Outcome::PrivacyDisabledAlready, disable("shop.test"));
    world.done(&world.alpha, Outcome::PrivacyEnabled, enable("shop.test"));
    assert_eq!(view(&world, &world.alpha).privacy, Some(privacy));
    world.refused(&world.alpha, Outcome::PrivacyEnabledAlready, enable("shop.test"));
}

fn success_adds_years_where_the_last_end() {
    let (world, privacy) = bought();
    world.pass_days(10);
    let renewed = world.done(&world.alpha, Outcome::PrivacyRenewed, renew("shop.test"));
    assert_eq!(renewed, Privacy { expires_at: privacy.expires_at.plus_years(1), ..privacy });
    assert_eq!(deeds(&world.advance_to(privacy.expires_at)), [], "it does not end where it would have");
    assert_eq!(deeds(&world.advance_to(renewed.expires_at)), [Deed::PrivacyExpiryWarned, Deed::PrivacyEnded]);
}

fn success_tells_which_domains_have_it() {
    let (world, privacy) = bought();
    world.register(&world.alpha, "else.test");
    let other = world.view("else.test").domain.id;
    let list = |domains| world.found(&world.alpha, Outcome::PrivaciesListed, List { domains });
    assert_eq!(list(vec![other, privacy.domain]), [(privacy.domain, true)]);
    assert_eq!(list(vec![other]), []);
}

fn success_tells_what_it_costs() {
    let world = World::new();
    let price = Price { period: years(3) };
    let offer = world.glanced(Outcome::PricesTold, price);
    assert_eq!((offer.fee.map(|fee| fee.gross().minor), offer.years.least), (Some(1_500), 1));
    let euros = world.engine.glance(&world.charlie, price).unwrap().answer;
    assert_eq!(euros.fee, None);
}

fn it_ends_unless_it_was_to_be_renewed() {
    let (world, privacy) = bought();
    let expires_at = privacy.expires_at;
    assert_eq!(deeds(&world.advance_to(expires_at.plus_days(-30).plus_millis(-1))), []);
    assert_eq!(deeds(&world.advance_to(expires_at.plus_days(-30))), [Deed::PrivacyExpiryWarned]);
    assert_eq!(deeds(&world.advance_to(expires_at.plus_millis(-1))), []);
    assert_eq!(deeds(&world.advance_to(expires_at)), [Deed::PrivacyEnded]);
    let warning = PrivacyNews::Expiring { expires_at, renews: false };
    assert_eq!(news(&world, &world.alpha), [warning, PrivacyNews::Ended]);
    assert_eq!(view(&world, &world.alpha).privacy, None);
    world.done(&world.alpha, Outcome::PrivacyBought, buy("shop.test"));
}

fn it_is_renewed_by_a_year_if_that_was_chosen() {
    let (world, privacy) = bought();
    world.done(&world.alpha, Outcome::PrivacyRenewalSet, set_renewal("shop.test"));
    world.done(&world.alpha, Outcome::PrivacyDisabled, disable("shop.test"));
    let warned_and_renewed = [Deed::PrivacyExpiryWarned, Deed::PrivacyRenewed];
    assert_eq!(deeds(&world.advance_to(privacy.expires_at)), warned_and_renewed);
    let expires_at = privacy.expires_at.plus_years(1);
    let expected = Privacy { expires_at, renews: true, is_enabled: false, ..privacy };
    assert_eq!(view(&world, &world.alpha).privacy, Some(expected));
    let warning = PrivacyNews::Expiring { expires_at: privacy.expires_at, renews: true };
    assert_eq!(news(&world, &world.alpha), [warning, PrivacyNews::Renewed { expires_at }]);
    assert_eq!(deeds(&world.advance_to(expires_at)), warned_and_renewed);
    world.assert_audit_clean();
}

/// `shop.test` of ALPHA at the end of its privacy, which was to be renewed and could not be paid.
fn unpaid() -> (World, Privacy) {
    let (world, privacy) = bought();
    let longer = domain::Renew { name: name("shop.test"), current_expiry: None, period: Some(years(3)) };
    world.done(&world.alpha, Outcome::DomainRenewed, longer);
    world.done(&world.alpha, Outcome::PrivacyRenewalSet, set_renewal("shop.test"));
    world.spend_all(&world.alpha);
    let fired = world.advance_to(privacy.expires_at);
    assert_eq!(deeds(&fired), [Deed::PrivacyExpiryWarned, Deed::PrivacyUnpaid]);
    (world, privacy)
}

fn it_ends_where_it_cannot_be_paid_for_days() {
    let (world, privacy) = unpaid();
    let ends_at = privacy.expires_at.plus_days(3);
    assert_eq!(deeds(&world.advance_to(ends_at.plus_millis(-1))), []);
    assert!(view(&world, &world.alpha).is_enabled(), "it runs on");
    assert_eq!(deeds(&world.advance_to(ends_at)), [Deed::PrivacyEnded]);
    assert_eq!(news(&world, &world.alpha)[1..], [PrivacyNews::Unpaid { ends_at }, PrivacyNews::Ended]);
}

fn it_is_tried_again_each_day() {
    let (world, privacy) = unpaid();
    world.advance_to(privacy.expires_at.plus_days(1).plus_millis(1));
    world.pay_in(&world.alpha, 10_000);
    assert_eq!(deeds(&world.advance_to(privacy.expires_at.plus_days(2).plus_millis(-1))), []);
    assert_eq!(deeds(&world.advance_to(privacy.expires_at.plus_days(2))), [Deed::PrivacyRenewed]);
    let expires_at = privacy.expires_at.plus_years(1);
    let renewed = view(&world, &world.alpha).privacy.map(|privacy| privacy.expires_at);
    assert_eq!(renewed, Some(expires_at), "the year begins where the last one ended");
    world.assert_audit_clean();
}

fn it_ends_the_day_after_nobody_wants_it_any_more() {
    let (world, privacy) = unpaid();
    let no = SetRenewal { renews: false, ..set_renewal("shop.test") };
    world.done(&world.alpha, Outcome::PrivacyRenewalSet, no);
    assert_eq!(deeds(&world.advance_to(privacy.expires_at.plus_days(1))), [Deed::PrivacyEnded]);
}

fn it_is_not_renewed_for_a_domain_that_goes() {
    let world = with_domain("shop.test");
    let buy = Buy { renews: true, ..buy("shop.test") };
    let privacy = world.done(&world.alpha, Outcome::PrivacyBought, buy);
    world.advance_to(privacy.expires_at.plus_days(-1));
    world.done(&world.alpha, Outcome::DomainDeletePending, Delete { name: name("shop.test") });
    let before = world.balance(&world.alpha);
    assert_eq!(deeds(&world.advance_to(privacy.expires_at)), [Deed::PrivacyEnded]);
    assert_eq!(world.balance(&world.alpha), before);
}

fn it_goes_with_its_domain() {
    let (world, privacy) = bought();
    world.done(&world.alpha, Outcome::DomainDeleted, Delete { name: name("shop.test") });
    assert_eq!(read(&world.engine, move |store| store.privacy(privacy.domain)), None);
    assert_eq!(deeds(&world.advance_to(privacy.expires_at)), []);
}

fn it_is_off_when_the_domain_changes_hands() {
    let (world, privacy) = bought();
    world.done(&world.alpha, Outcome::PrivacyRenewalSet, set_renewal("shop.test"));
    let to = Receiver::Clid(world.bravo.account.clid.clone());
    world.done(&world.alpha, Outcome::DomainPushed, Push { name: name("shop.test"), to });
    let expected = Privacy { is_enabled: false, renews: false, ..privacy };
    assert_eq!(view(&world, &world.bravo).privacy, Some(expected));
    world.done(&world.bravo, Outcome::PrivacyEnabled, enable("shop.test"));
}

fn refused_for_domains_of_others() {
    let (world, _) = bought();
    for (domain, outcome) in [("shop.test", Outcome::NotSponsor), ("none.test", Outcome::DomainUnknown)] {
        world.denied(&world.bravo, outcome, info(domain));
        world.refused(&world.bravo, outcome, buy(domain));
        world.refused(&world.bravo, outcome, renew(domain));
        world.refused(&world.bravo, outcome, enable(domain));
        world.refused(&world.bravo, outcome, disable(domain));
        world.refused(&world.bravo, outcome, set_renewal(domain));
    }
}

fn refused_without_it() {
    let world = with_domain("shop.test");
    world.refused(&world.alpha, Outcome::PrivacyMissing, renew("shop.test"));
    world.refused(&world.alpha, Outcome::PrivacyMissing, enable("shop.test"));
    world.refused(&world.alpha, Outcome::PrivacyMissing, disable("shop.test"));
    world.refused(&world.alpha, Outcome::PrivacyMissing, set_renewal("shop.test"));
}

fn refused_twice() {
    let (world, _) = bought();
    world.refused(&world.alpha, Outcome::PrivacyTaken, buy("shop.test"));
}

fn refused_where_the_zone_shows_people() {
    let world = World::new();
    world.enrol(&world.alpha, "JANE");
    let contacts = vec![(engine::model::Role::Registrant, crate::fixture::handle("JANE"))];
    let create = engine::ops::domain::Create { contacts, ..create_domain("shop.tags.test") };
    world.done(&world.alpha, Outcome::DomainCreated, create);
    let refusals = world.refused(&world.alpha, Outcome::PrivacyNotOffered, buy("shop.tags.test"));
    assert!(refusals.first().reason().contains("tags.test"));
    let view = world.found(&world.alpha, Outcome::PrivacyFound, info("shop.tags.test"));
    assert!(!view.is_offered);
}

fn refused_for_a_domain_on_its_way() {
    let world = World::new();
    world.redeemable(&world.alpha, "gone.test");
    world.refused(&world.alpha, Outcome::StatusProhibits, buy("gone.test"));
    world.register(&world.alpha, "away.test");
    world.done(&world.bravo, Outcome::TransferRequested, transfer_of("away.test"));
    world.refused(&world.alpha, Outcome::PendingTransferProhibits, buy("away.test"));
}

fn refused_for_years_that_are_not_offered() {
    let world = with_domain("shop.test");
    let four = Buy { period: years(4), ..buy("shop.test") };
    world.refused(&world.alpha, Outcome::PeriodOutOfRange, four);
    world.done(&world.alpha, Outcome::PrivacyBought, Buy { period: years(2), ..buy("shop.test") });
    world.refused(&world.alpha, Outcome::PeriodOutOfRange, Renew { period: years(4), ..renew("shop.test") });
    world.refused(&world.alpha, Outcome::TermTooLong, Renew { period: years(2), ..renew("shop.test") });
    world.done(&world.alpha, Outcome::PrivacyRenewed, renew("shop.test"));
}

fn refused_unpaid_orders() {
    let world = with_domain("shop.test");
    world.register(&world.charlie, "euro.test");
    world.refused(&world.charlie, Outcome::PriceMissing, buy("euro.test"));
    world.register(&world.alpha, "else.test");
    warned(&world, buy("else.test"));
    refused_unpaid(&world, || buy("shop.test"));
}

fn refused_unpaid_renewals() {
    let (world, privacy) = bought();
    world.register(&world.charlie, "euro.test");
    // It was had before the prices changed.
    let euros = Privacy { domain: world.view("euro.test").domain.id, ..privacy };
    write(&world.engine, move |store| store.put_privacy(&euros));
    world.refused(&world.charlie, Outcome::PriceMissing, renew("euro.test"));
    warned(&world, renew("shop.test"));
    refused_unpaid(&world, || renew("shop.test"));
}
