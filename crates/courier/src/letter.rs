//! What stands in a parcel.

use engine::model::{Email, Notice};
use engine::ports::Parcel;
use serde_json::{Map, Value};

use crate::facts::{facts, moment};
use crate::mail::Mail;

/// The JSON document that is posted to a URL. Ids are texts, because they do not fit the numbers of many readers of
/// JSON.
pub(crate) fn document(parcel: &Parcel) -> String {
    let Notice { id, at, event, .. } = &parcel.notice;
    let head = [
        ("id", id.to_string()),
        ("account", parcel.account.to_string()),
        ("at", moment(*at)),
        ("event", event.name().to_owned()),
        ("message", event.sentence()),
    ];
    let mut document: Map<String, Value> =
        head.into_iter().map(|(name, text)| (name.to_owned(), Value::String(text))).collect();
    document.extend(facts(event));
    Value::Object(document).to_string()
}

/// The mail to an address.
pub(crate) fn mail(to: &Email, parcel: &Parcel) -> Mail {
    let Notice { id, at, event, .. } = &parcel.notice;
    let what = event.name().replace('_', " ");
    let subject = match event.object() {
        "" => format!("{}: {what}", parcel.account),
        object => format!("{}: {what}: {object}", parcel.account),
    };
    let text = format!(
        "{}.\n\nAccount: {}\nEvent: {}\nAt: {}\nNotice: {id}\n",
        printable(&event.sentence()),
        parcel.account,
        event.name(),
        moment(*at),
    );
    Mail { id: id.to_string(), to: to.clone(), subject: printable(&subject), text, at: *at }
}

/// Text that an operator wrote may hold anything; in a mail it stays within its line.
fn printable(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use engine::model::{
        AccountId, Clid, DeliveryTarget, DeliveryUrl, Event, Instant, NoticeId, Secret, TransferReport,
        TransferState,
    };
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
        Parcel {
            notice: Notice { id: NoticeId(id), account: AccountId(account), at, event, asked: None },
            account: Clid::parse("ALPHA").unwrap(),
            target,
            secret: Some(Secret::new("swordfish")),
            attempt: 1,
            next_at: None,
        }
    }

    #[test]
    fn a_document_names_the_notice_and_its_facts() {
        let document: Value =
            serde_json::from_str(&document(&parcel(1, i64::MAX, "https://example.test/"))).unwrap();
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
        let mut parcel = parcel(1, 7, "noc@example.test");
        let at = parcel.notice.at;
        parcel.notice.event =
            Event::Maintenance { from: at, until: at, text: "disks\r\nBcc: x@example.test".to_owned() };
        let mail = mail(&Email::parse("noc@example.test").unwrap(), &parcel);
        assert_eq!(mail.subject, "ALPHA: maintenance");
        assert!(mail.text.contains("disks  Bcc: x@example.test.\n") && !mail.text.contains('\r'));
        parcel.notice.event = Event::DomainDropped { name: "a\nb".to_owned() };
        let mail = super::mail(&Email::parse("noc@example.test").unwrap(), &parcel);
        assert_eq!(mail.subject, "ALPHA: domain dropped: a b");
    }
}
