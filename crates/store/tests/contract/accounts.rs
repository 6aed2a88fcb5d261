//! Accounts and credentials.

use engine::FaultKind;
use engine::model::{
    AccountId, AccountName, AccountState, AddressBook, Addressee, Billing, Clid, Credential, CreditState,
    CustomerId, DnsAllowance, Email, Network, PartyId, Pattern, Proof, Realm, RoleUser, SealedSecret, Terms,
    Vat,
};
use engine::ports::store::{Inserted, Slice, Store, SubaccountFilter};

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
        one_time_key: None,
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

fn below(parent: AccountId, login: Option<&str>) -> SubaccountFilter {
    SubaccountFilter { parent, login: login.map(|text| Pattern::parse(text).unwrap()) }
}

pub(crate) fn accounts_below_are_found_by_login(store: &dyn Store) {
    let (alpha, shop) = (opened(store, "ALPHA"), account("SHOP"));
    let shop = engine::model::Account { parent: Some(alpha), ..shop };
    let id = shop.id;
    let own = Credential {
        realm: Realm::Rrp,
        login: "Shop_1".to_owned(),
        account: id,
        proof: Proof::Hash("$one".to_owned()),
        set_at: noon(),
        one_time_key: None,
        role: None,
    };
    let role = Credential { login: "shop:reader".to_owned(), role: Some(RoleUser::default()), ..own.clone() };
    write(store, move |tx| {
        tx.insert_account(&shop)?;
        tx.put_credential(&role)?;
        tx.put_credential(&own)
    });
    let slice = Slice { after: None, skip: 0, most: 9 };
    for (pattern, count) in
        [("shop_1", 1), ("*OP*", 1), ("shop?1", 1), ("shopx1", 0), ("*reader", 0), ("sh%", 0)]
    {
        let (filter, slice) = (below(alpha, Some(pattern)), slice.clone());
        let found = read(store, move |snapshot| {
            Ok((snapshot.subaccounts(&filter, &slice)?.len() as u64, snapshot.count_subaccounts(&filter)?))
        });
        assert_eq!(found, (count, count), "{pattern}");
    }
    assert!(read(store, move |snapshot| snapshot.has_subaccounts(alpha)));
    assert!(!read(store, move |snapshot| snapshot.has_subaccounts(id)));
}

pub(crate) fn accounts_below_are_listed_until_they_are_closed(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let subs: Vec<_> = ["SHOP", "CORNER", "STALL"]
        .map(|clid| engine::model::Account { parent: Some(alpha), ..account(clid) })
        .into();
    let written = subs.clone();
    write(store, move |tx| written.iter().try_for_each(|sub| tx.insert_account(sub).map(drop)));
    let listed = |after: Option<AccountId>, skip| {
        let slice = Slice { after, skip, most: 2 };
        read(store, move |snapshot| snapshot.subaccounts(&below(alpha, None), &slice))
    };
    let count = || read(store, move |snapshot| snapshot.count_subaccounts(&below(alpha, None)));
    assert_eq!((listed(None, 0), count()), (subs[..2].to_vec(), 3));
    assert_eq!(
        (listed(Some(subs[1].id), 0), listed(Some(subs[0].id), 1)),
        (subs[2..].to_vec(), subs[2..].to_vec())
    );

    let mut closed = subs[0].clone();
    closed.closed_at = Some(noon());
    let changed = closed.clone();
    write(store, move |tx| tx.update_account(&changed));
    assert_eq!((listed(None, 0), count()), (subs[1..].to_vec(), 2));
    assert_eq!(read(store, |snapshot| snapshot.accounts()).len(), 3);
    assert_eq!(read(store, move |snapshot| snapshot.account(closed.id)), Some(closed.clone()));
}

