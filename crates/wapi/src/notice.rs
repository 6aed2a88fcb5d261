//! Notices in WAPI's own form: like the answer that ends a request, with an id.

use engine::model::{Clid, Event, Notice, NoticeId, ProtectionNews, TransferReport, TransferState};
use engine::ports::{Form, Rendition};
use outcomes::{Outcome, WAPI};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::commands;
use crate::form;
use crate::format::Format;
use crate::response::server_id;
use crate::times;
use crate::tree::Tree;

/// The first part of the names of forms in which accounts may want their notices.
pub(crate) const FAMILY: &str = "wapi";

/// What a notice says, and of what.
struct Said {
    outcome: Outcome,
    data: Tree,
}

/// A notice as an account reads it.
pub(crate) fn tree(notice: &Notice, account: &Clid) -> Tree {
    let Said { outcome, data } = said(&notice.event, account);
    let code = WAPI.row(outcome, None, None).code;
    let asked = notice.asked.as_ref();
    let command = asked.and_then(|asked| commands::name_of(&asked.action)).unwrap_or(SYSTEM);
    let request = asked.map_or_else(|| own_id(notice.id), |asked| server_id(asked.operation));
    let mut entries = vec![
        ("code", Tree::Number(i64::from(code.number))),
        ("result", Tree::text(code.message)),
        ("timestamp", Tree::Number(notice.at.seconds())),
    ];
    let client_id = asked.and_then(|asked| asked.client_id.clone());
    entries.extend(client_id.map(|id| ("clTRID", Tree::Text(id))));
    entries.extend([
        ("svTRID", Tree::Text(request)),
        ("command", Tree::text(command)),
        ("id", Tree::text(notice.id.to_string())),
        ("data", data),
    ]);
    Tree::Map(entries)
}

/// The forms in which accounts may have their notices sent: documents whose root is `notify`, posted in the form field
/// in which requests come too.
pub const FORMS: [(&str, Form); 2] = [
    (Format::Json.notices(), |notice, account| rendition(notice, account, Format::Json)),
    (Format::Xml.notices(), |notice, account| rendition(notice, account, Format::Xml)),
];

fn rendition(notice: &Notice, account: &Clid, format: Format) -> Rendition {
    let document = String::from_utf8_lossy(&format.write("notify", &tree(notice, account))).into_owned();
    let encoded = utf8_percent_encode(&document, NON_ALPHANUMERIC);
    let posted = format!("{}={encoded}", form::FIELD);
    Rendition { media_type: "application/x-www-form-urlencoded", posted, mailed: document }
}

fn said(event: &Event, account: &Clid) -> Said {
    match event {
        Event::Pinged { asked_at } => {
            let data = [
                ("round", Tree::text("1")),
                ("time", Tree::text(times::moment(*asked_at))),
                ("done", Tree::text("1")),
            ];
            Said { outcome: Outcome::PingAnswered, data: Tree::map(data) }
        }
        Event::DomainTransfer { name, transfer } => transferred(name, transfer, account, event),
        Event::Protection { name, news } => protected(name, news, event),
        other => told(Outcome::MessageWaiting, other.object(), other, None),
    }
}

/// The gaining side hears how its request ended, the losing side that the domain is gone.
fn transferred(name: &str, transfer: &TransferReport, account: &Clid, event: &Event) -> Said {
    use TransferState::{
        ClientApproved, ClientCancelled, ClientRejected, Pending, ServerApproved, ServerCancelled,
    };
    let is_gaining = transfer.gaining == account.as_str();
    match transfer.state {
        Pending => told(Outcome::MessageWaiting, name, event, transfer.object),
        ClientApproved | ServerApproved if is_gaining => {
            let expiration = transfer.expires_at.map(times::day);
            let data = [
                ("name", Tree::text(name)),
                ("num", number(transfer.object)),
                ("expiration", Tree::optional(expiration)),
            ];
            Said { outcome: Outcome::TransferCompleted, data: Tree::map(data) }
        }
        ClientApproved | ServerApproved => told(Outcome::DomainTransferredAway, name, event, transfer.object),
        ClientRejected | ClientCancelled | ServerCancelled if is_gaining => {
            told(Outcome::TransferCameToNothing, name, event, transfer.object)
        }
        ClientRejected | ClientCancelled | ServerCancelled => {
            told(Outcome::MessageWaiting, name, event, transfer.object)
        }
    }
}

/// An order for a protection service ends in its own words; what happens to the service later is told in a sentence.
fn protected(name: &str, news: &ProtectionNews, event: &Event) -> Said {
    match news {
        ProtectionNews::SetUp { expires_at, dns_set } => {
            let data = [
                ("domain", Tree::text(name)),
                ("expiration", Tree::Text(times::day(*expires_at))),
                ("dns_set", Tree::flag(*dns_set)),
            ];
            Said { outcome: Outcome::ProtectionSetUp, data: Tree::map(data) }
        }
        ProtectionNews::Cancelled { repaid: true } => told(Outcome::ProtectionCancelled, name, event, None),
        ProtectionNews::Cancelled { repaid: false } => told(Outcome::ReversalFailed, name, event, None),
        _ => told(Outcome::MessageWaiting, name, event, None),
    }
}

/// What has no shape of its own is told in a sentence.
fn told(outcome: Outcome, object: &str, event: &Event, id: Option<i64>) -> Said {
    let data = [("msg", Tree::text(event.sentence())), ("domain", Tree::text(object)), ("num", number(id))];
    Said { outcome, data: Tree::map(data) }
}

/// An order number: the object's id.
fn number(id: Option<i64>) -> Tree {
    Tree::text(id.map(|id| id.to_string()).unwrap_or_default())
}

fn own_id(notice: NoticeId) -> String {
    server_id(engine::model::OperationId(notice.0))
}

/// The command of notices that no request asked for.
const SYSTEM: &str = "system-notify";
