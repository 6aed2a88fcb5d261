//! Who comes in: caps, PROXY headers, the end.

#![allow(clippy::unwrap_used)] // a test ends where something is not as it must be

mod support;

use std::time::Duration;

use edge::{Gate, Stopped};
use support::{Server, exchange, is_closed, networks, read_frame, roomy};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

#[tokio::test]
async fn the_cap_per_source_holds_and_is_given_back() {
    let server = Server::echo(Gate::new(100, 2), |service| service);
    let mut first = server.connect().await;
    let mut second = server.connect().await;
    exchange(&mut first, b"x").await.unwrap();
    exchange(&mut second, b"x").await.unwrap();
    let mut third = server.connect().await;
    assert!(is_closed(&mut third).await && server.refused("source_full"));
    drop(first);
    while server.gate.open() > 1 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(exchange(&mut server.connect().await, b"x").await.is_ok());
    assert!(exchange(&mut second, b"x").await.is_ok());
}

#[tokio::test]
async fn the_cap_on_all_connections_holds() {
    let server = Server::echo(Gate::new(1, 100), |service| service);
    let mut first = server.connect().await;
    exchange(&mut first, b"x").await.unwrap();
    assert!(is_closed(&mut server.connect().await).await && server.refused("full"));
}

#[tokio::test]
async fn a_listed_balancer_speaks_for_its_clients() {
    let server = Server::echo(Gate::new(100, 1), |service| service.behind(networks(&["127.0.0.0/8"])));
    let mut one = proxied(&server, "PROXY TCP4 192.0.2.1 127.0.0.1 4711 700\r\n").await;
    assert_eq!(exchange(&mut one, b"x").await.unwrap(), "192.0.2.1 plain - x");
    let mut other = proxied(&server, "PROXY TCP6 2001:db8::1 2001:db8::2 4711 700\r\n").await;
    assert_eq!(exchange(&mut other, b"x").await.unwrap(), "2001:db8::1 plain - x");
    // The cap is counted for the client, not for the balancer.
    let mut same = proxied(&server, "PROXY TCP4 192.0.2.1 127.0.0.1 4712 700\r\n").await;
    assert!(is_closed(&mut same).await);
    // The balancer's own health check.
    let mut check = proxied(&server, "PROXY UNKNOWN\r\n").await;
    assert_eq!(exchange(&mut check, b"x").await.unwrap(), "127.0.0.1 plain - x");
}

#[tokio::test]
async fn a_listed_balancer_must_send_the_header_in_time() {
    let server = Server::echo(roomy(), |service| {
        service.behind(networks(&["127.0.0.1"])).handshake_deadline(Duration::from_millis(100))
    });
    for start in ["\0\0\0\u{1}x and no header", "PROXY TCP4 192.0.2.1", ""] {
        let mut stream = proxied(&server, start).await;
        assert!(is_closed(&mut stream).await, "{start}");
    }
    server.empty().await;
    assert!(server.metrics.encode().contains("reason=\"proxy_header\"} 3\n"));
}

#[tokio::test]
async fn from_anyone_else_the_header_is_bytes_like_all_others() {
    let server = Server::echo(roomy(), |service| service.behind(networks(&["192.0.2.0/24"])));
    let mut stream = server.connect().await;
    assert_eq!(exchange(&mut stream, b"x").await.unwrap(), "127.0.0.1 plain - x");
    // "PROX" as a length of the frame is far beyond the limit.
    let mut claimed = proxied(&server, "PROXY TCP4 192.0.2.1 127.0.0.1 4711 700\r\n").await;
    assert_eq!(read_frame(&mut claimed).await.unwrap(), "too long");
}

#[tokio::test]
async fn the_end_lets_what_is_in_flight_finish_and_nothing_new_begin() {
    let server = Server::echo(roomy(), |service| service);
    let (mut idle, mut busy) = (server.connect().await, server.connect().await);
    exchange(&mut idle, b"x").await.unwrap();
    busy.write_all(&[0, 0]).await.unwrap();
    // The server has begun to read the frame of the busy one once it has answered the other again.
    exchange(&mut idle, b"x").await.unwrap();
    tokio::time::sleep(Duration::from_millis(20)).await;
    let shutdown = server.shutdown.clone();
    let stopping = tokio::spawn(async move { shutdown.stop().await });
    assert!(is_closed(&mut idle).await);
    assert!(TcpStream::connect(server.address).await.is_err());
    busy.write_all(&[0, 2, b'h', b'i']).await.unwrap();
    assert!(read_frame(&mut busy).await.unwrap().ends_with("hi"));
    assert!(is_closed(&mut busy).await);
    drop((idle, busy));
    assert_eq!(stopping.await.unwrap(), Stopped { cut_off: 0 });
}

async fn proxied(server: &Server, header: &str) -> TcpStream {
    let mut stream = server.connect().await;
    stream.write_all(header.as_bytes()).await.unwrap();
    stream
}
