//! Floods: connections that say nothing, handshakes without end, bytes that drip, answers that nobody reads. A session
//! that is logged in keeps being answered; the memory that a flood takes is bounded, and given back in time.
//!
//! How long answers take depends on the machine, which the flood shares with the server here: it is told, and only a gross
//! difference is a failure.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod canary;

use std::{
    collections::VecDeque,
    fs,
    io::{Read, Write, stderr},
    net::{SocketAddr, TcpStream},
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::Duration,
};

use canary::Canary;
use testkit::{EppClient, Launch, Patience, Server, command, enduring, framed, rounds};

/// TCP connections that never begin TLS. The deadline of the handshake is ten seconds.
#[test]
fn silent_connections_are_dropped_and_cost_little() {
    let server = start(&[]);
    let mut canary = Canary::of(&server);
    let mut session = server.login("BRAVO").unwrap();
    let (calm, memory) = (slowest_but_one_in_a_hundred(&mut session), server.resident_kib().unwrap());

    let connects = rounds(1000, 50_000);
    let most = connects.min(files_to_spare());
    let mut silent = VecDeque::new();
    for number in 0..connects {
        if silent.len() == most {
            silent.pop_front();
        }
        silent.push_back(TcpStream::connect(server.epp()).unwrap());
        if number % 500 == 0 {
            canary.sings();
        }
    }
    let flooded = slowest_but_one_in_a_hundred(&mut session);
    let grown = server.resident_kib().unwrap().saturating_sub(memory);
    tell(&format!(
        "{connects} silent connections, {most} at once: p99 {calm:?} before, {flooded:?} among them, {grown} KiB"
    ));
    // What the system's allocator rounds up is no matter of how many there are.
    assert!(grown < 2048 + 20 * most as u64, "{grown} KiB for {most} connections");
    assert!(flooded < calm * 10 + Duration::from_secs(1), "{calm:?} before, {flooded:?} in the flood");

    let dropped =
        Patience::seconds(15).until(|| (open(&server, "connections{listener=\"epp\"}") <= 2).then_some(()));
    assert!(dropped.is_some(), "silent connections outlive the handshake's deadline");
    canary.sings();
}

/// TLS handshakes as fast as two clients can, each of which leaves at once.
#[test]
fn a_flood_of_handshakes_leaves_room_for_sessions() {
    let server = start(&[]);
    let mut session = server.login("BRAVO").unwrap();
    let length = Duration::from_secs(rounds(1, 20) as u64);
    let calm = answered_within(&mut session, length);
    let (stop, handshakes) = (AtomicBool::new(false), AtomicUsize::new(0));
    let flooded = thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !stop.load(Ordering::Relaxed) {
                    drop(server.connect());
                    handshakes.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        let flooded = answered_within(&mut session, length);
        stop.store(true, Ordering::Relaxed);
        flooded
    });
    let handshakes = handshakes.into_inner();
    tell(&format!("{calm} answers in {length:?}, {flooded} among {handshakes} handshakes"));
    assert!(handshakes > 10, "there was no flood");
    assert!(flooded * 50 > calm, "{calm} answers before, {flooded} in the flood");
}

/// Frames of EPP that come byte by byte: in the length, and in the document.
#[test]
fn frames_that_drip_are_dropped_at_their_deadline() {
    let deadline = if enduring() { 30 } else { 2 };
    let server = start(&["--frame-deadline", &deadline.to_string()]);
    let mut canary = Canary::of(&server);
    let memory = server.resident_kib().unwrap();
    let frame = framed(command("<poll op=\"req\"/>", None).as_bytes());
    let count = rounds(100, 10_000).min(files_to_spare());
    let mut slow: Vec<EppClient> = (0..count).map(|_| server.connect().unwrap()).collect();
    // Half of them have sent the length, and some of the document, when they begin to drip.
    let begun = Patience::seconds(deadline);
    for (number, client) in slow.iter_mut().enumerate() {
        client.send_bytes(&frame[..if number % 2 == 0 { 1 } else { 20 }]).unwrap();
    }
    // One falls silent, to hear how it ends: who still sends when all is over may be told by a reset.
    let mut silent = slow.pop().unwrap();
    let mut dripped = 0;
    while !begun.is_over() {
        // Those whose time is over already are closed.
        slow.iter_mut().for_each(|client| drop(client.send_bytes(b"\0")));
        dripped += 1;
        canary.sings();
        thread::sleep(Duration::from_secs(deadline) / 40);
    }
    let grown = server.resident_kib().unwrap().saturating_sub(memory);
    tell(&format!("{count} frames dripped {dripped} bytes each; {grown} KiB"));
    assert!(grown < 4096 + 30 * count as u64, "{grown} KiB for {count} slow clients");
    let closed = Patience::seconds(deadline + 10);
    let closed = closed.until(|| (open(&server, "connections{listener=\"epp\"}") <= 1).then_some(()));
    assert!(closed.is_some(), "slow clients are still there");
    let answer = silent.receive().unwrap().unwrap();
    assert_eq!(answer.code(), Some(2500), "{answer}");
    canary.sings();
}

