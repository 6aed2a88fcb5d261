//! Hostile bytes: each gets a proper answer or a clean end, and nobody else notices. A session that was logged in
//! before, the canary, keeps being answered at once; the memory of the server stays where it was.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

mod canary;
mod garbling;

use std::{
    fs,
    io::{Read, Write},
    net::{Shutdown, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use canary::Canary;
use garbling::Garbler;
use testkit::{EppClient, Launch, Patience, Server, command, framed, rounds, skipped};

/// Documents that no reader likes, each with its code. The session survives all of them.
#[test]
fn documents_are_refused_and_the_session_goes_on() {
    let server = start(&[]);
    let mut canary = Canary::of(&server);
    let mut client = server.login("BRAVO").unwrap();
    for (what, document) in documents() {
        client.send(&document).unwrap();
        let answer = client.receive().unwrap().unwrap_or_else(|| panic!("{what}: closed without a word"));
        assert_eq!(answer.code(), Some(2001), "{what}: {answer}");
        canary.sings();
    }
    assert_eq!(client.command("<poll op=\"req\"/>").unwrap().code(), Some(1300));
}

/// No document makes the server open a file or a connection: the system's calls are watched, where that is allowed.
#[test]
fn documents_reach_no_file_and_no_other_machine() {
    let server = start(&["--no-journal"]);
    let calls = server.launch().home().join("calls");
    let Some(watching) = Watching::begin(&server, &calls) else {
        return skipped("strace is not here or may not watch the server");
    };
    let mut client = server.connect().unwrap();
    for (what, document) in documents() {
        client.send(&document).unwrap();
        assert!(client.receive().unwrap().is_some(), "{what}");
    }
    watching.end();
    let calls = fs::read_to_string(calls).unwrap();
    assert!(calls.contains("accept4("), "nothing was watched: {calls}");
    let reaches = |call: &&str| ["open", "connect(", "stat"].iter().any(|name| call.contains(name));
    // The system's allocator looks there.
    let is_of_the_system = |call: &&str| call.contains("\"/proc/sys/vm/") || call.contains("\"/sys/");
    let reached: Vec<&str> = calls.lines().filter(reaches).filter(|call| !is_of_the_system(call)).collect();
    assert_eq!(reached, [""; 0]);
}

/// A program that writes down which calls the server makes.
struct Watching(Child);

impl Watching {
    fn begin(server: &Server, calls: &Path) -> Option<Self> {
        let mut strace = Command::new("strace");
        strace
            .args(["-f", "-e", "trace=%file,connect,accept4", "-p", &server.pid().to_string(), "-o"])
            .arg(calls);
        let mut child = strace.stdin(Stdio::null()).stderr(Stdio::null()).spawn().ok()?;
        let traced = |task: fs::DirEntry| {
            let status = fs::read_to_string(task.path().join("status")).unwrap_or_default();
            status.lines().any(|line| line.starts_with("TracerPid:") && !line.ends_with("\t0"))
        };
        let tasks = || fs::read_dir(format!("/proc/{}/task", server.pid())).unwrap();
        let watches = Patience::seconds(5).until(|| {
            let over = child.try_wait().ok()?.is_some();
            (over || tasks().all(|task| task.is_ok_and(traced))).then_some(!over)
        });
        (watches == Some(true)).then_some(Self(child))
    }

    /// Lets go of the server, and waits until all is written.
    fn end(mut self) {
        let told = Command::new("sh").arg("-c").arg(format!("kill -INT {}", self.0.id())).status();
        assert!(told.unwrap().success());
        self.0.wait().unwrap();
    }
}

/// The same documents hundreds of times cost little processor time and no memory.
#[test]
fn refusing_is_cheap_and_keeps_no_memory() {
    let server = start(&["--no-journal"]);
    let mut canary = Canary::of(&server);
    let mut client = server.login("BRAVO").unwrap();
    let documents = documents();
    let mut all = || {
        for (_, document) in &documents {
            client.send(document).unwrap();
            client.receive().unwrap().unwrap();
        }
    };
    (0..5).for_each(|_| all());
    let (memory, used) = (server.resident_kib().unwrap(), server.processor_time().unwrap());
    (0..20).for_each(|_| all());

    let each = (server.processor_time().unwrap() - used) / u32::try_from(20 * documents.len()).unwrap();
    assert!(each < Duration::from_millis(10), "a refusal costs {each:?}");
    let grown = server.resident_kib().unwrap().saturating_sub(memory);
    assert!(grown < 4096, "memory has grown by {grown} KiB");
    canary.sings();
}

/// Lengths that no frame has, or that none should: 2500 and the end, before a byte of the document is waited for.
#[test]
fn impossible_lengths_end_the_session() {
    let server = start(&[]);
    let mut canary = Canary::of(&server);
    for length in [0, 1, 2, 3, 4, 65_541, 10_000_000, 1 << 31, u32::MAX] {
        for mut client in [server.connect().unwrap(), server.login("BRAVO").unwrap()] {
            client.send_bytes(&length.to_be_bytes()).unwrap();
            let answer =
                client.receive().unwrap().unwrap_or_else(|| panic!("{length}: closed without a word"));
            assert_eq!(answer.code(), Some(2500), "{length}: {answer}");
            assert!(client.is_closed(), "{length}: still open");
        }
        canary.sings();
    }
}

/// A frame of 10 MB is refused by its length; that all of it is sent all the same changes nothing.
#[test]
fn ten_megabytes_are_not_kept() {
    let server = start(&[]);
    let mut canary = Canary::of(&server);
    let memory = server.resident_kib().unwrap();
    for _ in 0..10 {
        let mut client = server.login("BRAVO").unwrap();
        // The server may close while the frame is on its way.
        let _ = client.send(&vec![b'x'; 10_000_000]);
        let answer = client.receive();
        assert!(
            answer.is_err()
                || answer.is_ok_and(|answer| answer.is_none_or(|answer| answer.code() == Some(2500)))
        );
    }
    let grown = server.resident_kib().unwrap().saturating_sub(memory);
    assert!(grown < 8192, "memory has grown by {grown} KiB");
    canary.sings();
}

/// Half a frame, then silence; and a byte now and then: both end when a frame may not take longer.
#[test]
fn slow_frames_run_out_of_time() {
    let server = start(&["--frame-deadline", "1"]);
    let mut canary = Canary::of(&server);
    let frame = framed(command("<poll op=\"req\"/>", None).as_bytes());
    let mut silent: Vec<EppClient> = (0..100).map(|_| server.connect().unwrap()).collect();
    for (number, client) in silent.iter_mut().enumerate() {
        client.send_bytes(&frame[..1 + number % (frame.len() - 1)]).unwrap();
    }
    let mut slow = server.login("BRAVO").unwrap();
    let patience = Patience::seconds(4);
    for byte in &frame {
        if slow.send_bytes(&[*byte]).is_err() || patience.is_over() {
            break;
        }
        canary.sings();
        thread::sleep(Duration::from_millis(100));
        if patience.spent() > Duration::from_secs(2) {
            break;
        }
    }
    for client in silent.iter_mut().chain([&mut slow]) {
        let answer = client.receive().unwrap().expect("closed without a word");
        assert_eq!(answer.code(), Some(2500), "{answer}");
        assert!(client.is_closed());
    }
    canary.sings();
}

/// Frames may come byte by byte, or many in one piece; the answers come in the order of the requests.
#[test]
fn frames_arrive_split_and_joined() {
    let server = start(&[]);
    let mut client = server.login("BRAVO").unwrap();
    let request =
        |number: usize| framed(command("<poll op=\"req\"/>", Some(&format!("pipe-{number}"))).as_bytes());
    for byte in request(0) {
        client.send_bytes(&[byte]).unwrap();
    }
    client.send_bytes(&(1..50).flat_map(request).collect::<Vec<u8>>()).unwrap();
    for number in 0..50 {
        let answer = client.receive().unwrap().unwrap();
        assert_eq!(answer.at("trID/clTRID").unwrap(), format!("pipe-{number}"));
    }
}

/// A client that asks and never reads: the server keeps no heap of answers for it.
#[test]
fn who_never_reads_costs_no_memory() {
    let server = start(&["--no-journal"]);
    let mut canary = Canary::of(&server);
    let memory = server.resident_kib().unwrap();
    let mut deaf: Vec<EppClient> = (0..20).map(|_| server.login("BRAVO").unwrap()).collect();
    let hellos = framed(testkit::epp("<hello/>").as_bytes()).repeat(500);
    thread::scope(|scope| {
        for client in &mut deaf {
            client.set_write_patience(Duration::from_millis(500)).unwrap();
            scope.spawn(|| while client.send_bytes(&hellos).is_ok() {});
        }
        (0..10).for_each(|_| canary.sings());
    });
    let grown = server.resident_kib().unwrap().saturating_sub(memory);
    assert!(grown < 20 * 512, "memory has grown by {grown} KiB for 20 clients");
    canary.sings();
}

/// Connections that never begin TLS, or that say something else than TLS. `X-Forwarded-For` has no place here; a PROXY
/// header from who is no balancer is just bytes.
#[test]
fn what_is_no_tls_is_dropped() {
    let server = start(&[]);
    let mut canary = Canary::of(&server);
    let idle: Vec<TcpStream> = (0..200).map(|_| TcpStream::connect(server.epp()).unwrap()).collect();
    canary.sings();
    let proxy_2 =
        [&b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c"[..], &[203, 0, 113, 5, 127, 0, 0, 1, 0, 80, 2, 188]].concat();
    let greetings: [&[u8]; 5] = [
        b"PROXY TCP4 203.0.113.5 127.0.0.1 4000 700\r\n",
        &proxy_2,
        b"GET / HTTP/1.1\r\n\r\n",
        &framed(b"<epp/>"),
        &[0xff; 64],
    ];
    for bytes in greetings {
        let mut socket = TcpStream::connect(server.epp()).unwrap();
        socket.set_read_timeout(Some(Duration::from_secs(12))).unwrap();
        socket.write_all(bytes).unwrap();
        socket.shutdown(Shutdown::Write).unwrap();
        let mut said = Vec::new();
        // A reset is an end like any other.
        let _ = socket.read_to_end(&mut said);
        assert!(!String::from_utf8_lossy(&said).contains("<greeting"), "a greeting without TLS");
        canary.sings();
    }
    drop(idle);
    canary.sings();
}

/// Sound frames with random damage: each is answered or ends the session, and what is answered can be read.
#[test]
fn damaged_frames_are_answered_or_end_the_session() {
    let server = start(&[]);
    let mut canary = Canary::of(&server);
    let mut garbler = Garbler::new(20_260_131);
    let mut client = server.login("BRAVO").unwrap();
    for round in 0..rounds(400, 1_000_000) {
        let document = garbler.garbled(&sound_request(round));
        client.send(&document).unwrap();
        let answer =
            client.receive().unwrap().unwrap_or_else(|| panic!("closed without a word at {document:?}"));
        let code = answer.code();
        assert!(answer.is_greeting() || code.is_some(), "{answer}");
        if code.is_some_and(|code| code == 1500 || code >= 2500) {
            client = server.login("BRAVO").unwrap();
        }
        if round % 50 == 0 {
            canary.sings();
        }
    }
    canary.sings();
}

/// Sessions that are cut anywhere: before the greeting is read, in a frame, before the answer.
#[test]
fn sessions_may_be_cut_anywhere() {
    let server = start(&[]);
    let mut canary = Canary::of(&server);
    let frame = framed(command("<poll op=\"req\"/>", None).as_bytes());
    for cut in (0..frame.len()).step_by(7) {
        let mut client = server.login("BRAVO").unwrap();
        client.send_bytes(&frame[..cut]).unwrap();
        client.cut();
    }
    drop(server.connect().unwrap());
    canary.sings();
    let mut limited = server.login("BRAVO").unwrap();
    assert_eq!(limited.command("<poll op=\"req\"/>").unwrap().code(), Some(1300));
}

fn start(flags: &[&str]) -> Server {
    let launch = Launch::in_memory(env!("CARGO_BIN_EXE_chancery")).unwrap();
    flags.iter().fold(launch, |launch, flag| launch.flag(*flag)).start().unwrap()
}

/// What has the code 2001, whoever sends it.
fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let epp = |inside: &str| testkit::epp(inside).into_bytes();
    let doctype = |declared: &str| {
        format!("<!DOCTYPE epp {declared}>{}", &testkit::epp("<hello>&a;</hello>")[56..]).into_bytes()
    };
    let many = |count: usize, part: fn(usize) -> String| (0..count).map(part).collect::<String>();
    vec![
        ("no XML", b"QUIT\r\n".to_vec()),
        ("NUL", b"\0".to_vec()),
        ("cut short", b"<epp xmlns=\"urn:ietf:params:xml:ns:epp-1.0\"><command>".to_vec()),
        (
            "entities in entities",
            doctype("[<!ENTITY b \"bbbbbbbbbb\"><!ENTITY a \"&b;&b;&b;&b;&b;&b;&b;&b;\">]"),
        ),
        ("external entity", doctype("[<!ENTITY a SYSTEM \"file:///etc/hostname\">]")),
        ("parameter entity", doctype("[<!ENTITY % p SYSTEM \"http://192.0.2.1/p.dtd\"> %p;]")),
        ("external DTD", doctype("SYSTEM \"http://192.0.2.1/epp.dtd\"")),
        ("not UTF-8", epp("<hello>\u{e9}</hello>").iter().copied().filter(|byte| *byte != 0xc3).collect()),
        ("overlong", [&epp("")[..], b"\xc0\x80"].concat()),
        ("16 bits", "\u{feff}<epp/>".encode_utf16().flat_map(u16::to_be_bytes).collect()),
        ("declared otherwise", b"<?xml version=\"1.0\" encoding=\"utf-7\"?><epp/>".to_vec()),
        ("deep", "<a>".repeat(21_000).into_bytes()),
        ("attributes", format!("<a {}/>", many(6000, |n| format!("b{n}=\"\" "))).into_bytes()),
        ("the same attribute", format!("<a {}/>", "b=\"\" ".repeat(10_000)).into_bytes()),
        ("namespaces", format!("<a {}/>", many(2500, |n| format!("xmlns:n{n}=\"u\" "))).into_bytes()),
        ("namespaces in depth", many(2500, |n| format!("<a xmlns:n{n}=\"u\">")).into_bytes()),
        ("comments", format!("<a>{}", "<!---->".repeat(9000)).into_bytes()),
        (
            "a long name",
            "<".to_owned().into_bytes().into_iter().chain("a".repeat(64_000).into_bytes()).collect(),
        ),
        ("a stylesheet", b"<?xml-stylesheet href=\"http://192.0.2.1/\"?><epp/>".to_vec()),
        ("an unknown entity", epp("<hello>&nbsp;</hello>")),
        ("a reference to nothing", epp("<hello>&#0;</hello>")),
        ("an answer", epp("<response><result code=\"1000\"><msg>yes</msg></result></response>")),
        ("a name for everyone", command("<check><domain:check/></check>", None).into_bytes()),
    ]
}

fn sound_request(number: usize) -> String {
    let bodies = [
        "<poll op=\"req\"/>",
        "<check><domain:check><domain:name>a.test</domain:name><domain:name>b.test</domain:name></domain:check></check>",
        "<info><host:info><host:name>ns1.a.example</host:name></host:info></info>",
        "<update><contact:update><contact:id>ABC</contact:id><contact:chg><contact:email>a@example.test</contact:email></contact:chg></contact:update></update>",
        "<create><domain:create><domain:name>garbled.test</domain:name><domain:period unit=\"y\">1</domain:period><domain:authInfo><domain:pw/></domain:authInfo></domain:create></create>",
    ];
    command(bodies[number % bodies.len()], Some("garbled"))
}
