//! Accounts and credentials.

use engine::FaultKind;
use engine::model::{
    AccountState, Billing, Credential, CreditState, CustomerId, DnsAllowance, Network, PartyId, Proof, Realm,
    SealedSecret, Terms, Vat,
};
use engine::ports::store::{Inserted, Store};

use crate::client::{read, refuse, try_write, write};
use crate::fixtures::{account, dollars, id, noon, opened, party};

pub(crate) fn an_account_reads_back_as_it_was_written(store: &dyn Store) {
    let mut alpha = account("ALPHA");
    alpha.networks = vec![Network::parse("192.0.2.0/24").unwrap(), Network::parse("2001:db8::/32").unwrap()];
    alpha.certificates = vec!["ab".repeat(32)];
    alpha.max_sessions = Some(7);
    alpha.max_requests = Some(2_000);
    alpha.credit_limit = 5_000;
    alpha.terms = Terms {
        price_list: Some("gold".to_owned()),
        vat: Vat::parse("21").unwrap(),
        credit_warning: Some(70),
        dns: DnsAllowance { zones: Some(5), rows: Some(700) },
    };
    alpha.billing = Billing {
        credit: CreditState::Locked,
        party: None,
        reverse_charge: true,
        customer: Some(CustomerId(7)),
    };
    let written = alpha.clone();
    assert_eq!(write(store, move |tx| tx.insert_account(&written)), Inserted::Yes);

    let expected = alpha.clone();
    let (id, clid) = (alpha.id, alpha.clid.clone());
    let (by_id, by_clid) =
        read(store, move |snapshot| Ok((snapshot.account(id)?, snapshot.account_by_clid(&clid)?)));
    assert_eq!(by_id, Some(expected.clone()));
    assert_eq!(by_clid, Some(expected));
    assert_eq!(read(store, move |snapshot| snapshot.balance(id)), dollars(0));
    assert!(read(store, move |snapshot| snapshot.queue(id)).is_none());
}

pub(crate) fn a_second_account_of_the_same_identifier_is_refused(store: &dyn Store) {
    opened(store, "ALPHA");
    let other = account("ALPHA");
    let id = other.id;
    assert_eq!(write(store, move |tx| tx.insert_account(&other)), Inserted::Taken);
    assert!(read(store, move |snapshot| snapshot.account(id)).is_none());
}

pub(crate) fn an_update_keeps_what_never_changes(store: &dyn Store) {
    let mut alpha = account("ALPHA");
    let written = alpha.clone();
    write(store, move |tx| tx.insert_account(&written));
    alpha.name = "New name".to_owned();
    alpha.state = AccountState::Suspended;
    alpha.credit_limit = 900;
    let dns = DnsAllowance { zones: None, rows: Some(9) };
    alpha.terms = Terms { price_list: None, vat: Vat::parse("5.5").unwrap(), credit_warning: Some(0), dns };
    let vat = Vat::parse("5.5").unwrap();
    alpha.terms = Terms { price_list: None, vat, credit_warning: Some(0), dns: DnsAllowance::default() };
    let (id, named) = (alpha.id, PartyId(id()));
    alpha.billing = Billing { credit: CreditState::Inactive, party: Some(named), ..Billing::default() };
    let changed = alpha.clone();
    write(store, move |tx| {
        tx.insert_party(named, id, &party())?;
        tx.update_account(&changed)
    });
    assert_eq!(read(store, move |snapshot| snapshot.account(id)), Some(alpha));
}

pub(crate) fn an_update_of_nothing_is_a_fault(store: &dyn Store) {
    let nobody = account("NOBODY");
    let fault = try_write(store, move |tx| tx.update_account(&nobody)).unwrap_err();
    assert_eq!(fault.kind, FaultKind::Internal);
}

pub(crate) fn accounts_are_listed_by_identifier(store: &dyn Store) {
    for clid in ["CHARLIE", "ALPHA", "BRAVO"] {
        opened(store, clid);
    }
    let listed = read(store, |snapshot| snapshot.accounts());
    let clids: Vec<&str> = listed.iter().map(|account| account.clid.as_str()).collect();
    assert_eq!(clids, ["ALPHA", "BRAVO", "CHARLIE"]);
}

pub(crate) fn a_login_belongs_to_one_account_per_realm(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let credential = |account, realm, secret: &str| Credential {
        realm,
        login: "alpha".to_owned(),
        account,
        proof: match realm {
            Realm::Wapi => Proof::Sealed(SealedSecret::from_store(secret.as_bytes())),
            _ => Proof::Hash(format!("${secret}")),
        },
        set_at: noon(),
        role: None,
    };
    let put = |credential: Credential| write(store, move |tx| tx.put_credential(&credential));
    assert_eq!(put(credential(alpha, Realm::Wapi, "one")), Inserted::Yes);
    assert_eq!(put(credential(alpha, Realm::Wapi, "two")), Inserted::Yes);
    assert_eq!(put(credential(bravo, Realm::Wapi, "three")), Inserted::Taken);
    assert_eq!(put(credential(bravo, Realm::Enom, "four")), Inserted::Yes);
    assert_eq!(put(credential(alpha, Realm::Epp, "five")), Inserted::Yes);

    let found = read(store, |snapshot| snapshot.credential(Realm::Wapi, "alpha"));
    assert_eq!(found, Some(credential(alpha, Realm::Wapi, "two")));
    let all = read(store, move |snapshot| snapshot.credentials(alpha));
    assert_eq!(all, [credential(alpha, Realm::Epp, "five"), credential(alpha, Realm::Wapi, "two")]);
    assert!(read(store, |snapshot| snapshot.credential(Realm::Wapi, "ALPHA")).is_none());
}

pub(crate) fn a_refused_account_leaves_nothing(store: &dyn Store) {
    let alpha = account("ALPHA");
    assert_eq!(refuse(store, move |tx| tx.insert_account(&alpha)), Inserted::Yes);
    assert!(read(store, |snapshot| snapshot.accounts()).is_empty());
    opened(store, "ALPHA");
}
