//! HTTP over the shared listener.

#![allow(clippy::unwrap_used)] // a test ends where something is not as it must be

mod support;

use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Extension;
use axum::routing::{get, post};
use edge::http::{BodyError, Http, HttpLimits, Peer, housekeeping, read_body};
use edge::tls::{Tls, https_config};
use edge::{Authority, Gate, Stopped};
use rustls::version::TLS13;
use support::{Server, client, is_closed, networks, roomy, secured};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::timeout;

fn limits() -> HttpLimits {
    HttpLimits {
        head_deadline: Duration::from_millis(300),
        body_bytes: 1000,
        body_deadline: Duration::from_millis(300),
        write_deadline: Duration::from_millis(300),
        ..HttpLimits::default()
    }
}

fn router() -> Router {
    Router::new()
        .route(
            "/who",
            get(|Extension(peer): Extension<Peer>| async move {
                format!("{} {}", peer.address.ip(), peer.tls.is_some())
            }),
        )
        .route("/size", post(|body: Body| async move { told(&read_body(body).await.map(|body| body.len())) }))
        .route(
            "/slow",
            get(|| async {
                tokio::time::sleep(Duration::from_millis(200)).await;
                "done"
            }),
        )
        .route("/huge", get(|| async { vec![b'x'; 30_000_000] }))
}

fn told(size: &Result<usize, BodyError>) -> String {
    match size {
        Ok(size) => size.to_string(),
        Err(BodyError::TooLarge) => "too large".to_owned(),
        Err(BodyError::TooSlow) => "too slow".to_owned(),
        Err(BodyError::Broken(_)) => "broken".to_owned(),
    }
}

fn server() -> Server {
    Server::start(Http::new(router(), limits()), roomy(), |service| service)
}

/// Sends this and reads until the server closes.
async fn ask(stream: &mut (impl AsyncRead + AsyncWrite + Unpin), request: &str) -> String {
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    timeout(Duration::from_secs(5), stream.read_to_end(&mut answer)).await.unwrap().ok();
    String::from_utf8(answer).unwrap()
}

#[tokio::test]
async fn the_peer_is_that_of_the_socket_whatever_headers_say() {
    let request = "GET /who HTTP/1.1\r\nHost: example.test\r\nX-Forwarded-For: 192.0.2.1\r\nForwarded: for=192.0.2.1\r\n\
         X-Real-IP: 192.0.2.1\r\nConnection: close\r\n\r\n";
    let answer = ask(&mut server().connect().await, request).await;
    assert!(
        answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("\r\n\r\n127.0.0.1 false"),
        "{answer}"
    );
    let behind = Server::start(Http::new(router(), limits()), roomy(), |service| {
        service.behind(networks(&["127.0.0.1"]))
    });
    let answer =
        ask(&mut behind.connect().await, &format!("PROXY TCP4 203.0.113.5 127.0.0.1 1 80\r\n{request}"))
            .await;
    assert!(answer.ends_with("\r\n\r\n203.0.113.5 false"), "{answer}");
}

#[tokio::test]
async fn https_shares_the_listener() {
    let authority = Authority::ephemeral(support::now()).unwrap();
    let tls = Tls::new(https_config(authority.chain_pem(), authority.key_pem()).unwrap());
    let server = Server::start(Http::new(router(), limits()), roomy(), |service| service.with_tls(tls));
    let mut stream = secured(&server, &client(&authority, &TLS13, None)).await.unwrap();
    let answer = ask(&mut stream, "GET /who HTTP/1.0\r\n\r\n").await;
    assert!(answer.ends_with("127.0.0.1 true"), "{answer}");
}

#[tokio::test]
async fn a_body_too_large_or_too_slow_is_the_handlers_to_answer() {
    let server = server();
    for (request, expected) in [
        (format!("Content-Length: 1000\r\n\r\n{}", "x".repeat(1000)), "1000"),
        (format!("Content-Length: 1001\r\n\r\n{}", "x".repeat(1001)), "too large"),
        (format!("Content-Length: 100000\r\n\r\n{}", "x".repeat(100_000)), "too large"),
        (format!("Transfer-Encoding: chunked\r\n\r\n3ff\r\n{}\r\n0\r\n\r\n", "x".repeat(1023)), "too large"),
        ("Transfer-Encoding: chunked\r\n\r\n2\r\nxy\r\n0\r\n\r\n".to_owned(), "2"),
        ("Content-Length: 10\r\n\r\nxyz".to_owned(), "too slow"),
        ("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n".to_owned(), "broken"),
    ] {
        let request = format!("POST /size HTTP/1.1\r\nHost: example.test\r\nConnection: close\r\n{request}");
        let answer = ask(&mut server.connect().await, &request).await;
        assert!(answer.ends_with(&format!("\r\n\r\n{expected}")), "{expected}: {answer}");
    }
}

