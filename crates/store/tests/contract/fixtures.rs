//! Things to put into a store.

use std::sync::atomic::{AtomicI64, Ordering};

use engine::model::{
    Account, AccountId, AccountState, Arrival, Asked, Book, Clid, CompanyNumber, Contact, ContactId,
    ContactItem, Country, Currency, Cycle, Delegation, DeliveryAddress, Details, Disclosure, Domain,
    DomainId, DomainName, Email, Entry, EntryId, EntryKind, Event, Fee, Handle, HistoryEntry, Hold, HoldId,
    Host, HostAddress, HostAttribute, HostId, Identity, IdentityKind, Instant, Line, Money, Notice, NoticeId,
    Nsset, NssetId, NssetName, ObjectId, OperationId, Particulars, Party, PersonName, Phone, Plan, Postal,
    PostalKind, Protection, ProtectionId, ProtectionMode, ProtectionRule, ProtectionSettings,
    ProtectionState, RenewalMode, Role, SealedSecret, Statuses, Tally, TaxNumber, Transfer, TransferReport,
    TransferState, VatNumber,
};
use engine::ports::store::{Posted, Store};

use crate::client::write;

/// The next id, of whatever.
pub(crate) fn id() -> i64 {
    static LAST: AtomicI64 = AtomicI64::new(1 << 61);
    LAST.fetch_add(1, Ordering::Relaxed)
}

/// Noon of some day; the store never asks for another time.
pub(crate) fn noon() -> Instant {
    Instant::parse("2026-11-22T12:00:00Z").unwrap()
}

pub(crate) fn name(text: &str) -> DomainName {
    DomainName::parse(text).unwrap()
}

pub(crate) fn handle(text: &str) -> Handle {
    Handle::parse(text).unwrap()
}

pub(crate) fn dollars(minor: i64) -> Money {
    Money::new(minor, Currency::Usd)
}

pub(crate) fn account(clid: &str) -> Account {
    Account {
        id: AccountId(id()),
        parent: None,
        clid: Clid::parse(clid).unwrap(),
        name: format!("Registrar {clid}"),
        currency: Currency::Usd,
        credit_limit: 0,
        terms: Default::default(),
        billing: Default::default(),
        state: AccountState::Active,
        networks: Vec::new(),
        certificates: Vec::new(),
        max_sessions: None,
        max_requests: None,
        created_at: noon(),
        closed_at: None,
    }
}

/// An account that is in the store.
pub(crate) fn opened(store: &dyn Store, clid: &str) -> AccountId {
    let account = account(clid);
    let id = account.id;
    write(store, move |tx| tx.insert_account(&account));
    id
}

/// Money of an account set aside for an object.
pub(crate) fn hold(account: AccountId, object: ObjectId, net: i64, tax: i64) -> Hold {
    Hold {
        id: HoldId(id()),
        operation: OperationId(id()),
        at: noon(),
        account,
        party: None,
        kind: EntryKind::Transfer,
        fee: Fee { net: dollars(net), tax: dollars(tax) },
        object,
        years: 1,
    }
}

/// An account in the store with money.
pub(crate) fn funded(store: &dyn Store, clid: &str, cents: i64) -> AccountId {
    let id = opened(store, clid);
    let deposit = entry(Book::Bank, Book::Account(id), cents);
    assert!(matches!(write(store, move |tx| tx.post(&deposit)), Posted::Yes(_)));
    id
}

pub(crate) fn entry(from: Book, to: Book, cents: i64) -> Entry {
    Entry {
        id: EntryId(id()),
        operation: OperationId(id()),
        at: noon(),
        kind: EntryKind::Deposit,
        from,
        to,
        amount: dollars(cents),
        object: None,
        years: 0,
        reverses: None,
        invoice: None,
    }
}

