//! `chancery serve`.

use std::net::SocketAddr;
use std::num::{NonZeroU32, NonZeroU64};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::Parser;
use edge::journal;
use engine::policy::HouseRules;

use crate::config::{Config, EnomSettings, Limits, RrpSettings, Turnable, WapiSettings};
use crate::folder::{self, DataFolder};
use crate::installation::Home;
use crate::logging::{self, Format};
use crate::mode::Mode;
use crate::policies::{self, Services};
use crate::server::{self, Addresses, Identity, Plan, WebSettings};

/// How to serve.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    /// Serve for real, as this file says; etc/chancery.template.toml shows every setting.
    #[arg(long, value_name = "FILE", conflicts_with_all = SANDBOX_ONLY)]
    config: Option<PathBuf>,
    /// Where to listen for EPP over TLS.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7700")]
    epp: SocketAddr,
    /// Where to listen for Nominet's EPP over TLS, std family.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7701")]
    nominet: SocketAddr,
    /// Where to listen for Nominet's EPP over TLS, nom family.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7702")]
    nominet_classic: SocketAddr,
    /// Where to listen for Nominet's EPP without TLS, std family; nowhere unless said.
    #[arg(long, value_name = "ADDRESS")]
    nominet_plain: Option<SocketAddr>,
    /// Where to listen for RRP (RFC 2832) over TLS.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7703")]
    rrp: SocketAddr,
    /// Where to listen for HTTP.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    http: SocketAddr,
    /// Where to listen for HTTPS.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8443")]
    https: SocketAddr,
    /// The folder to keep everything in, made if it is not there.
    #[arg(long, value_name = "DIR", default_value = folder::DEFAULT)]
    data: PathBuf,
    /// Keep everything in memory and forget it at the end.
    #[arg(long, conflicts_with = "data")]
    in_memory: bool,
    /// A folder with the policies of the zones (TLDs), in the place of those compiled in.
    #[arg(long, value_name = "DIR")]
    policies: Option<PathBuf>,
    /// Write this file (JSON) when all listeners accept: where they are, whom to trust, who can log in.
    #[arg(long, value_name = "FILE")]
    ready_file: Option<PathBuf>,
    /// The form of the log: text for people, json for programs.
    #[arg(long, value_enum, value_name = "FORMAT")]
    log: Option<Format>,
    /// What is logged: error, warn, info, debug, trace, off; or by room, as in info,epp=debug.
    #[arg(long, value_name = "LEVEL")]
    log_level: Option<String>,
    #[command(flatten)]
    trial: Trial,
}

/// Settings for load tests and trials of a sandbox; not in the help, which is for newcomers.
#[derive(Clone, Copy, Debug, clap::Args)]
struct Trial {
    /// Milliseconds added to every commit, to see how things are on a slow disk.
    #[arg(long, value_name = "MILLISECONDS", hide = true)]
    commit_delay: Option<u64>,
    /// Sessions an account may have at once.
    #[arg(long, value_name = "COUNT", hide = true)]
    sessions_per_account: Option<NonZeroU32>,
    /// Sessions that may come from one address.
    #[arg(long, value_name = "COUNT", hide = true)]
    sessions_per_address: Option<NonZeroU32>,
    /// Connections that may come from one address.
    #[arg(long, value_name = "COUNT", hide = true)]
    connections_per_address: Option<NonZeroU32>,
    /// How long a session may be silent.
    #[arg(long, value_name = "SECONDS", hide = true)]
    idle: Option<NonZeroU64>,
    /// How long a frame may take to come in.
    #[arg(long, value_name = "SECONDS", hide = true)]
    frame_deadline: Option<NonZeroU64>,
    /// Keep no journal.
    #[arg(long, hide = true)]
    no_journal: bool,
}

/// Serves until told to stop.
///
/// # Errors
/// Why the server cannot start.
pub(crate) fn run(args: Args) -> Result<ExitCode> {
    server::run(args.plan()?)
}

impl Args {
    /// The sandbox with everything at its default.
    pub(crate) fn sandbox() -> Self {
        #[derive(Parser)]
        struct Bare {
            #[command(flatten)]
            args: Args,
        }
        Bare::parse_from(["chancery serve"]).args
    }

