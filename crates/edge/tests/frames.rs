//! Reading and writing frames with clients that are slow, odd or gone.

#![allow(clippy::unwrap_used)] // a test ends where something is not as it must be

mod support;

use std::time::Duration;

use edge::Authority;
use rustls::version::TLS13;
use support::{Server, client, exchange, framed, is_closed, read_frame, roomy, secured, server_tls};
use tokio::io::AsyncWriteExt;
use tokio::time::{Instant, timeout};

#[tokio::test]
async fn frames_of_any_size_and_several_at_once_come_through() {
    let authority = Authority::ephemeral(support::now()).unwrap();
    for tls in [false, true] {
        let server =
            Server::echo(
                roomy(),
                |service| {
                    if tls { service.with_tls(server_tls(&authority)) } else { service }
                },
            );
        for size in [0, 1, 1019, 1020, 1021, 4096, 16_384, 100_000] {
            let body = vec![b'a'; size];
            let answer = if tls {
                exchange(&mut secured(&server, &client(&authority, &TLS13, None)).await.unwrap(), &body).await
            } else {
                exchange(&mut server.connect().await, &body).await
            };
            assert_eq!(answer.unwrap().len() - size, if tls { 20 } else { 18 }, "{size}");
        }
    }
    let server = Server::echo(roomy(), |service| service);
    let mut stream = server.connect().await;
    let several: Vec<u8> = (0..50).flat_map(|number| framed(format!("n{number}").as_bytes())).collect();
    stream.write_all(&several).await.unwrap();
    for number in 0..50 {
        assert!(read_frame(&mut stream).await.unwrap().ends_with(&format!(" n{number}")));
    }
}

/// Many clients write the length apart from the body and leave Nagle's algorithm on. If the acknowledgement of the
/// length is delayed, each command takes 40 ms at least.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_length_written_apart_is_acknowledged_at_once() {
    let authority = Authority::ephemeral(support::now()).unwrap();
    let plain = Server::echo(roomy(), |service| service);
    let secure = Server::echo(roomy(), |service| service.with_tls(server_tls(&authority)));
    let stalled = ROUNDS * Duration::from_millis(40);
    let mut stream = plain.connect().await;
    stream.set_nodelay(false).unwrap();
    let took = two_writes(&mut stream).await;
    assert!(took < stalled / 2, "plain: {took:?}");
    let mut stream = secured(&secure, &client(&authority, &TLS13, None)).await.unwrap();
    stream.get_ref().0.set_nodelay(false).unwrap();
    let took = two_writes(&mut stream).await;
    assert!(took < stalled / 2, "TLS: {took:?}");
}

const ROUNDS: u32 = 100;

async fn two_writes(stream: &mut (impl tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin)) -> Duration {
    let body = [b'x'; 500];
    let begun = Instant::now();
    for _ in 0..ROUNDS {
        stream.write_all(&500_u32.to_be_bytes()).await.unwrap();
        stream.flush().await.unwrap();
        stream.write_all(&body).await.unwrap();
        stream.flush().await.unwrap();
        read_frame(stream).await.unwrap();
    }
    begun.elapsed()
}

#[tokio::test]
async fn a_frame_that_drips_in_is_dropped_at_its_deadline() {
    let server = Server::echo(roomy(), |service| service);
    for start in [vec![0], vec![0, 0, 0x40, 0, b'x']] {
        let mut stream = server.connect().await;
        stream.write_all(&start).await.unwrap();
        let (mut answers, mut drip) = stream.into_split();
        let dripping = tokio::spawn(async move {
            while drip.write_all(&[0]).await.is_ok() {
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        });
        assert!(timeout(Duration::from_secs(5), is_closed(&mut answers)).await.unwrap());
        dripping.abort();
    }
    server.empty().await;
}

#[tokio::test]
async fn a_client_that_never_reads_is_dropped() {
    let server = Server::echo(roomy(), |service| service);
    let stream = server.connect().await;
    let (_unread, mut writer) = stream.into_split();
    let frame = framed(&[b'x'; 90_000]);
    // The server stops reading when its answers do not go out, then gives up.
    let ended = timeout(Duration::from_secs(10), async { while writer.write_all(&frame).await.is_ok() {} });
    ended.await.unwrap();
    server.empty().await;
}

#[tokio::test]
async fn leaving_between_frames_without_a_word_is_a_normal_end() {
    let authority = Authority::ephemeral(support::now()).unwrap();
    let server = Server::echo(roomy(), |service| service.with_tls(server_tls(&authority)));
    let mut stream = secured(&server, &client(&authority, &TLS13, None)).await.unwrap();
    exchange(&mut stream, b"x").await.unwrap();
    // The TCP socket is closed under TLS: no close_notify.
    drop(stream.into_inner().0);
    timeout(Duration::from_secs(5), server.empty()).await.unwrap();
}

#[tokio::test]
async fn the_last_answer_arrives_though_input_is_left_unread() {
    let server = Server::echo(roomy(), |service| service);
    for _ in 0..20 {
        let mut stream = server.connect().await;
        let too_long = [&200_000_u32.to_be_bytes(), [b'x'; 150_000].as_slice()].concat();
        stream.write_all(&too_long).await.unwrap();
        assert_eq!(read_frame(&mut stream).await.unwrap(), "too long");
        assert!(is_closed(&mut stream).await);
    }
}