pub(crate) fn contact(text: &str, sponsor: AccountId) -> Contact {
    Contact {
        id: ContactId(id()),
        handle: handle(text),
        sponsor,
        creator: sponsor,
        created_at: noon(),
        updater: None,
        updated_at: None,
        transferred_at: None,
        statuses: Statuses::default(),
        authinfo: None,
        details: Details {
            postal: Vec::new(),
            voice: None,
            fax: None,
            email: Email::parse("jane@example.test").unwrap(),
            disclosure: None,
            particulars: Particulars::default(),
        },
    }
}

pub(crate) fn host(text: &str, sponsor: AccountId) -> Host {
    Host {
        id: HostId(id()),
        name: name(text),
        superordinate: None,
        sponsor,
        creator: sponsor,
        created_at: noon(),
        updater: None,
        updated_at: None,
        transferred_at: None,
        statuses: Statuses::default(),
        addresses: Vec::new(),
    }
}

pub(crate) fn nsset_name(text: &str) -> NssetName {
    NssetName::parse(text).unwrap()
}

/// A set of two servers, one of them with glue.
pub(crate) fn nsset(text: &str, sponsor: AccountId) -> Nsset {
    let server = |text, addresses: &[&str]| HostAttribute {
        name: name(text),
        addresses: addresses.iter().map(|text| HostAddress::parse(text, false).unwrap()).collect(),
    };
    Nsset {
        id: NssetId(id()),
        name: nsset_name(text),
        sponsor,
        creator: sponsor,
        created_at: noon(),
        updater: None,
        updated_at: None,
        transferred_at: None,
        statuses: Statuses::default(),
        authinfo: None,
        contacts: Vec::new(),
        servers: vec![server("ns1.shop.test", &["192.0.2.1"]), server("ns.example.test", &[])],
    }
}

pub(crate) fn domain(text: &str, sponsor: AccountId) -> Domain {
    Domain {
        id: DomainId(id()),
        name: name(text),
        zone: name("test"),
        sponsor,
        creator: sponsor,
        created_at: noon(),
        updater: None,
        updated_at: None,
        expires_at: noon().plus_years(1),
        renewal: None,
        time_out: None,
        transferred_at: None,
        statuses: Statuses::default(),
        authinfo: None,
        nsset: None,
        host_attributes: Vec::new(),
        dnssec: Default::default(),
        grace: Vec::new(),
        redemption: None,
    }
}

/// Details with something in every field.
pub(crate) fn full_details() -> Details {
    let line = |text| Line::parse(text, 255).unwrap();
    let postal = |kind, city| Postal {
        kind,
        name: PersonName::of_parts(&line("Jane"), &line("Doe")).unwrap(),
        organisation: Some(line("Doe & Daughters")),
        street: vec![line("1 High Street"), line("Back door")],
        city: line(city),
        province: Some(line("Bohemia")),
        postal_code: Some(line("11000")),
        country: Country::parse("CZ").unwrap(),
    };
    Details {
        postal: vec![postal(PostalKind::Int, "Plzen"), postal(PostalKind::Loc, "Plzeň")],
        voice: Some(Phone::parse("+420.123456789", Some("12")).unwrap()),
        fax: Some(Phone::parse("+420.123456780", None).unwrap()),
        email: Email::parse("jane@example.test").unwrap(),
        disclosure: Some(Disclosure {
            show: false,
            elements: vec!["voice".to_owned(), "name/int".to_owned()],
        }),
        particulars: Particulars {
            second_email: Some(Email::parse("second@example.test").unwrap()),
            notify_email: Some(Email::parse("notify@example.test").unwrap()),
            company_number: Some(CompanyNumber::parse("28115708").unwrap()),
            tax_number: Some(TaxNumber::parse("CZ28115708").unwrap()),
            identity: Some(Identity::parse(IdentityKind::Birthday, "24.12.1980").unwrap()),
            delivery_address: Some(DeliveryAddress {
                street: line("Box 7"),
                city: line("Brno"),
                postal_code: line("602 00"),
                country: Country::parse("CZ").unwrap(),
            }),
            concealed: vec![ContactItem::Identity],
            ..Particulars::default()
        },
    }
}

