//! Protection services, invitations, and what the network has on record.

use engine::FaultKind;
use engine::model::{
    AccountId, CustomerId, Cycle, Invitation, NetworkRecord, Plan, Protection, ProtectionId, ProtectionMode,
    ProtectionState, SealedSecret,
};
use engine::ports::store::{Inserted, Store};

use crate::client::{read, try_write, write};
use crate::fixtures::{full_protection, name, noon, opened, protection};

/// A service that is in the store.
fn inserted(store: &dyn Store, text: &str, account: AccountId) -> Protection {
    let service = protection(text, account);
    let written = service.clone();
    assert_eq!(write(store, move |tx| tx.insert_protection(&written)), Inserted::Yes);
    service
}

fn named(store: &dyn Store, text: &str) -> Option<Protection> {
    let name = name(text);
    read(store, move |snapshot| snapshot.protection(&name))
}

pub(crate) fn a_service_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let service = full_protection("shop.test", alpha);
    let written = service.clone();
    assert_eq!(write(store, move |tx| tx.insert_protection(&written)), Inserted::Yes);
    let id = service.id;
    assert_eq!(named(store, "shop.test"), Some(service.clone()));
    assert_eq!(read(store, move |snapshot| snapshot.protection_by_id(id)), Some(service));
    assert_eq!(read(store, |snapshot| snapshot.protection_by_id(ProtectionId(7))), None);
}

pub(crate) fn a_name_has_one_service(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let first = inserted(store, "shop.test", alpha);
    let second = protection("shop.test", bravo);
    assert_eq!(write(store, move |tx| tx.insert_protection(&second)), Inserted::Taken);
    assert_eq!(named(store, "shop.test"), Some(first));
}

pub(crate) fn an_update_replaces_the_row(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let before = inserted(store, "shop.test", alpha);
    let changed = Protection {
        state: ProtectionState::Unpaid,
        plan: Plan::Expert,
        cycle: Cycle::Yearly,
        mode: ProtectionMode::Cname,
        is_template: true,
        dns_set: true,
        dns_token: Some(SealedSecret::from_store(&[7; 40])),
        id: before.id,
        ..full_protection("shop.test", alpha)
    };
    let written = changed.clone();
    write(store, move |tx| tx.update_protection(&written));
    assert_eq!(named(store, "shop.test"), Some(changed));
    let nowhere = protection("other.test", alpha);
    let fault = try_write(store, move |tx| tx.update_protection(&nowhere)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Internal);
}

pub(crate) fn services_are_listed_with_those_that_are_shared(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let second = inserted(store, "b.test", alpha);
    inserted(store, "a.test", alpha);
    inserted(store, "c.test", bravo);
    let invite = |accepted| {
        let invitation = Invitation { protection: second.id, guest: bravo, at: noon(), accepted };
        write(store, move |tx| tx.put_invitation(&invitation));
        let id = second.id;
        assert_eq!(read(store, move |snapshot| snapshot.invitation(id, bravo)), Some(invitation));
    };
    let listed = |account| {
        let found = read(store, move |snapshot| snapshot.protections_of(account));
        found.into_iter().map(|found| found.name.to_string()).collect::<Vec<_>>()
    };
    invite(false);
    assert_eq!(
        (listed(alpha), listed(bravo)),
        (vec!["a.test".into(), "b.test".into()], vec!["c.test".into()])
    );
    invite(true);
    assert_eq!(listed(bravo), ["b.test", "c.test"]);
    let id = second.id;
    assert!(write(store, move |tx| tx.remove_invitation(id, bravo)));
    assert!(!write(store, move |tx| tx.remove_invitation(id, bravo)));
    assert_eq!(listed(bravo), ["c.test"]);
}

pub(crate) fn templates_are_listed_by_name(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    inserted(store, "plain.test", alpha);
    for text in ["b.test", "a.test"] {
        let template = Protection { is_template: true, ..protection(text, alpha) };
        write(store, move |tx| tx.insert_protection(&template));
    }
    let found = read(store, move |snapshot| snapshot.templates_of(alpha));
    assert_eq!(found.iter().map(|found| found.name.as_str()).collect::<Vec<_>>(), ["a.test", "b.test"]);
}

pub(crate) fn a_deletion_takes_invitations_along(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let id = inserted(store, "shop.test", alpha).id;
    let invitation = Invitation { protection: id, guest: bravo, at: noon(), accepted: true };
    write(store, move |tx| tx.put_invitation(&invitation));
    write(store, move |tx| tx.delete_protection(id));
    assert_eq!(named(store, "shop.test"), None);
    assert_eq!(read(store, move |snapshot| snapshot.invitation(id, bravo)), None);
    assert!(try_write(store, move |tx| tx.delete_protection(id)).is_err());
    inserted(store, "shop.test", bravo);
}

pub(crate) fn the_network_keeps_a_record_of_its_own(store: &dyn Store) {
    let (alphas, bravos) = (CustomerId(1), CustomerId(2));
    let record = |customer, plan| NetworkRecord {
        customer,
        name: name("shop.test"),
        service: None,
        plan,
        expires_at: noon(),
        mode: ProtectionMode::Ns,
        settings: full_protection("shop.test", AccountId(1)).settings,
        dns_set_at: Some(noon()),
        purged_at: None,
    };
    let found = |customer| read(store, move |snapshot| snapshot.network_record(customer, &name("shop.test")));
    for plan in [Plan::Start, Plan::Expert] {
        let written = record(alphas, plan);
        write(store, move |tx| tx.put_network_record(&written));
        assert_eq!(found(alphas), Some(record(alphas, plan)));
    }
    assert_eq!(found(bravos), None);
    assert!(write(store, move |tx| tx.remove_network_record(alphas, &name("shop.test"))));
    assert!(!write(store, move |tx| tx.remove_network_record(alphas, &name("shop.test"))));
    assert_eq!(found(alphas), None);
}
