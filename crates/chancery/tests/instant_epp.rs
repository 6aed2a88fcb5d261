//! The crate instant-epp, unchanged, against the real server: a domain's life with two accounts, by the crate's own
//! commands and readers. Its requests declare namespaces by default, without prefixes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

use std::{sync::Arc, time::Duration};

use instant_epp::{
    EppClient, Error,
    client::RustlsConnector,
    contact::{self, Address, ContactCreate, ContactInfo, InfoType, PostalInfo, Voice},
    domain::{
        self, DomainCheck, DomainContact, DomainCreate, DomainDelete, DomainInfo, DomainRenew,
        DomainTransfer, DomainUpdate, HostInfo, HostObj, Period, PeriodLength,
        update::{DomainAdd, DomainChangeInfo},
    },
    extensions::{
        rgp::{self, report::RgpRestoreReport, request::RgpRestoreRequest},
        secdns::{self, Algorithm, DigestAlgorithm, DsDataType},
    },
    host::HostCreate,
    login::Login,
    logout::Logout,
    poll::{Ack, Poll, PollData},
    response::ResultCode,
};
use rustls::{
    ClientConfig, RootCertStore,
    pki_types::{CertificateDer, pem::PemObject},
};
use testkit::{Launch, Server};

#[tokio::test]
async fn a_domains_life() {
    let server = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap().start().unwrap();
    let extensions = [secdns::XMLNS, rgp::XMLNS];
    let mut alpha = log_in(&server, "ALPHA", &extensions).await;
    let mut bravo = log_in(&server, "BRAVO", &extensions).await;
    // The crate reads an info only where no extension has added to it, so info is asked in sessions without any.
    let mut alpha_reader = log_in(&server, "ALPHA", &[]).await;
    let mut bravo_reader = log_in(&server, "BRAVO", &[]).await;

    assert!(is_free(&mut alpha).await);
    create_contact(&mut alpha).await;
    for name in HOSTS {
        alpha.transact(&HostCreate::new(name, None), ID).await.unwrap();
    }
    create_domain(&mut alpha).await;
    assert!(!is_free(&mut alpha).await);
    let shown = info(&mut alpha_reader).await;
    assert_eq!((shown.client_id.as_str(), shown.registrant.as_deref()), ("ALPHA", Some("INSTANT-1")));

    hold(&mut alpha).await;
    assert!(info(&mut alpha_reader).await.statuses.unwrap().contains(&domain::Status::ClientHold));
    let end = shown.expiring_at.unwrap();
    let renew = DomainRenew::new(NAME, end.date_naive(), years(2));
    let renewed = alpha.transact(&renew, ID).await.unwrap();
    assert!(renewed.res_data().unwrap().expiring_at.unwrap() > end);
    let again = alpha.transact(&renew, ID).await;
    assert!(
        matches!(again, Err(Error::Command(refusal)) if refusal.result.code == ResultCode::ParameterValueRangeError)
    );

    let asked = bravo.transact(&DomainTransfer::new(NAME, None, AUTHINFO), ID).await.unwrap();
    assert_eq!(asked.res_data().unwrap().transfer_status, "pending");
    hear(&mut alpha, "pending").await;
    alpha.transact(&DomainTransfer::approve(NAME), ID).await.unwrap();
    hear(&mut bravo, "clientApproved").await;
    assert_eq!(info(&mut bravo_reader).await.client_id, "BRAVO");

    let deleted = bravo.transact(&DomainDelete::new(NAME), ID).await.unwrap();
    assert_eq!(deleted.result.code, ResultCode::CommandCompletedSuccessfullyActionPending);
    restore(&mut bravo, &info(&mut bravo_reader).await).await;
    assert!(!info(&mut bravo_reader).await.statuses.unwrap().contains(&domain::Status::PendingDelete));
    for mut client in [alpha, bravo] {
        client.transact(&Logout, ID).await.unwrap();
    }
}

type Client = EppClient<RustlsConnector>;

async fn log_in(server: &Server, account: &str, extensions: &[&str]) -> Client {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(&server.ready().ca_file).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let tls = Arc::new(tls.with_root_certificates(roots).with_no_client_auth());
    let connector = RustlsConnector::builder(("localhost".to_owned(), server.epp().port()))
        .unwrap()
        .build_with_config(tls);
    let mut client = EppClient::new(connector, "sandbox".to_owned(), Duration::from_secs(10)).await.unwrap();
    assert_eq!(client.greeting().unwrap().service_id, "Chancery sandbox");
    let login = Login::new(account, server.ready().secret(account).unwrap(), None, Some(extensions));
    client.transact(&login, ID).await.unwrap();
    client
}