pub(crate) fn transfer(object: ObjectId, gaining: AccountId, losing: AccountId) -> Transfer {
    Transfer {
        object,
        state: TransferState::Pending,
        gaining,
        requested_at: noon(),
        losing,
        acts_at: noon().plus_days(5),
        years: 1,
        expires_at: Some(noon().plus_years(2)),
        asked: Some(asked()),
        needs_sponsor: true,
        arrival: Arrival {
            contacts: vec![(Role::Registrant, handle("JANE"))],
            delegation: Some(Delegation::Nsset(NssetName::parse("SET-1").unwrap())),
            renewal: Some(RenewalMode::Automatic),
            is_locked: true,
        },
    }
}

pub(crate) fn asked() -> Asked {
    Asked {
        operation: OperationId(7),
        action: "domain_transfer_request".to_owned(),
        client_id: Some("CL-7".to_owned()),
        form: Some("wapi/xml".to_owned()),
    }
}

pub(crate) fn notice(account: AccountId) -> Notice {
    let transfer = TransferReport {
        state: TransferState::ClientRejected,
        gaining: "ALPHA".to_owned(),
        requested_at: noon(),
        losing: "BRAVO".to_owned(),
        acts_at: noon().plus_days(5),
        expires_at: None,
        object: None,
    };
    let event = Event::DomainTransfer { name: "shop.test".to_owned(), transfer };
    Notice { id: NoticeId(id()), account, at: noon(), event, asked: Some(asked()) }
}

/// Someone for whom invoices can be made.
pub(crate) fn party() -> Party {
    let line = |text| Line::parse(text, 255).unwrap();
    Party {
        name: line("Doe & Daughters"),
        street: vec![line("1 High Street"), line("Back door")],
        city: line("Plzeň"),
        postal_code: Some(line("11000")),
        country: Country::parse("CZ").unwrap(),
        company_number: Some(line("12345678")),
        tax_number: VatNumber::parse("CZ12345678"),
    }
}

pub(crate) fn protection(text: &str, account: AccountId) -> Protection {
    Protection {
        id: ProtectionId(id()),
        name: name(text),
        account,
        created_at: noon(),
        state: ProtectionState::Requested,
        plan: Plan::Start,
        cycle: Cycle::Monthly,
        expires_at: noon().plus_months(1),
        mode: ProtectionMode::Ns,
        settings: ProtectionSettings::default(),
        is_template: false,
        uses: Tally::from(noon()),
        purges: Tally::from(noon()),
        dns_set: false,
        force_dns: false,
        dns_token: None,
        paid_by: OperationId(id()),
        asked: None,
    }
}

/// A service with something in every field.
pub(crate) fn full_protection(text: &str, account: AccountId) -> Protection {
    let rules = ["block network 192.0.2.0/24", "challenge country CZ", "allow path /health"];
    let rules = rules.iter().map(|rule| ProtectionRule::parse(rule).unwrap()).collect();
    let upstreams = vec!["192.0.2.1".parse().unwrap(), "2001:db8::1".parse().unwrap()];
    Protection {
        settings: ProtectionSettings { upstreams, rules },
        uses: Tally { since: noon().plus_days(-1), count: 3 },
        purges: Tally { since: noon().plus_days(-2), count: 4 },
        force_dns: true,
        dns_token: Some(SealedSecret::from_store(&[1; 40])),
        asked: Some(asked()),
        ..protection(text, account)
    }
}

pub(crate) fn happened(account: AccountId, domain: &Domain, action: &'static str) -> HistoryEntry {
    HistoryEntry {
        operation: OperationId(id()),
        at: noon(),
        account,
        action,
        object: domain.id.into(),
        name: domain.name.as_str().to_owned(),
        client_id: Some("ABC-12345".to_owned()),
    }
}
