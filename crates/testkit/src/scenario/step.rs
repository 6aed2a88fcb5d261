use std::net::IpAddr;

use super::Check;
use crate::{ApiFace, ApiForm, EnomForm, EnomWay, WapiFormat};

/// One thing that happens in a scenario.
#[derive(Clone, Debug)]
pub enum Step {
    /// A connection is opened; its greeting is the answer.
    Connect {
        /// What the connection is called from here on.
        connection: String,
        /// At which listener; `epp` unless said otherwise.
        at: String,
    },
    /// A connection is opened and logs in; the login's answer is the answer.
    Login(LoginLine),
    /// Many sessions of one account are opened and stay open in silence.
    Crowd {
        /// How many.
        size: usize,
        /// Of which account.
        account: String,
    },
    /// A connection sends something.
    Send {
        /// Which connection.
        connection: String,
        /// How it is wrapped.
        sending: Sending,
        /// What, with places to fill.
        content: String,
    },
    /// An account sends a request of WAPI.
    Wapi(WapiLine),
    /// An account sends a request of RRPproxy or HEXONET.
    Api(ApiLine),
    /// An account sends a request of Enom.
    Enom(EnomLine),
    /// A connection sends a request of RRP.
    Rrp(RrpLine),
    /// What the answer to the step before has to be.
    Expect {
        /// The answer as a whole.
        expected: Expected,
        /// What stands in it, each with its line.
        checks: Vec<(usize, Check)>,
        /// How long it takes at least, in milliseconds.
        takes: u64,
    },
    /// The server, one of the scenario's own, is told to stop.
    Stop,
    /// The sandbox's clock is moved.
    Advance {
        /// `+30d`, or a moment with places to fill.
        to: String,
        /// What has to happen on the way, all of it in order: `DEED OBJECT` each; `None` where that is not looked at.
        fires: Option<Vec<String>>,
    },
    /// A fault is ordered: port, trouble, and what else an order says.
    Fault {
        /// The words behind `FAULT`.
        words: Vec<String>,
    },
    /// What was booked for an account since its first deposit.
    Ledger {
        /// Which account.
        account: String,
        /// Every line: `KIND AMOUNT [OBJECT]`.
        lines: Vec<String>,
    },
    /// Which notices wait for an account.
    Notices {
        /// Which account.
        account: String,
        /// Each in order: `EVENT [OBJECT]`.
        lines: Vec<String>,
    },
    /// Anything else that the sandbox's control does.
    Sandbox {
        /// The method of HTTP.
        method: String,
        /// The path, with places to fill.
        path: String,
        /// The JSON that is sent.
        body: Option<String>,
        /// The error that it has to end with, by name; `None`: it has to succeed.
        refused: Option<String>,
        /// What has to stand in the answer.
        looks: Vec<Look>,
    },
    /// The server closes a connection.
    Closed {
        /// Which connection.
        connection: String,
    },
}

impl Step {
    /// Whether it touches, or looks at, more than what the scenario itself made.
    pub(super) const fn is_of_the_whole_server(&self) -> bool {
        matches!(
            self,
            Self::Advance { .. }
                | Self::Fault { .. }
                | Self::Ledger { .. }
                | Self::Notices { .. }
                | Self::Sandbox { .. }
        )
    }
}

/// What has to stand at a place in an answer of the control: `POINTER is TEXT`, `POINTER has TEXT` or
/// `POINTER -> name`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// Where (RFC 6901).
    pub pointer: String,
    /// `is`, `has` or `->`.
    pub verb: String,
    /// The text, or the name under which it is kept.
    pub object: String,
}

/// How what is sent is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// As a command, with a `clTRID`, in a document, in a frame.
    Command,
    /// In a document, in a frame.
    Document,
    /// In a frame.
    Raw,
    /// Not at all.
    Bytes,
}

/// What an answer is as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A greeting.
    Greeting,
    /// A response.
    Response {
        /// With this code.
        code: u32,
        /// And these outcomes, by name: for a refusal, its reasons are the texts of these.
        outcomes: Vec<String>,
    },
}

