//! What every request says beside its parameters: who asks, for what, under which id.

use engine::model::Secret;
use engine::{Field, Outcome, Refusal};

use crate::node::Node;
use crate::params::missing;

/// What an answer repeats of its request, as far as that could be read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Echo {
    pub(crate) client_id: Option<String>,
    pub(crate) command: Option<String>,
}

/// A request that says all that every request has to.
#[derive(Debug)]
pub(crate) struct Envelope {
    pub(crate) user: String,
    pub(crate) token: Secret,
    pub(crate) command: String,
    pub(crate) client_id: Option<String>,
    /// Whether it is only to be tried.
    pub(crate) rehearsal: bool,
    pub(crate) data: Node,
}

impl Echo {
    /// Reads what is to be repeated, however wrong the rest may be. An id that is too long is not.
    pub(crate) fn of(request: &Node) -> Self {
        let text = |name: &str| request.get(name).and_then(Node::text).map(str::to_owned);
        let fits = |id: &String| id.chars().count() <= LONGEST_CLIENT_ID;
        Self {
            client_id: text("clTRID").filter(fits),
            command: text("command").filter(|name| name.len() <= LONGEST_ECHO),
        }
    }
}

impl Envelope {
    /// Reads a request. Other fields than these are ignored.
    ///
    /// # Errors
    /// In this order: `data_repeated`; `parameter_missing` of user, auth or command; `client_id_too_long`;
    /// `parameter_mismatch` of the test flag.
    pub(crate) fn read(request: &Node) -> Result<Self, Refusal> {
        let data = data(request)?;
        let text = |name: &'static str, field| {
            let text = request.get(name).and_then(Node::text).filter(|text| !text.is_empty());
            text.map(str::to_owned).ok_or_else(|| missing(name, field))
        };
        let user = text("user", Field::Login)?;
        let token = Secret::new(text("auth", Field::Credential)?);
        let command = text("command", Field::Command)?;
        let client_id = client_id(request)?;
        Ok(Self { user, token, command, client_id, rehearsal: rehearsal(request)?, data })
    }
}

/// One structure of parameters, or none.
fn data(request: &Node) -> Result<Node, Refusal> {
    match request.get("data") {
        None => Ok(Node::Map(Vec::new())),
        Some(data @ Node::Map(_)) => Ok(data.clone()),
        Some(Node::List(items)) => Err(Refusal::new(Outcome::DataRepeated).fact("count", items.len())),
        Some(Node::Text(_)) => {
            let reason = "it is a structure of parameters, not a text";
            Err(Refusal::new(Outcome::ParameterMismatch).fact("parameter", "data").fact("reason", reason))
        }
    }
}

fn client_id(request: &Node) -> Result<Option<String>, Refusal> {
    let Some(node) = request.get("clTRID") else { return Ok(None) };
    let Some(id) = node.text() else {
        let refusal = Refusal::new(Outcome::ParameterMismatch).fact("parameter", "clTRID");
        return Err(refusal.fact("reason", "it is a text, not a structure or a list"));
    };
    let length = id.chars().count();
    if length > LONGEST_CLIENT_ID {
        let refusal = Refusal::new(Outcome::ClientIdTooLong).at(Field::ClientId).fact("length", length);
        return Err(refusal.fact("limit", LONGEST_CLIENT_ID));
    }
    Ok(Some(id.to_owned()))
}

fn rehearsal(request: &Node) -> Result<bool, Refusal> {
    match request.get("test").map(|node| node.text().unwrap_or("?")) {
        None | Some("0" | "false") => Ok(false),
        Some("1" | "true") => Ok(true),
        Some(other) => {
            let refusal = Refusal::new(Outcome::ParameterMismatch).value(other).fact("parameter", "test");
            Err(refusal.fact("reason", "it is 1 or 0"))
        }
    }
}

/// As long as ids of EPP may be; the longest that a client in use sends has 60 characters.
const LONGEST_CLIENT_ID: usize = 64;
/// The longest command there is has 31 letters; what is no command is repeated only if it is not longer than this.
const LONGEST_ECHO: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn read(text: &str) -> Result<Envelope, Refusal> {
        Envelope::read(&json::read(text, "request").unwrap())
    }

    fn with(more: &str) -> String {
        format!("{{\"request\":{{\"user\":\"u\",\"auth\":\"a\",\"command\":\"ping\"{more}}}}}")
    }

    #[test]
    fn no_data_is_written_in_many_ways() {
        for data in
            ["", ",\"data\":[]", ",\"data\":\"\"", ",\"data\":null", ",\"data\":{}", ",\"data\":\" \""]
        {
            let envelope = read(&with(data)).unwrap();
            assert_eq!((envelope.data, envelope.client_id), (Node::Map(Vec::new()), None), "{data}");
        }
    }

    #[test]
    fn what_is_missing_is_told_in_order() {
        let outcome = |text: &str| {
            let refusal = read(text).unwrap_err();
            (refusal.outcome, refusal.field)
        };
        let missing = |field| (Outcome::ParameterMissing, Some(field));
        assert_eq!(outcome("{\"request\":{}}"), missing(Field::Login));
        assert_eq!(outcome("{\"request\":{\"user\":\"u\"}}"), missing(Field::Credential));
        assert_eq!(
            outcome("{\"request\":{\"user\":\"u\",\"auth\":\"a\",\"command\":\" \"}}"),
            missing(Field::Command)
        );
        assert_eq!(outcome(&with(",\"data\":[{},{}]")).0, Outcome::DataRepeated);
        assert_eq!(
            outcome(&with(&format!(",\"clTRID\":\"{}\"", "x".repeat(65)))).0,
            Outcome::ClientIdTooLong
        );
        assert_eq!(outcome(&with(",\"test\":\"perhaps\"")).0, Outcome::ParameterMismatch);
    }

    #[test]
    fn a_request_may_be_only_tried() {
        for (test, expected) in [("true", true), ("1", true), ("\"1\"", true), ("0", false), ("null", false)]
        {
            assert_eq!(read(&with(&format!(",\"test\":{test}"))).unwrap().rehearsal, expected, "{test}");
        }
    }
}