/// The same in HTTP: in the head, and in the body. What is half sent is answered, or cut off.
#[test]
#[ignore = "waits for deadlines of half a minute; cargo xtask endure runs it"]
fn http_that_drips_is_dropped_at_its_deadline() {
    let server = start(&[]);
    let memory = server.resident_kib().unwrap();
    let http = server.ready().listeners.http.unwrap();
    let count = rounds(100, 10_000).min(files_to_spare());
    let beginnings = [
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: ",
        "POST /sandbox/clock HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n",
    ];
    let begin = |number: usize| begun(http, beginnings[number % beginnings.len()]);
    let mut slow: Vec<TcpStream> = (0..count).map(begin).collect();
    let patience = Patience::seconds(45);
    let gone = patience.until(|| {
        slow.iter_mut().for_each(|client| drop(client.write_all(b" ")));
        thread::sleep(Duration::from_millis(900));
        // The one that asks is there too.
        (open(&server, "connections{listener=\"http\"}") <= 1).then_some(())
    });
    let grown = server.resident_kib().unwrap().saturating_sub(memory);
    tell(&format!("{count} slow HTTP requests were gone after {:?}; {grown} KiB", patience.spent()));
    assert!(gone.is_some(), "slow clients are still there");
    assert!(grown < 4096 + 30 * count as u64, "{grown} KiB for {count} slow clients");
}

/// Clients that ask and never read: the server waits half a minute, keeps no heap of answers, and drops them.
#[test]
#[ignore = "waits for deadlines of half a minute; cargo xtask endure runs it"]
fn who_never_reads_is_dropped() {
    let server = start(&["--no-journal"]);
    let mut canary = Canary::of(&server);
    let memory = server.resident_kib().unwrap();
    let count = rounds(20, 200);
    let mut deaf: Vec<EppClient> = (0..count).map(|_| server.login("BRAVO").unwrap()).collect();
    let hellos = framed(testkit::epp("<hello/>").as_bytes()).repeat(200);
    for client in &mut deaf {
        client.set_write_patience(Duration::from_millis(200)).unwrap();
        while client.send_bytes(&hellos).is_ok() {}
    }
    canary.sings();
    let grown = server.resident_kib().unwrap().saturating_sub(memory);
    let patience = Patience::seconds(45);
    let dropped = patience.until(|| (open(&server, "sessions{protocol=\"epp\"}") <= 1).then_some(()));
    tell(&format!("{count} deaf clients were gone {:?} later; {grown} KiB", patience.spent()));
    assert!(dropped.is_some(), "who never reads is still there");
    assert!(grown < 512 * count as u64, "{grown} KiB for {count} deaf clients");
    canary.sings();
}

fn start(flags: &[&str]) -> Server {
    let launch = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap();
    flags.iter().fold(launch, |launch, flag| launch.flag(*flag)).start().unwrap()
}

fn begun(address: SocketAddr, beginning: &str) -> TcpStream {
    let mut socket = TcpStream::connect(address).unwrap();
    socket.write_all(beginning.as_bytes()).unwrap();
    socket
}

/// How many checks a session gets answered.
fn answered_within(session: &mut EppClient, length: Duration) -> usize {
    let patience = Patience::of(length);
    (0..).take_while(|_| !patience.is_over()).inspect(|_| check(session)).count()
}

/// How long the answers to checks take, the 99th of a hundred.
fn slowest_but_one_in_a_hundred(session: &mut EppClient) -> Duration {
    let mut times: Vec<Duration> = (0..500)
        .map(|_| {
            let patience = Patience::seconds(1);
            check(session);
            patience.spent()
        })
        .collect();
    times.sort();
    times[times.len() * 99 / 100]
}

fn check(session: &mut EppClient) {
    let check = "<check><domain:check><domain:name>flood.test</domain:name></domain:check></check>";
    assert_eq!(session.command(check).unwrap().code(), Some(1000));
}

/// What a gauge of the server's metrics shows.
fn open(server: &Server, gauge: &str) -> u64 {
    let metrics = server.metrics().unwrap();
    let line = metrics.lines().find_map(|line| line.strip_prefix(&format!("chancery_{gauge} ")));
    line.unwrap().parse().unwrap()
}

/// How many files this process may open, less what it has open and some.
fn files_to_spare() -> usize {
    let mut limits = String::new();
    fs::File::open("/proc/self/limits").unwrap().read_to_string(&mut limits).unwrap();
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files")).unwrap();
    let soft: usize = line.split_ascii_whitespace().next().unwrap().parse().unwrap_or(usize::MAX);
    // The tests of this file run at once.
    (soft / 4).min(10_000)
}

fn tell(text: &str) {
    let _ = writeln!(stderr(), "{text}");
}