async fn is_free(client: &mut Client) -> bool {
    let answer = client.transact(&DomainCheck { domains: &[NAME] }, ID).await.unwrap();
    answer.res_data().unwrap().list[0].name.available
}

async fn create_contact(client: &mut Client) {
    let address = Address::new(&["Okamžitá 1"], "Praha", None, Some("11000"), "CZ".parse().unwrap());
    let person = PostalInfo::new(InfoType::Local, "Jana Okamžitá", Some("Hned & Teď"), address);
    let voice = Voice::new("+420.200000000");
    let create = ContactCreate::new("INSTANT-1", "jana@example.test", person, Some(voice), AUTHINFO);
    client.transact(&create, ID).await.unwrap();
    let shown = client.transact(&ContactInfo::new("INSTANT-1", AUTHINFO), ID).await.unwrap();
    let shown = shown.res_data().unwrap();
    assert_eq!(shown.postal_info.organization.as_deref(), Some("Hned & Teď"));
    assert_eq!(shown.statuses, [contact::Status::Ok]);
}

async fn create_domain(client: &mut Client) {
    let hosts = HOSTS.map(|name| HostInfo::Obj(HostObj { name: name.into() }));
    let contacts =
        ["admin", "tech"].map(|role| DomainContact { contact_type: role.into(), id: "INSTANT-1".into() });
    let create =
        DomainCreate::new(NAME, years(1), Some(&hosts), Some("INSTANT-1"), AUTHINFO, Some(&contacts));
    let digest = "A7".repeat(32);
    let records =
        [DsDataType::new(12345, Algorithm::EcdsaP256Sha256, DigestAlgorithm::Sha256, &digest, None)];
    let created = client.transact((&create, &secdns::CreateData::from(records.as_ref())), ID).await.unwrap();
    assert_eq!(created.res_data().unwrap().name, NAME);
}

async fn hold(client: &mut Client) {
    let mut update = DomainUpdate::new(NAME);
    update.add(DomainAdd { ns: None, contacts: None, statuses: Some(&[domain::Status::ClientHold]) });
    client.transact(&update, ID).await.unwrap();
}

async fn info(client: &mut Client) -> domain::info::InfoData {
    client.transact(&DomainInfo::new(NAME, None), ID).await.unwrap().res_data.unwrap().into_inner()
}

/// Reads and acknowledges the one message that waits.
async fn hear(client: &mut Client, status: &str) {
    let message = client.transact(&Poll, ID).await.unwrap();
    let Some(PollData::DomainTransfer(transfer)) = message.res_data() else { panic!("{message:?}") };
    assert_eq!((transfer.name.as_str(), transfer.transfer_status.as_str()), (NAME, status));
    let message_id = &message.message_queue().unwrap().id;
    client.transact(&Ack { message_id }, ID).await.unwrap();
    let rest = client.transact(&Poll, ID).await.unwrap();
    assert_eq!(rest.result.code, ResultCode::CommandCompletedSuccessfullyNoMessages);
}

async fn restore(client: &mut Client, shown: &domain::info::InfoData) {
    let mut update = DomainUpdate::new(NAME);
    update.info(DomainChangeInfo { registrant: None, auth_info: None });
    let request = rgp::request::Update { data: RgpRestoreRequest::default() };
    client.transact((&update, &request), ID).await.unwrap();
    let (deleted, restored) = (shown.updated_at.unwrap(), shown.updated_at.unwrap());
    let statements = ["not for another", "all of it is true"];
    let report =
        RgpRestoreReport::new("before", "after", deleted, restored, "a slip", &statements, "nothing else");
    client.transact((&update, &rgp::report::Update { data: report }), ID).await.unwrap();
}

fn years(count: u8) -> Period {
    Period::Years(PeriodLength::new(count).unwrap())
}

const NAME: &str = "instant-life.test";
const AUTHINFO: &str = "Instant-Go-7";
const HOSTS: [&str; 2] = ["ns1.instant.example", "ns2.instant.example"];
const ID: &str = "instant-test";
