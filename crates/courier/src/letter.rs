//! What stands in a parcel.

use engine::model::{Clid, Email, Letter, Notice};
use engine::ports::Rendition;
use serde_json::{Map, Value};

use crate::facts::{facts, moment};
use crate::mail::Mail;

/// The JSON document that is posted to a URL. Ids are texts, because they do not fit the numbers of many readers of
/// JSON.
fn document(notice: &Notice, account: &Clid) -> String {
    let Notice { id, at, event, .. } = notice;
    let head = [
        ("id", id.to_string()),
        ("account", account.to_string()),
        ("at", moment(*at)),
        ("event", event.name().to_owned()),
        ("message", event.sentence()),
    ];
    let mut document: Map<String, Value> =
        head.into_iter().map(|(name, text)| (name.to_owned(), Value::String(text))).collect();
    document.extend(facts(event));
    Value::Object(document).to_string()
}

/// A notice in our own form.
pub(crate) fn rendition(notice: &Notice, account: &Clid) -> Rendition {
    let mailed = format!(
        "{}.\n\nAccount: {account}\nEvent: {}\nAt: {}\nNotice: {}\n",
        printable(&notice.event.sentence()),
        notice.event.name(),
        moment(notice.at),
        notice.id,
    );
    Rendition { media_type: "application/json", posted: document(notice, account), mailed }
}

/// The mail with a notice, which was written in some form.
pub(crate) fn of_notice(to: &Email, notice: &Notice, account: &Clid, text: String) -> Mail {
    let what = notice.event.name().replace('_', " ");
    let subject = match notice.event.object() {
        "" => format!("{account}: {what}"),
        object => format!("{account}: {what}: {object}"),
    };
    Mail {
        id: format!("notice.{}", notice.id),
        to: to.clone(),
        subject: printable(&subject),
        text,
        at: notice.at,
    }
}

/// The mail that is a letter. It is the one place where the secret in it is told.
pub(crate) fn of_letter(letter: &Letter) -> Mail {
    Mail {
        id: format!("letter.{}", letter.id),
        to: letter.to.clone(),
        subject: printable(&letter.subject),
        text: letter.text.expose().to_owned(),
        at: letter.at,
    }
}

/// Text that an operator wrote may hold anything; in a mail it stays within its line.
fn printable(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use engine::model::{
        AccountId, DeliveryTarget, DeliveryUrl, Event, Instant, LetterId, NoticeId, Secret, TransferReport,
        TransferState,
    };
    use engine::ports::{Cargo, Parcel};
    use serde_json::json;

    use super::*;

    /// A parcel for tests.
    pub(crate) fn parcel(account: i64, id: i64, target: &str) -> Parcel {
        let at = Instant::parse("2027-03-01T12:00:00Z").unwrap();
        let transfer = TransferReport {
            state: TransferState::Pending,
            gaining: "BRAVO".to_owned(),
            requested_at: at,
            losing: "ALPHA".to_owned(),
            acts_at: at.plus_days(5),
            expires_at: None,
            object: None,
        };
        let event = Event::DomainTransfer { name: "shop.test".to_owned(), transfer };
        let target = match target.contains('@') {
            true => DeliveryTarget::Mail(Email::parse(target).unwrap()),
            false => DeliveryTarget::Url(DeliveryUrl::parse(target).unwrap()),
        };
        let notice = Notice { id: NoticeId(id), account: AccountId(account), at, event, asked: None };
        let cargo = Cargo::Notice {
            notice: Box::new(notice),
            target,
            secret: Some(Secret::new("swordfish")),
            form: None,
        };
        Parcel { cargo, account: Clid::parse("ALPHA").unwrap(), attempt: 1, next_at: None }
    }

    /// A parcel with a letter, for tests.
    pub(crate) fn letter(account: i64, id: i64) -> Parcel {
        let letter = Letter {
            id: LetterId(id),
            account: AccountId(account),
            at: Instant::parse("2027-03-01T12:00:00Z").unwrap(),
            to: Email::parse("jane@example.test").unwrap(),
            subject: "Authorization information\r\nBcc: x@example.test".to_owned(),
            text: Secret::new("It is swordfish.\n"),
        };
        let account = Clid::parse("ALPHA").unwrap();
        Parcel { cargo: Cargo::Letter(letter), account, attempt: 1, next_at: None }
    }

    fn notice(parcel: Parcel) -> (Notice, Clid) {
        match parcel.cargo {
            Cargo::Notice { notice, .. } => (*notice, parcel.account),
            Cargo::Letter(letter) => panic!("{letter:?}"),
        }
    }

    #[test]
    fn a_document_names_the_notice_and_its_facts() {
        let (notice, account) = notice(parcel(1, i64::MAX, "https://example.test/"));
        let document: Value = serde_json::from_str(&document(&notice, &account)).unwrap();
        assert_eq!(
            document,
            json!({
                "id": "9223372036854775807",
                "account": "ALPHA",
                "at": "2027-03-01T12:00:00.000Z",
                "event": "domain_transfer",
                "message": "Transfer of domain shop.test from ALPHA to BRAVO was requested",
                "name": "shop.test",
                "transfer": {
                    "state": "pending",
                    "gaining": "BRAVO",
                    "requested_at": "2027-03-01T12:00:00.000Z",
                    "losing": "ALPHA",
                    "acts_at": "2027-03-06T12:00:00.000Z",
                    "expires_at": null,
                },
            })
        );
    }

    #[test]
    fn what_an_operator_writes_cannot_make_headers() {
        let (mut notice, account) = notice(parcel(1, 7, "noc@example.test"));
        let (at, to) = (notice.at, Email::parse("noc@example.test").unwrap());
        notice.event =
            Event::Maintenance { from: at, until: at, text: "disks\r\nBcc: x@example.test".to_owned() };
        let mailed = rendition(&notice, &account).mailed;
        let mail = of_notice(&to, &notice, &account, mailed);
        assert_eq!((mail.id.as_str(), mail.subject.as_str()), ("notice.7", "ALPHA: maintenance"));
        assert!(mail.text.contains("disks  Bcc: x@example.test.\n") && !mail.text.contains('\r'));
        notice.event = Event::DomainDropped { name: "a\nb".to_owned() };
        let mail = of_notice(&to, &notice, &account, String::new());
        assert_eq!(mail.subject, "ALPHA: domain dropped: a b");
    }

    #[test]
    fn a_letter_is_the_mail_it_says() {
        let Cargo::Letter(letter) = letter(1, 7).cargo else { panic!("it is one") };
        let mail = of_letter(&letter);
        assert_eq!((mail.id.as_str(), mail.to.as_str()), ("letter.7", "jane@example.test"));
        assert_eq!(mail.text, "It is swordfish.\n");
        assert!(!mail.subject.contains('\n') && !format!("{letter:?}").contains("swordfish"));
    }
}