#[tokio::test]
async fn a_head_that_is_slow_or_huge_ends_the_connection() {
    let server = server();
    for start in ["", "GET / HT", "GET / HTTP/1.1\r\nX: y\r\n"] {
        let answer = ask(&mut server.connect().await, start).await;
        assert!(!answer.contains("200 OK"), "{answer}");
    }
    let huge = format!("GET /who HTTP/1.1\r\nX: {}\r\n\r\n", "y".repeat(17_000));
    assert!(ask(&mut server.connect().await, &huge).await.starts_with("HTTP/1.1 431 "));
    let many = format!("GET /who HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(65));
    assert!(ask(&mut server.connect().await, &many).await.starts_with("HTTP/1.1 431 "));
    server.empty().await;
}

/// A byte now and then is no better than silence: the time runs from the first byte to the last.
#[tokio::test]
async fn a_request_that_drips_in_ends_the_connection() {
    let server = server();
    for (start, drip) in [
        ("GET /who HTTP/1.1\r\nHost: example.test\r\nX: ", "y"),
        (
            "POST /size HTTP/1.1\r\nHost: example.test\r\nConnection: close\r\nContent-Length: 900\r\n\r\n",
            "y",
        ),
        (
            "POST /size HTTP/1.1\r\nHost: example.test\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
            "1\r\ny\r\n",
        ),
    ] {
        let (mut answers, mut writer) = server.connect().await.into_split();
        writer.write_all(start.as_bytes()).await.unwrap();
        let dripping = tokio::spawn(async move {
            while writer.write_all(drip.as_bytes()).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        });
        let mut answer = Vec::new();
        timeout(Duration::from_secs(5), answers.read_to_end(&mut answer)).await.unwrap().ok();
        let answer = String::from_utf8_lossy(&answer);
        assert!(!answer.contains("200 OK") || answer.ends_with("too slow"), "{start}: {answer}");
        dripping.abort();
    }
    server.empty().await;
}

#[tokio::test]
async fn a_client_that_never_reads_its_answer_is_dropped() {
    let server = server();
    let mut stream = server.connect().await;
    stream.write_all(b"GET /huge HTTP/1.1\r\nHost: example.test\r\n\r\n").await.unwrap();
    while server.gate.open() == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    timeout(Duration::from_secs(10), server.empty()).await.unwrap();
}

#[tokio::test]
async fn the_end_answers_what_was_asked() {
    let server = server();
    let mut idle = server.connect().await;
    let mut busy = server.connect().await;
    busy.write_all(b"GET /slow HTTP/1.1\r\nHost: example.test\r\n\r\n").await.unwrap();
    tokio::time::sleep(Duration::from_millis(60)).await;
    let shutdown = server.shutdown.clone();
    let stopping = tokio::spawn(async move { shutdown.stop().await });
    assert!(is_closed(&mut idle).await);
    assert!(ask(&mut busy, "").await.ends_with("done"));
    drop((idle, busy));
    assert_eq!(stopping.await.unwrap(), Stopped { cut_off: 0 });
}

#[tokio::test]
async fn health_and_metrics_are_told() {
    let server = Server::echo(Gate::new(1, 1), |service| service);
    let pages = Http::new(housekeeping(server.metrics.clone(), server.shutdown.clone()), limits());
    let http = Server::start(pages, roomy(), |service| service);
    let get = |path: &str| format!("GET {path} HTTP/1.0\r\n\r\n");
    let health = ask(&mut http.connect().await, &get("/healthz")).await;
    assert!(health.starts_with("HTTP/1.0 200 OK\r\n") && health.ends_with("\r\nok\n"), "{health}");
    let metrics = ask(&mut http.connect().await, &get("/metrics")).await;
    assert!(
        metrics.contains("content-type: application/openmetrics-text") && metrics.ends_with("# EOF\n"),
        "{metrics}"
    );
    server.shutdown.begin();
    let stopping = ask(&mut http.connect().await, &get("/healthz")).await;
    assert!(stopping.starts_with("HTTP/1.0 503 "), "{stopping}");
}
