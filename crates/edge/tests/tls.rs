//! Handshakes, client certificates, deadlines of the handshake.

#![allow(clippy::unwrap_used)] // a test ends where something is not as it must be

mod support;

use std::time::Duration;

use edge::{Authority, Fingerprint};
use rustls::version::{TLS12, TLS13};
use support::{Server, client, der, exchange, is_closed, roomy, secured, server_tls};
use tokio::io::AsyncWriteExt;
use tokio::time::Instant;

#[tokio::test]
async fn both_versions_of_tls_are_served_and_a_certificate_is_optional() {
    let authority = authority();
    let server = Server::echo(roomy(), |service| service.with_tls(server_tls(&authority)));
    for (version, name) in [(&TLS12, "TLSv1.2"), (&TLS13, "TLSv1.3")] {
        let connector = client(&authority, version, None);
        let mut stream = secured(&server, &connector).await.unwrap();
        assert_eq!(exchange(&mut stream, b"hello").await.unwrap(), format!("127.0.0.1 {name} - hello"));
    }
}

#[tokio::test]
async fn the_fingerprint_of_any_certificate_is_seen() {
    let (ours, foreign) = (authority(), authority());
    let server = Server::echo(roomy(), |service| service.with_tls(server_tls(&ours)));
    let mut seen = Vec::new();
    for issued in [ours.issue_client("ALPHA").unwrap(), foreign.issue_client("ALPHA").unwrap()] {
        for version in [&TLS12, &TLS13] {
            let connector = client(&ours, version, Some((&issued, &issued)));
            let mut stream = secured(&server, &connector).await.unwrap();
            let answer = exchange(&mut stream, b"x").await.unwrap();
            let fingerprint = answer.split(' ').nth(2).unwrap().parse::<Fingerprint>().unwrap();
            assert_eq!(fingerprint, Fingerprint::of(&der(&issued)));
            // Again, with the session resumed: the certificate is still known.
            let mut resumed = secured(&server, &connector).await.unwrap();
            assert_eq!(exchange(&mut resumed, b"x").await.unwrap(), answer);
            seen.push(fingerprint);
        }
    }
    assert_ne!(seen[0], seen[2]);
}

#[tokio::test]
async fn a_certificate_whose_key_the_client_does_not_hold_is_refused() {
    let authority = authority();
    let server = Server::echo(roomy(), |service| service.with_tls(server_tls(&authority)));
    let (shown, held) = (authority.issue_client("ALPHA").unwrap(), authority.issue_client("BRAVO").unwrap());
    for version in [&TLS12, &TLS13] {
        let connector = client(&authority, version, Some((&shown, &held)));
        // With TLS 1.3 the client is done before the server has judged it.
        let refused = match secured(&server, &connector).await {
            Ok(mut stream) => exchange(&mut stream, b"x").await.is_err(),
            Err(_) => true,
        };
        assert!(refused);
    }
    server.empty().await;
    assert!(server.metrics.encode().contains("reason=\"handshake\"} 2\n"));
}

#[tokio::test]
async fn who_does_not_shake_hands_in_time_is_dropped() {
    let authority = authority();
    let deadline = Duration::from_millis(250);
    let server = Server::echo(roomy(), |service| {
        service.with_tls(server_tls(&authority)).handshake_deadline(deadline)
    });
    let begun = Instant::now();
    let mut silent = server.connect().await;
    // A record header that announces a client hello, whose bytes then come one by one.
    let mut slow = server.connect().await;
    slow.write_all(&[0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc]).await.unwrap();
    let (mut slow, mut drip) = slow.into_split();
    tokio::spawn(async move {
        while drip.write_all(&[3]).await.is_ok() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    assert!(is_closed(&mut silent).await && is_closed(&mut slow).await);
    assert!(begun.elapsed() >= deadline);
    server.empty().await;
    assert!(server.metrics.encode().contains("reason=\"handshake_deadline\"} 2\n"));
}

#[tokio::test]
async fn what_is_not_tls_is_refused() {
    let authority = authority();
    let server = Server::echo(roomy(), |service| service.with_tls(server_tls(&authority)));
    let mut stream = server.connect().await;
    stream.write_all(b"GET / HTTP/1.1\r\n\r\n").await.unwrap();
    tokio::io::copy(&mut stream, &mut tokio::io::sink()).await.ok();
    server.empty().await;
    assert!(server.refused("handshake"));
}

#[tokio::test]
async fn a_renewed_certificate_takes_its_place_without_a_stop() {
    let (old, new) = (authority(), authority());
    let tls = server_tls(&old);
    let server = Server::echo(roomy(), |service| service.with_tls(tls.clone()));
    let mut open = secured(&server, &client(&old, &TLS13, None)).await.unwrap();
    let renewed =
        edge::tls::server_config(new.chain_pem(), new.key_pem(), edge::tls::ClientCertificates::Optional);
    tls.replace(renewed.unwrap());
    assert!(secured(&server, &client(&old, &TLS13, None)).await.is_err());
    assert!(secured(&server, &client(&new, &TLS13, None)).await.is_ok());
    assert!(exchange(&mut open, b"still here").await.is_ok());
}

#[tokio::test]
async fn a_flood_of_handshakes_is_spread_over_time() {
    let authority = authority();
    let server =
        Server::echo(roomy(), |service| service.with_tls(server_tls(&authority)).handshakes_per_second(20));
    let connector = client(&authority, &TLS13, None);
    let begun = Instant::now();
    for _ in 0..12 {
        secured(&server, &connector).await.unwrap();
    }
    // Two at once, then one each 50 ms.
    assert!(begun.elapsed() >= Duration::from_millis(450));
}

/// An authority whose certificates are good now.
fn authority() -> Authority {
    Authority::ephemeral(support::now()).unwrap()
}
