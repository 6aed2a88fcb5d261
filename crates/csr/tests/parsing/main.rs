//! Requests, good, bad and hostile.

#![allow(clippy::unwrap_used, reason = "in a test a panic is the report")]

use rcgen::{
    CertificateParams, CustomExtension, DnType, KeyPair, PKCS_ECDSA_P384_SHA384, PKCS_ED25519, SigningKey,
};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use csr::RingSignatures;
use engine::Refusal;
use engine::model::{Csr, CsrKey, CsrSubject};
use outcomes::Outcome;

const RSA_2048: &str = include_str!("rsa2048.pem");
const RSA_1024: &str = include_str!("rsa1024.pem");
const P521: &str = include_str!("p521.pem");

fn parse(text: &str) -> Result<Csr, Refusal> {
    Csr::parse(text, &RingSignatures)
}

/// The bytes of a request in PEM.
fn decode(pem: &str) -> Vec<u8> {
    let digits: String = pem.lines().filter(|line| !line.contains('-')).collect();
    STANDARD.decode(digits).unwrap()
}

/// Its base 64.
fn encode(der: &[u8]) -> String {
    STANDARD.encode(der)
}

fn params() -> CertificateParams {
    let mut params = CertificateParams::new(["www.shop.test".to_owned(), "shop.test".to_owned()]).unwrap();
    params.distinguished_name = rcgen::DistinguishedName::new();
    for (kind, text) in [
        (DnType::CountryName, "CZ"),
        (DnType::StateOrProvinceName, "Praha"),
        (DnType::LocalityName, "Brno"),
        (DnType::OrganizationName, "Shop"),
        (DnType::OrganizationalUnitName, "Web"),
        (DnType::CommonName, "www.shop.test"),
    ] {
        params.distinguished_name.push(kind, text);
    }
    params
}

fn made(key: &impl SigningKey, params: &CertificateParams) -> String {
    params.serialize_request(key).unwrap().pem().unwrap()
}

fn outcome(text: &str) -> Outcome {
    parse(text).unwrap_err().outcome
}

#[test]
fn what_a_request_says_is_read() {
    let pem = made(&KeyPair::generate().unwrap(), &params());
    let csr = parse(&pem).unwrap();
    let told = |text: &str| Some(text.to_owned());
    let subject = CsrSubject {
        common_name: told("www.shop.test"),
        organization: told("Shop"),
        unit: told("Web"),
        locality: told("Brno"),
        state: told("Praha"),
        country: told("CZ"),
        email: None,
    };
    assert_eq!((&csr.subject, csr.key), (&subject, CsrKey::P256));
    assert_eq!(csr.names, ["www.shop.test", "shop.test"]);
    assert_eq!((csr.signature_algorithm.as_str(), csr.has_bad_extensions), ("ecdsa-with-SHA256", false));
    assert_eq!(parse(&csr.pem).unwrap(), csr, "as it is kept");
}

#[test]
fn keys_of_each_accepted_kind_are_told() {
    let key = |text: &str| parse(text).unwrap().key;
    assert_eq!(key(RSA_2048), CsrKey::Rsa(2_048));
    for (kind, expected) in [(&PKCS_ECDSA_P384_SHA384, CsrKey::P384), (&PKCS_ED25519, CsrKey::Ed25519)] {
        assert_eq!(key(&made(&KeyPair::generate_for(kind).unwrap(), &params())), expected);
    }
}

#[test]
fn keys_that_are_weak_or_of_another_kind_are_refused() {
    assert_eq!(outcome(RSA_1024), Outcome::CsrKeyWeak);
    assert_eq!(outcome(P521), Outcome::CsrAlgorithmRefused);
}

#[test]
fn a_signature_of_another_key_is_wrong() {
    let der = decode(RSA_2048);
    for place in [der.len() - 1, 20] {
        let mut changed = der.clone();
        changed[place] ^= 1;
        let found = outcome(&encode(&changed));
        assert!([Outcome::CsrSignatureWrong, Outcome::CsrMalformed].contains(&found), "{place}: {found:?}");
    }
    let mut last = der;
    *last.last_mut().unwrap() ^= 1;
    assert_eq!(outcome(&encode(&last)), Outcome::CsrSignatureWrong);
}

#[test]
fn what_no_server_needs_is_noted() {
    let mut params = params();
    params.custom_extensions.push(CustomExtension::from_oid_content(&[1, 2, 3, 4], vec![5, 0]));
    let pem = made(&KeyPair::generate().unwrap(), &params);
    assert!(parse(&pem).unwrap().has_bad_extensions);
}

#[test]
fn hostile_texts_are_refused_at_once() {
    assert_eq!(outcome(" \n "), Outcome::TextMissing);
    assert_eq!(outcome(&"A".repeat(1 << 20)), Outcome::CsrTooLarge);
    let longest = &"MIIB".repeat(Csr::LONGEST / 4);
    let deep = encode(&[0x30, 0x80].repeat(20_000));
    for bad in ["no request", "AAAA", longest, &deep, &RSA_2048.replace(" REQUEST", "")] {
        assert_eq!(outcome(bad), Outcome::CsrMalformed, "{}", &bad[..20.min(bad.len())]);
    }
    // Cut anywhere, it is no request any more.
    let der = decode(RSA_2048);
    for end in 0..der.len() {
        assert!(parse(&encode(&der[..end])).is_err(), "{end}");
    }
    let mut trailing = der;
    trailing.push(0);
    assert_eq!(outcome(&encode(&trailing)), Outcome::CsrMalformed);
}
