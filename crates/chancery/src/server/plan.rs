//! Everything that is decided before a server starts.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use courier::Couriers;
use edge::{Network, journal};
use engine::policy::Policies;

use super::{Addresses, Identity, WebSettings};
use crate::config::Limits;
use crate::installation::Home;
use crate::mode::Mode;

/// The plan of a server.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    /// What it is for.
    pub(crate) mode: Mode,
    /// Where the data is.
    pub(crate) home: Home,
    /// Where it listens; port 0 is any free port.
    pub(crate) addresses: Addresses,
    /// Its certificate.
    pub(crate) identity: Identity,
    /// What the zones allow.
    pub(crate) policies: Policies,
    /// What it calls itself.
    pub(crate) name: String,
    /// How much it takes.
    pub(crate) limits: Limits,
    /// How the protocols over HTTP behave.
    pub(crate) web: WebSettings,
    /// Who may speak for clients.
    pub(crate) balancers: Vec<Network>,
    /// How requests and answers are kept, if at all.
    pub(crate) journal: Option<journal::Settings>,
    /// Where to say that it is ready.
    pub(crate) ready_file: Option<PathBuf>,
    /// Time added to every commit, to see how things are on a slow disk.
    pub(crate) commit_delay: Option<Duration>,
    /// Who carries notices; a sandbox has its own.
    pub(crate) couriers: Option<Arc<Couriers>>,
    /// From which servers secondary DNS zones are fetched.
    pub(crate) primaries: xfr::Reach,
}
