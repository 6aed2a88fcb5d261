//! What becomes of a mailspace by itself at the end of its term.

use engine::{
    Outcome,
    model::{Event, MailspaceNews, RenewalMode},
    ops::{
        due::{Deed, Fired},
        mailspace::Renew,
    },
    policy::MailPolicy,
};

use super::{address, found, mailbox, months, space_name};
use crate::fixture::{World, email, read};

cases! {
    it_is_renewed_for_as_long_as_it_was_paid_last
    what_is_not_paid_takes_nothing_new_and_ends
    what_is_paid_in_time_goes_on_from_then
    what_is_renewed_meanwhile_is_enabled_from_then
    a_deleted_one_is_looked_for_in_vain
    where_the_policy_says_so_it_is_not_renewed
}

fn deeds(fired: &[Fired]) -> Vec<Deed> {
    fired.iter().map(|fired| fired.deed).collect()
}

fn told(news: MailspaceNews) -> Event {
    Event::Mailspace { name: "shop".to_owned(), news }
}

fn it_is_renewed_for_as_long_as_it_was_paid_last() {
    let world = World::with_credit(1_000, 0);
    let first = world.add_mailspace(&world.alpha, "shop").paid_until;
    let renew = Renew { name: space_name("shop"), term: months(2) };
    let ends = world.done(&world.alpha, Outcome::MailspaceRenewed, renew).mailspace.paid_until;
    assert_eq!(deeds(&world.advance_to(first)), []);
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::MailspaceRenewed]);
    let mailspace = found(&world, "shop").unwrap();
    assert_eq!((mailspace.paid_until, world.balance(&world.alpha)), (ends.plus_months(2), 0));
    assert_eq!(world.told(&world.alpha), [told(MailspaceNews::Renewed { paid_until: ends.plus_months(2) })]);
    assert_eq!(world.history(mailspace.id), ["mailspace_add", "mailspace_renew", "mailspace_auto_renew"]);
    world.assert_audit_clean();
}

fn what_is_not_paid_takes_nothing_new_and_ends() {
    let world = World::with_credit(1_200, 0);
    world.register(&world.alpha, "shop.test");
    let ends = world.add_mailspace(&world.alpha, "shop").paid_until;
    world.add_mailbox(&world.alpha, "shop", "info");
    world.add_address(&world.alpha, "info@shop.test", "info");
    world.forward(&world.alpha, "sales@shop.test", "jane@example.net");
    assert_eq!(deeds(&world.advance_to(ends.plus_days(2))), [Deed::MailspaceUnpaid]);
    assert_eq!(world.told(&world.alpha), [told(MailspaceNews::Unpaid { ends_at: ends.plus_days(3) })]);
    let refusals = world.refused(&world.alpha, Outcome::MailspaceDisabled, mailbox("shop", "sales"));
    assert!(refusals.first().reason().contains("not renewed"));
    world.refused(&world.alpha, Outcome::MailspaceDisabled, address("jane@shop.test", "info"));

    assert_eq!(deeds(&world.advance_to(ends.plus_days(3))), [Deed::MailspaceEnded]);
    assert_eq!(world.told(&world.alpha), [told(MailspaceNews::Ended)]);
    assert_eq!(found(&world, "shop"), None);
    assert_eq!(read(&world.engine, |store| store.mail_address(&email("info@shop.test"))), None);
    world.forward(&world.alpha, "info@shop.test", "jane@example.net");
    let account = world.alpha.id();
    let (address, target) = (email("sales@shop.test"), email("jane@example.net"));
    let kept = read(&world.engine, move |store| store.mail_forwarding(account, &address, &target)).unwrap();
    assert_eq!(kept.mailspace, None);
}

fn what_is_paid_in_time_goes_on_from_then() {
    let world = World::with_credit(200, 0);
    let ends = world.add_mailspace(&world.alpha, "shop").paid_until;
    world.advance_to(ends);
    world.pay_in(&world.alpha, 200);
    assert_eq!(deeds(&world.advance_to(ends.plus_days(1))), [Deed::MailspaceRenewed]);
    let mailspace = found(&world, "shop").unwrap();
    assert_eq!((mailspace.is_unpaid, mailspace.paid_until), (false, ends.plus_days(1).plus_months(1)));
}

fn what_is_renewed_meanwhile_is_enabled_from_then() {
    let world = World::with_credit(200, 0);
    let ends = world.add_mailspace(&world.alpha, "shop").paid_until;
    world.advance_to(ends.plus_days(1));
    world.pay_in(&world.alpha, 200);
    let now = world.now();
    let renew = Renew { name: space_name("shop"), term: months(1) };
    world.done(&world.alpha, Outcome::MailspaceRenewed, renew);
    let mailspace = found(&world, "shop").unwrap();
    assert_eq!((mailspace.disabled_because(), mailspace.paid_until), (None, now.plus_months(1)));
    assert_eq!(world.advance_to(now.plus_days(20)), [], "what was to be looked at finds nothing");
}

fn a_deleted_one_is_looked_for_in_vain() {
    let world = World::new();
    let ends = world.add_mailspace(&world.alpha, "shop").paid_until;
    let delete = engine::ops::mailspace::Delete { name: space_name("shop") };
    world.done(&world.alpha, Outcome::MailspaceDeleted, delete);
    assert_eq!(world.advance_to(ends.plus_days(9)), []);
}

fn where_the_policy_says_so_it_is_not_renewed() {
    let world = World::with_ports(|parts| {
        let usual = (*parts.policies.mail).clone();
        let policy = MailPolicy { renewal: RenewalMode::Explicit, keep_days: 0, ..usual };
        parts.policies = parts.policies.clone().with_mail(policy);
    });
    let ends = world.add_mailspace(&world.alpha, "shop").paid_until;
    let balance = world.balance(&world.alpha);
    assert_eq!(deeds(&world.advance_to(ends)), [Deed::MailspaceUnpaid, Deed::MailspaceEnded]);
    assert_eq!(world.balance(&world.alpha), balance);
}
