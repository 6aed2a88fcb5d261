//! A server that crashes between a message and its acknowledgement, or between that and the answer: each message comes at
//! least once, in order, and is taken off once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test ends where something is not as it should be"
)]

use outcomes::Outcome;
use testkit::{Answer, EppClient, Launch, Server, rounds};

#[test]
fn messages_outlive_crashes_until_they_are_acknowledged() {
    let launch = Launch::on_disk(env!("CARGO_BIN_EXE_chancery")).unwrap();
    let messages = rounds(4, 200);
    leave_messages(&launch.start().unwrap(), messages);
    // The ids of those that came, in the order in which they came; how many of them are taken off.
    let (mut came, mut taken, mut in_doubt) = (Vec::new(), 0, false);
    for round in 0.. {
        let server = launch.start().unwrap();
        let mut client = server.login("ALPHA").unwrap();
        let head = client.command("<poll op=\"req\"/>").unwrap();
        if in_doubt && head.at("msgQ@id").as_ref() != came.last() {
            taken += 1;
        }
        for gone in &came[..taken] {
            assert!(acknowledge(&mut client, gone).tells_of(Outcome::MessageUnknown), "taken off again");
        }
        if taken == messages {
            assert_eq!(head.code(), Some(1300), "{head}");
            break;
        }
        let id = head.at("msgQ@id").unwrap();
        assert_eq!(head.at("domain:trnData/domain:name").unwrap(), format!("told-{taken}.test"), "{head}");
        match came.get(taken) {
            Some(before) => assert_eq!(id, *before, "the same message under another id"),
            None => came.push(id.clone()),
        }
        in_doubt = round % 3 == 1;
        match round % 3 {
            // Delivered, and that is all.
            0 => {}
            // Acknowledged, and nobody hears whether that was heard.
            1 => client.send(testkit::command(&acknowledgement(&id), None).as_bytes()).unwrap(),
            _ => {
                assert_eq!(acknowledge(&mut client, &id).code(), Some(1000));
                taken += 1;
            }
        }
        server.kill().unwrap();
    }
}

/// Asks for transfers of ALPHA's names, each of which is a message to it.
fn leave_messages(server: &Server, count: usize) {
    let (mut losing, mut gaining) = (server.login("ALPHA").unwrap(), server.login("BRAVO").unwrap());
    let authinfo = "<domain:authInfo><domain:pw>Let-me-go-7</domain:pw></domain:authInfo>";
    for number in 0..count {
        let named = format!("<domain:name>told-{number}.test</domain:name>{authinfo}");
        let made = losing.command(&format!("<create><domain:create>{named}</domain:create></create>"));
        assert_eq!(made.unwrap().code(), Some(1000));
        let request =
            format!("<transfer op=\"request\"><domain:transfer>{named}</domain:transfer></transfer>");
        assert_eq!(gaining.command(&request).unwrap().code(), Some(1001));
    }
}

fn acknowledge(client: &mut EppClient, id: &str) -> Answer {
    client.command(&acknowledgement(id)).unwrap()
}

fn acknowledgement(id: &str) -> String {
    format!("<poll op=\"ack\" msgID=\"{id}\"/>")
}
