//! Answers: the envelope around what a command told.

use engine::model::{Instant, OperationId};
use engine::{IdSource, Outcome, Refusals};
use outcomes::{Operation as Name, WAPI};

use crate::answer::Reply;
use crate::envelope::Echo;
use crate::tree::Tree;

/// An answer, ready to be written in either format.
pub(crate) struct Response {
    /// The code, for the journal and the metrics.
    pub(crate) code: u32,
    pub(crate) tree: Tree,
}

/// What stands in every answer, whatever happened.
pub(crate) struct Head<'a> {
    pub(crate) at: Instant,
    pub(crate) operation: OperationId,
    pub(crate) echo: &'a Echo,
    pub(crate) rehearsal: bool,
}

impl Head<'_> {
    /// The answer to a command that was carried out.
    pub(crate) fn reply(&self, reply: Reply, name: Name) -> Response {
        let code = WAPI.row(reply.outcome, Some(name), None).code;
        let warnings = reply.warnings.iter().map(engine::Refusal::reason).collect::<Vec<_>>();
        let reason = (!warnings.is_empty()).then(|| warnings.join("; "));
        self.envelope(code.number, code.message.to_owned(), reply.data, reason)
    }

    /// The answer to a request that was refused. The first reason decides the code.
    pub(crate) fn refusal(&self, refusals: &Refusals, name: Option<Name>) -> Response {
        let first = refusals.first();
        let code = WAPI.row(first.outcome, name, first.field).code;
        let mut result = code.message.to_owned();
        if let (Outcome::AddressNotPermitted, Some(address)) = (first.outcome, &first.value) {
            // The one code whose text is known to say more.
            result = format!("{result} ({address})");
        }
        let reasons: Vec<String> = refusals.iter().map(|refusal| sayable(refusal.reason())).collect();
        self.envelope(code.number, result, None, Some(reasons.join("; ")))
    }

    fn envelope(&self, code: u32, result: String, data: Option<Tree>, reason: Option<String>) -> Response {
        let number = Tree::Number(i64::from(code));
        let mut entries = vec![
            ("code", number),
            ("result", Tree::Text(result)),
            ("timestamp", Tree::Number(self.at.seconds())),
        ];
        entries.extend(self.echo.client_id.clone().map(|id| ("clTRID", Tree::Text(id))));
        entries.push(("svTRID", Tree::Text(server_id(self.operation))));
        entries.extend(self.echo.command.clone().map(|command| ("command", Tree::Text(command))));
        entries.extend(self.rehearsal.then_some(("test", Tree::Truth(true))));
        entries.extend(data.map(|data| ("data", data)));
        entries.extend(reason.map(|reason| ("reason", Tree::Text(reason))));
        Response { code, tree: Tree::Map(entries) }
    }
}

/// An id of ours in the form of the service: seconds, four digits, two more numbers.
pub(crate) fn server_id(operation: OperationId) -> String {
    let (moment, count) = IdSource::parts(operation.0);
    format!("{}.{:04}.{count}.1", moment.seconds(), moment.millis().rem_euclid(1000) * 10)
}

/// What a client sent may come back in a reason. A client takes two words for the page of a firewall.
fn sayable(reason: String) -> String {
    let lower = reason.to_ascii_lowercase();
    if WORDS_OF_BLOCK_PAGES.iter().any(|word| lower.contains(word)) {
        return "a value that was sent cannot be repeated here".to_owned();
    }
    reason
}

const WORDS_OF_BLOCK_PAGES: [&str; 2] = ["doctype", "protection"];
