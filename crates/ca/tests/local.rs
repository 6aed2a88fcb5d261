//! The authority of this system's own.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use ca::LocalAuthority;
use engine::model::{CertificateName, CertificateOrderId, Clid, CsrSubject, Instant, IssuedCertificate};
use engine::ports::{AuthorityAnswer, AuthorityAsk, AuthorityTask, CertificateAuthority, IssueTask};
use rcgen::{CertificateParams, KeyPair};
use x509_parser::certificate::X509Certificate;
use x509_parser::pem::Pem;
use x509_parser::prelude::FromDer;

const NOW: i64 = 1_800_000_000;

fn ask(reference: &str, task: AuthorityTask) -> AuthorityAsk {
    AuthorityAsk {
        order: CertificateOrderId(1),
        reference: reference.to_owned(),
        name: "www.shop.test".to_owned(),
        owner: Clid::parse("ALPHA").unwrap(),
        task,
    }
}

fn task(key: &KeyPair) -> AuthorityTask {
    let csr = CertificateParams::new(["ignored.test".to_owned()]).unwrap().serialize_request(key).unwrap();
    let name = |text| CertificateName::parse(text).unwrap();
    let organization = Some("Shop".to_owned());
    AuthorityTask::Issue(Box::new(IssueTask {
        csr: csr.pem().unwrap(),
        names: vec![name("*.shop.test"), name("shop.test")],
        subject: CsrSubject {
            common_name: Some("*.shop.test".to_owned()),
            organization,
            ..CsrSubject::default()
        },
        not_before: Instant::from_millis(NOW * 1_000),
        not_after: Instant::from_millis(NOW * 1_000).plus_years(1),
    }))
}

fn issued(answer: AuthorityAnswer) -> IssuedCertificate {
    let AuthorityAnswer::Issued(certificate) = answer else { panic!("{answer:?}") };
    certificate
}

fn blocks(pem: &str) -> Vec<Pem> {
    Pem::iter_from_buffer(pem.as_bytes()).map(Result::unwrap).collect()
}

#[test]
fn a_chain_leads_from_the_certificate_to_the_root() {
    let (authority, key) = (LocalAuthority::ephemeral(NOW).unwrap(), KeyPair::generate().unwrap());
    let certificate = issued(authority.ask(&ask("R1", task(&key))).unwrap());
    let blocks = blocks(&(certificate.pem.clone() + &certificate.chain));
    let chain: Vec<_> =
        blocks.iter().map(|block| X509Certificate::from_der(&block.contents).unwrap().1).collect();
    let [leaf, issuer, root] = &chain[..] else { panic!("{} certificates", chain.len()) };
    leaf.verify_signature(Some(issuer.public_key())).unwrap();
    issuer.verify_signature(Some(root.public_key())).unwrap();
    root.verify_signature(None).unwrap();
    assert!(issuer.is_ca() && root.is_ca() && !leaf.is_ca());
    assert_eq!(leaf.subject().to_string(), "O=Shop, CN=*.shop.test");
    assert_eq!(leaf.public_key().subject_public_key.data, key.public_key_raw());
    let names = &leaf.subject_alternative_name().unwrap().unwrap().value.general_names;
    assert_eq!(names.len(), 2, "those that were shown, not those of the request: {names:?}");
    assert_eq!(leaf.validity().not_before.timestamp(), NOW);
}

#[test]
fn nothing_is_done_twice_under_one_reference() {
    let (authority, key) = (LocalAuthority::ephemeral(NOW).unwrap(), KeyPair::generate().unwrap());
    let put = |reference, task| authority.ask(&ask(reference, task)).unwrap();
    let first = put("R1", task(&key));
    assert_eq!(put("R1", task(&key)), first);
    assert_eq!(put("R1", AuthorityTask::Withdraw), first, "too late");
    assert_eq!(put("R1", AuthorityTask::Revoke), AuthorityAnswer::Revoked);
    assert_eq!(put("R2", AuthorityTask::Withdraw), AuthorityAnswer::Withdrawn);
    for reference in ["R1", "R2"] {
        assert!(matches!(put(reference, task(&key)), AuthorityAnswer::Refused(_)));
    }
    assert!(authority.ask(&ask("../R1", AuthorityTask::Revoke)).is_err());
}

#[test]
fn issuer_and_register_outlive_a_restart() {
    let (folder, key) = (tempfile::tempdir().unwrap(), KeyPair::generate().unwrap());
    let open = || LocalAuthority::open_or_create(&folder.path().join("ca"), NOW).unwrap();
    let first = open();
    let certificate = first.ask(&ask("R1", task(&key))).unwrap();
    let second = open();
    assert_eq!(second.chain_pem(), first.chain_pem());
    assert_eq!(second.ask(&ask("R1", task(&key))).unwrap(), certificate);
}