pub(crate) fn an_account_moves_below_another(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let sub = engine::model::Account { parent: Some(alpha), ..account("SHOP") };
    let (id, written) = (sub.id, sub.clone());
    write(store, move |tx| tx.insert_account(&written).map(drop));
    write(store, move |tx| tx.move_account(id, bravo));
    let moved = engine::model::Account { parent: Some(bravo), ..sub };
    assert_eq!(read(store, move |snapshot| snapshot.account(id)), Some(moved));
    assert!(!read(store, move |snapshot| snapshot.has_subaccounts(alpha)));
}

/// A login of an account, and one of a role.
fn logins(account: AccountId) -> [Credential; 2] {
    let role = RoleUser {
        commands: vec![Pattern::parse("query*").unwrap(), Pattern::parse("statusdomain").unwrap()],
        networks: vec![Network::parse("192.0.2.0/24").unwrap()],
    };
    let own = Credential {
        realm: Realm::Rrp,
        login: "alpha".to_owned(),
        account,
        proof: Proof::Hash("$one".to_owned()),
        set_at: noon(),
        one_time_key: None,
        role: None,
    };
    let one_time_key = Some(SealedSecret::from_store(b"sealed"));
    [own.clone(), Credential { login: "alpha:reader".to_owned(), role: Some(role), one_time_key, ..own }]
}

pub(crate) fn a_role_reads_back_as_it_was_written(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let [own, reader] = logins(alpha);
    let put = |credential: Credential| write(store, move |tx| tx.put_credential(&credential));
    assert_eq!((put(own.clone()), put(reader.clone())), (Inserted::Yes, Inserted::Yes));
    assert_eq!(read(store, |snapshot| snapshot.credential(Realm::Rrp, "alpha:reader")), Some(reader.clone()));
    let nothing = Credential { role: Some(RoleUser::default()), ..reader.clone() };
    put(nothing.clone());
    let both = read(store, move |snapshot| snapshot.credentials(alpha));
    assert_eq!(both, [own, nothing], "a role that may do nothing is a role still");

    let named = |login: &str| {
        let name = AccountName::Login(Realm::Rrp, login.to_owned());
        read(store, move |snapshot| snapshot.account_named(&name)).map(|account| account.id)
    };
    assert_eq!((named("alpha"), named("alpha:reader"), named("bravo")), (Some(alpha), None, None));
    let clid = AccountName::Clid(Clid::parse("ALPHA").unwrap());
    assert!(read(store, move |snapshot| snapshot.account_named(&clid)).is_some());
}

pub(crate) fn logins_are_taken_away(store: &dyn Store) {
    let (alpha, bravo) = (opened(store, "ALPHA"), opened(store, "BRAVO"));
    let written = logins(alpha);
    write(store, move |tx| written.iter().try_for_each(|held| tx.put_credential(held).map(drop)));
    let remove = |account| write(store, move |tx| tx.remove_credential(account, Realm::Rrp, "alpha:reader"));
    assert_eq!((remove(bravo), remove(alpha), remove(alpha)), (false, true, false));
    write(store, move |tx| tx.remove_credentials(alpha));
    assert!(read(store, move |snapshot| snapshot.credentials(alpha)).is_empty());

    let standings = read(store, move |snapshot| snapshot.standings(&[bravo, AccountId(1), alpha]));
    let ids: Vec<_> = standings.iter().map(|(id, standing)| (*id, standing.balance)).collect();
    assert_eq!(ids, [(bravo, dollars(0)), (alpha, dollars(0))]);
}

pub(crate) fn an_address_book_takes_the_place_of_an_earlier_one(store: &dyn Store) {
    let alpha = opened(store, "ALPHA");
    let found = || read(store, move |snapshot| snapshot.address_book(alpha));
    assert_eq!(found(), None);
    let email = Some(Email::parse("owner@example.test").unwrap());
    let owner =
        AddressBook { owner: Some(Addressee { email, ..Addressee::default() }), ..AddressBook::default() };
    for book in [owner, AddressBook::default()] {
        let put = book.clone();
        write(store, move |tx| tx.put_address_book(alpha, &put));
        assert_eq!(found(), Some(book));
    }
}
