//! Playing scenarios to a running server.

mod accounts;
mod actor;
mod agent;
mod judge;
mod lever;
mod registrar;
mod reseller;
mod stage;

use std::collections::BTreeSet;

use super::{Failure, Scenario};
use crate::{Answer, ApiFace, WapiFormat};

pub use stage::Stage;

/// Which of the two forms is spoken that a protocol has: of WAPI the formats, of RRPproxy and HEXONET the faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendition {
    /// JSON, RRPproxy.
    First,
    /// XML, HEXONET.
    Second,
}

impl Rendition {
    const ALL: [Self; 2] = [Self::First, Self::Second];

    const fn format(self) -> WapiFormat {
        match self {
            Self::First => WapiFormat::Json,
            Self::Second => WapiFormat::Xml,
        }
    }

    const fn face(self) -> ApiFace {
        match self {
            Self::First => ApiFace::Cnr,
            Self::Second => ApiFace::Hexonet,
        }
    }

    /// For people.
    const fn name(self) -> &'static str {
        match self {
            Self::First => "json, cnr",
            Self::Second => "xml, hexonet",
        }
    }
}

/// How a scenario went.
#[derive(Debug)]
pub struct Play {
    /// Its name.
    pub name: String,
    /// What it says that it proves: of EPP as it is, of other protocols behind their names.
    pub proves: Vec<String>,
    /// The codes and outcomes that it made the server give, likewise.
    pub seen: BTreeSet<String>,
    /// Every answer, with the line of the step that it answers.
    pub answers: Vec<(usize, Answer)>,
    /// Why it did not go as it says, if it did not.
    pub failure: Option<Failure>,
}

impl Play {
    /// Why what it says it proves was not seen, if so.
    fn unproved(&self, scenario: &Scenario) -> Option<Failure> {
        let missing = self.proves.iter().find(|thing| !self.seen.contains(*thing))?;
        Some(Failure::new(
            &scenario.name,
            1,
            format!("it says that it proves {missing}, but no answer had that"),
        ))
    }
}
