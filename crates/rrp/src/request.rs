//! A request, read: who asks, and for what.

use std::collections::BTreeMap;

use engine::model::Secret;
use engine::{Outcome, Refusal, Refusals};

use crate::block;
use crate::face::Face;
use crate::params::Params;

/// What a request says of the connection, apart from its command.
#[derive(Debug, Default)]
pub(crate) struct Connection {
    /// The account, with a role behind `:` or `!`.
    pub(crate) login: Option<String>,
    pub(crate) password: Option<Secret>,
    /// A one-time password, beside the other.
    pub(crate) one_time: Option<Secret>,
    /// A session opened before.
    pub(crate) session: Option<Secret>,
    /// The sub-account to act for. RRPproxy has a parameter for it, [`crate::commands::Command::subuser`].
    pub(crate) user: Option<String>,
}

/// A request, read.
#[derive(Debug)]
pub(crate) struct Wire {
    pub(crate) face: Face,
    pub(crate) connection: Connection,
    /// The command's name, as it came; empty if there is none.
    pub(crate) command: String,
    /// The client's own id of the request.
    pub(crate) client_id: Option<String>,
    pub(crate) params: Params,
}

impl Wire {
    /// Reads the pairs of query and body. Parameters of the connection begin with `s_`; a command comes as a block in
    /// `s_command`, or flat: each of its parameters as a pair.
    ///
    /// # Errors
    /// `request_malformed`, `parameter_repeated`. The face is told all the same, so that the refusal can be said on it.
    pub(crate) fn read(pairs: Vec<(String, String)>) -> Result<Self, (Face, Refusals)> {
        let face = face_of(&pairs);
        Self::read_on(face, pairs).map_err(|refusals| (face, refusals))
    }

    fn read_on(face: Face, pairs: Vec<(String, String)>) -> Result<Self, Refusals> {
        let (mut about, mut values) = (BTreeMap::new(), BTreeMap::new());
        for (name, value) in pairs {
            let name = name.trim().to_ascii_uppercase();
            if name == "S_COMMAND" {
                for (name, value) in block::pairs(&value)? {
                    enter(&mut values, name.to_ascii_uppercase(), value)?;
                }
            } else if name.starts_with("S_") {
                enter(&mut about, name, value)?;
            } else {
                enter(&mut values, name, value)?;
            }
        }
        let connection = Connection::take(&mut about, &mut values);
        let mut command = values.remove("COMMAND").unwrap_or_default().trim().to_owned();
        if command.is_empty() && values.get("PERSISTENT").is_some_and(|wanted| wanted == "1") {
            "StartSession".clone_into(&mut command);
        }
        let client_id = values.remove("CLTRID").filter(|id| !id.is_empty());
        Ok(Self { face, connection, command, client_id, params: Params::new(values) })
    }
}

/// What only clients of HEXONET send tells them apart; a client of RRPproxy needs nothing to be known as one.
fn face_of(pairs: &[(String, String)]) -> Face {
    let is_hexonet = |(name, value): &(String, String)| {
        let name = name.trim().to_ascii_lowercase();
        ["s_entity", "s_session", "s_user", "s_otp"].contains(&name.as_str())
            || (name == "s_login" && value.contains('!'))
    };
    if pairs.iter().any(is_hexonet) { Face::Hexonet } else { Face::Cnr }
}

fn enter(into: &mut BTreeMap<String, String>, name: String, value: String) -> Result<(), Refusal> {
    match into.get(&name) {
        // Said twice and alike is no contradiction: some clients name the command in query and body.
        Some(known) if *known == value => Ok(()),
        Some(_) => Err(Refusal::new(Outcome::ParameterRepeated).value(name.to_ascii_lowercase())),
        None => {
            into.insert(name, value);
            Ok(())
        }
    }
}

/// What only the opening of a session takes without the `s_`: in other commands it is a parameter like any other.
fn asked(values: &mut BTreeMap<String, String>, name: &str) -> Option<String> {
    let opens =
        values.get("COMMAND").is_none_or(|command| command.trim().eq_ignore_ascii_case("StartSession"));
    if opens { values.remove(name).filter(|text| !text.is_empty()) } else { None }
}

impl Connection {
    fn take(about: &mut BTreeMap<String, String>, values: &mut BTreeMap<String, String>) -> Self {
        let mut text = |name: &str| about.remove(name).filter(|text| !text.is_empty());
        Self {
            login: text("S_LOGIN").or_else(|| asked(values, "LOGIN")),
            password: text("S_PW").or_else(|| asked(values, "PASSWORD")).map(Secret::new),
            one_time: text("S_OTP").map(Secret::new),
            session: text("S_SESSIONID").or_else(|| text("S_SESSION")).map(Secret::new),
            user: text("S_USER"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Wire, (Face, Refusals)> {
        Wire::read(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_command_comes_flat_or_as_a_block() {
        for pairs in [
            &[("s_login", "a"), ("command", "CheckDomain"), ("domain", "x.test")][..],
            &[("s_login", "a"), ("s_command", "COMMAND=CheckDomain\nDOMAIN=x.test")],
            &[("S_LOGIN", "a"), ("Command", "CheckDomain"), ("s_command", "domain=x.test")],
        ] {
            let mut wire = read(pairs).unwrap();
            assert_eq!((wire.face, wire.command.as_str()), (Face::Cnr, "CheckDomain"));
            assert_eq!(wire.params.text("DOMAIN").as_deref(), Some("x.test"));
        }
    }

    #[test]
    fn clients_of_hexonet_are_known_by_what_only_they_send() {
        for (name, value) in
            [("s_entity", "54cd"), ("s_session", "x"), ("s_user", "y"), ("s_login", "a!role")]
        {
            assert_eq!(read(&[(name, value), ("command", "x")]).unwrap().face, Face::Hexonet, "{name}");
        }
        assert_eq!(read(&[("s_login", "a:role")]).unwrap().face, Face::Cnr);
    }

    #[test]
    fn one_parameter_has_one_value() {
        assert!(read(&[("domain", "a"), ("DOMAIN", "a")]).is_ok());
        let (face, refusals) = read(&[("s_entity", "54cd"), ("domain", "a"), ("DOMAIN", "b")]).unwrap_err();
        assert_eq!((face, refusals.first().outcome), (Face::Hexonet, Outcome::ParameterRepeated));
    }
}