    /// Starts the log and draws up the plan.
    fn plan(self) -> Result<Plan> {
        let Some(path) = &self.config else {
            self.start_log(Format::Text, logging::DEFAULT_LEVEL)?;
            return self.sandbox_plan();
        };
        let config = Config::read(path)?;
        self.start_log(config.log.format, &config.log.level)?;
        config.plan(self.ready_file)
    }

    fn start_log(&self, format: Format, level: &str) -> Result<()> {
        logging::start(self.log.unwrap_or(format), self.log_level.as_deref().unwrap_or(level))
    }

    fn sandbox_plan(self) -> Result<Plan> {
        let zones = policies::load(self.policies.as_deref())?;
        let services = Services::load(self.policies.as_deref())?;
        let folder = DataFolder::at(self.data);
        // All that try a sandbox out come from one machine.
        let house = HouseRules { failed_logins_per_address: 10_000, ..HouseRules::default() };
        Ok(Plan {
            mode: Mode::Sandbox,
            home: if self.in_memory { Home::Memory } else { Home::Folder(folder) },
            addresses: Addresses {
                epp: Some(self.epp),
                nominet: Some(self.nominet),
                nominet_classic: Some(self.nominet_classic),
                nominet_plain: self.nominet_plain,
                rrp: Some(self.rrp),
                http: Some(self.http),
                https: Some(self.https),
            },
            identity: Identity::Authority,
            policies: services.beside(policies::together(zones, house)?),
            name: "Chancery sandbox".to_owned(),
            limits: self.trial.limits(),
            web: WebSettings {
                wapi: WapiSettings::sandbox().settings(),
                rrp: RrpSettings::sandbox().settings(),
                enom: EnomSettings::sandbox().settings(),
            },
            balancers: Vec::new(),
            journal: (!self.trial.no_journal).then(journal::Settings::default),
            ready_file: self.ready_file,
            commit_delay: self.trial.commit_delay.map(Duration::from_millis),
            couriers: None,
            primaries: xfr::Reach::Anywhere,
        })
    }
}

impl Trial {
    fn limits(self) -> Limits {
        let mut limits = Limits::sandbox().with_time_outs(self.idle, self.frame_deadline);
        limits.sessions_per_account = self.sessions_per_account.unwrap_or(limits.sessions_per_account);
        limits.sessions_per_address = self.sessions_per_address.unwrap_or(limits.sessions_per_address);
        limits.connections_per_address =
            self.connections_per_address.unwrap_or(limits.connections_per_address);
        limits
    }
}

/// What the configuration file says instead.
const SANDBOX_ONLY: [&str; 17] = [
    "epp",
    "nominet",
    "nominet_classic",
    "nominet_plain",
    "rrp",
    "http",
    "https",
    "data",
    "in_memory",
    "policies",
    "commit_delay",
    "sessions_per_account",
    "sessions_per_address",
    "connections_per_address",
    "idle",
    "frame_deadline",
    "no_journal",
];

const AFTER_HELP: &str = "\
Without --config it is the sandbox: loopback addresses, accounts ALPHA (alpha-secret) and BRAVO (bravo-secret) with
1,000,000.00 USD each, and a certificate authority made on the first start. Port 0 means any free port.

Examples:
  chancery serve
  chancery serve --in-memory --epp 127.0.0.1:0 --http 127.0.0.1:0 --https 127.0.0.1:0 --ready-file ready.json
  chancery serve --config /etc/chancery/chancery.toml

SIGTERM and Ctrl-C finish what is in flight and exit 0. The exit code is 1 if the server could not start, or if the
disk failed under it.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sandbox_listens_where_its_contract_says() {
        let plan = Args::sandbox().sandbox_plan().unwrap();
        assert_eq!(
            plan.addresses.to_string(),
            "epp 127.0.0.1:7700, nominet 127.0.0.1:7701, nominet_classic 127.0.0.1:7702, rrp 127.0.0.1:7703, \
             http 127.0.0.1:8080, https 127.0.0.1:8443"
        );
        assert_eq!(plan.home, Home::Folder(DataFolder::at("./chancery-data")));
        assert_eq!((plan.mode, plan.ready_file, plan.commit_delay), (Mode::Sandbox, None, None));
    }
}