/// A request of WAPI: `NAME wapi [OPTION]...: COMMAND [JSON]`, or `NAME wapi FORMAT raw: BODY`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WapiLine {
    /// Which account.
    pub account: String,
    /// The format; that of the play unless said otherwise.
    pub format: Option<WapiFormat>,
    /// Whether the content is the whole body, with `{user}` and `{auth}` for who asks.
    pub raw: bool,
    /// Whether it is only to be tried.
    pub test: bool,
    /// The address to come from.
    pub from: Option<IpAddr>,
    /// The login; the account's own unless said otherwise.
    pub user: Option<String>,
    /// The secret; the account's own unless said otherwise.
    pub secret: Option<String>,
    /// The client's own id of the request; one that is looked for in the answer unless said otherwise.
    pub client_id: Option<String>,
    /// Command and JSON, or body.
    pub content: String,
}

/// A request of RRP: `NAME rrp [raw | certificate | wait]: COMMAND [ENTITY]`, with `Name:value` in each line under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RrpLine {
    /// Which connection: the account that it logs in as when it is first used.
    pub connection: String,
    /// Whether it does not log in by itself.
    pub raw: bool,
    /// Whether it is opened with a new client certificate.
    pub certificate: bool,
    /// Whether nothing is sent, to hear what the server says unasked.
    pub waits: bool,
    /// The lines.
    pub content: String,
}

/// A request of RRPproxy or HEXONET: `NAME api [OPTION]...: COMMAND`, with `KEY=VALUE` in each line under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApiLine {
    /// Which account.
    pub account: String,
    /// The face; that of the play unless said otherwise.
    pub face: Option<ApiFace>,
    /// How the command is sent.
    pub form: ApiForm,
    /// Whether the content is the whole body or query.
    pub raw: bool,
    /// Whether it is meant for the test system.
    pub test: bool,
    /// The address to come from.
    pub from: Option<IpAddr>,
    /// The login; the account's own unless said otherwise.
    pub login: Option<String>,
    /// The secret; the account's own unless said otherwise.
    pub secret: Option<String>,
    /// The session that is used in the place of a secret.
    pub session: Option<String>,
    /// The sub-account to act for.
    pub user: Option<String>,
    /// A one-time password.
    pub otp: Option<String>,
    /// Command and parameters, or body.
    pub content: String,
}

/// A request of Enom: `NAME enom [OPTION]...: COMMAND`, with `KEY=VALUE` in each line under it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnomLine {
    /// Which account.
    pub account: String,
    /// The form of the answer; that of the play unless said otherwise.
    pub form: Option<EnomForm>,
    /// How it is sent.
    pub way: EnomWay,
    /// Whether the content is the whole body or query.
    pub raw: bool,
    /// The address to come from.
    pub from: Option<IpAddr>,
    /// The login; the account's own unless said otherwise.
    pub login: Option<String>,
    /// The secret; the account's own unless said otherwise.
    pub secret: Option<String>,
    /// Command and parameters, or body.
    pub content: String,
}

/// A login: `login NAME [as ACCOUNT] [at LISTENER] [secret S] [new S] [objects ...] [extensions ...] [certificate]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoginLine {
    /// What the connection is called from here on.
    pub connection: String,
    /// The account; the connection's name unless said otherwise.
    pub account: String,
    /// The listener; `epp` unless said otherwise.
    pub at: Option<String>,
    /// Whether it shows a client certificate, a new one.
    pub certificate: bool,
    /// The secret; the account's own unless said otherwise.
    pub secret: Option<String>,
    /// The new password to be set.
    pub new: Option<String>,
    /// The objects to announce, by prefix; all unless said otherwise.
    pub objects: Option<Vec<String>>,
    /// The extensions to announce, by prefix; all unless said otherwise.
    pub extensions: Option<Vec<String>>,
}

/// An account to be opened before the server starts: `account NAME secret S [OPTION VALUE]...`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountLine {
    /// Its identifier, which is its login name too.
    pub name: String,
    /// Its password.
    pub secret: String,
    /// What it may spend, as `chancery account deposit` takes it.
    pub deposit: Option<String>,
    /// Its currency.
    pub currency: Option<String>,
    /// How far it may be in debt.
    pub credit_limit: Option<String>,
    /// The address that its notices are sent to.
    pub mail: Option<String>,
    /// Whether it has to show a client certificate that nobody has.
    pub certificate: bool,
    /// The network it may log in from.
    pub allow: Option<String>,
    /// Whether it is suspended.
    pub suspended: bool,
}
