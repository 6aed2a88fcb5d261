use std::sync::{Arc, Mutex};

use courier::{Counts, Encryption, Mail, MailCourier, Postbox, Smtp};
use engine::model::Email;

use crate::mail_receiver::MailServer;
use crate::office::{Office, couriers};

fn by_smtp(server: &MailServer, encryption: Encryption) -> Arc<dyn Postbox> {
    let smtp = Smtp {
        host: "127.0.0.1".to_owned(),
        port: Some(server.port),
        encryption,
        login: None,
        from: Email::parse("registry@example.test").unwrap(),
    };
    Arc::new(MailCourier::new(&smtp).unwrap())
}

#[test]
fn a_notice_is_mailed_as_plain_text() {
    let (office, server) = (Office::new(), MailServer::answering(&["250 fine"]));
    office.mail_to("noc@example.test");
    let id = office.tell("ALPHA", "shop.test");
    let dispatcher = office.dispatcher(couriers(Some(by_smtp(&server, Encryption::None))));
    assert_eq!(office.dispatch(&dispatcher), 1);
    let mails = server.mails();
    assert_eq!(mails.len(), 1);
    for line in [
        "MAIL FROM:<registry@example.test>",
        "RCPT TO:<noc@example.test>",
        "From: registry@example.test",
        "To: noc@example.test",
        "Date: Fri, 15 Jan 2027 08:00:00 +0000",
        "Subject: ALPHA: domain dropped: shop.test",
        &format!("Message-ID: <notice.{id}@example.test>"),
        "Domain shop.test is gone and its name is free.",
        &format!("Notice: {id}"),
    ] {
        assert!(mails[0].lines().any(|found| found == line), "{line} in:\n{}", mails[0]);
    }
    office.pass_minutes(60);
    assert_eq!(office.dispatch(&dispatcher), 0);
}

#[test]
fn a_full_mailbox_is_tried_again() {
    let (office, server) = (Office::new(), MailServer::answering(&["452 full", "550 no", "250 fine"]));
    office.mail_to("noc@example.test");
    office.tell("ALPHA", "shop.test");
    let dispatcher = office.dispatcher(couriers(Some(by_smtp(&server, Encryption::None))));
    for _ in 0..4 {
        office.dispatch(&dispatcher);
        office.pass_minutes(10);
    }
    assert_eq!(server.mails().len(), 1);
    assert_eq!(dispatcher.counts(), Counts { delivered: 1, failed: 2, dropped: 0 });
}

#[test]
fn nothing_is_sent_in_clear_that_has_to_be_encrypted() {
    let (office, server) = (Office::new(), MailServer::answering(&["250 fine"]));
    office.mail_to("noc@example.test");
    office.tell("ALPHA", "shop.test");
    let dispatcher = office.dispatcher(couriers(Some(by_smtp(&server, Encryption::StartTls))));
    office.dispatch(&dispatcher);
    assert!(server.mails().is_empty());
    assert_eq!(dispatcher.counts().failed, 1);
}

#[test]
fn a_mailbox_of_ones_own_gets_the_same_mails() {
    let office = Office::new();
    let kept = Arc::<Mutex<Vec<Mail>>>::default();
    let mailbox = Arc::clone(&kept);
    let postbox = move |mail: &Mail| {
        mailbox.lock().unwrap().push(mail.clone());
        Ok(())
    };
    office.mail_to("noc@example.test");
    let id = office.tell("ALPHA", "shop.test");
    let dispatcher = office.dispatcher(couriers(Some(Arc::new(postbox))));
    office.dispatch(&dispatcher);
    let kept = kept.lock().unwrap();
    assert_eq!(
        (kept.len(), &kept[0].id, kept[0].to.as_str()),
        (1, &format!("notice.{id}"), "noc@example.test")
    );
    assert_eq!(kept[0].at, office.engine.now());
}

#[test]
fn without_a_mail_server_mails_are_not_lost() {
    let office = Office::new();
    office.mail_to("noc@example.test");
    office.tell("ALPHA", "shop.test");
    let dispatcher = office.dispatcher(couriers(None));
    assert_eq!(office.dispatch(&dispatcher), 1);
    office.pass_minutes(1);
    assert_eq!(office.dispatch(&dispatcher), 1, "it is tried again");
    assert_eq!(dispatcher.counts().failed, 2);
}
