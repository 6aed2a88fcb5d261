use std::net::SocketAddr;
use std::path::PathBuf;

/// What to measure, how long, on which server.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(super) errand: Option<Errand>,

    /// Domains in the database before the measuring begins [default: 10000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=99_999_999))]
    pub(super) names: Option<u32>,

    /// What to measure
    #[arg(long, value_enum, value_delimiter = ',', default_values = ["check", "info", "create", "login"])]
    pub(super) only: Vec<Kind>,

    /// How many sessions at once, one measurement for each
    #[arg(
        long,
        value_name = "N,N,...",
        value_delimiter = ',',
        default_values = ["1", "8", "64"],
        value_parser = clap::value_parser!(u16).range(1..)
    )]
    pub(super) sessions: Vec<u16>,

    /// Seconds of each slice; slices of yardstick and server alternate [default: 2]
    #[arg(long, value_parser = positive_seconds)]
    pub(super) seconds: Option<f64>,

    /// Pairs of slices that each measurement needs [default: 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(super) pairs: Option<u32>,

    /// Idle sessions to open when the memory of a session is measured; 0 leaves that out [default: 1000]
    #[arg(long, value_name = "N")]
    pub(super) idle: Option<u32>,

    /// Measure snapshots as well; every name takes some hundred bytes of memory then
    #[arg(long, conflicts_with = "target")]
    pub(super) snapshots: bool,

    /// Much shorter and less exact: to see whether everything works
    #[arg(long)]
    pub(super) quick: bool,

    /// The report as JSON on standard output
    #[arg(long)]
    pub(super) json: bool,

    /// Where the data folder is made; the disk under it is what is measured [default: the system's temporary folder]
    #[arg(long, value_name = "DIR")]
    pub(super) dir: Option<PathBuf>,

    /// Keep the data folder, to look into it
    #[arg(long)]
    pub(super) keep: bool,

    /// Threads of the load generator [default: half of the processors]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(super) threads: Option<u16>,

    /// Zone in which the domains are registered
    #[arg(long, default_value = "test")]
    pub(super) zone: String,

    #[command(flatten)]
    pub(super) target: TargetArgs,

    /// Options for the server that is started, as `chancery serve` knows them
    #[arg(last = true, value_name = "SERVE OPTIONS", conflicts_with = "target")]
    pub(super) serve: Vec<String>,
}

/// A server that runs already.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Measuring a server that runs already")]
pub(super) struct TargetArgs {
    /// Its EPP address; it must allow external host objects and need no upfront set-up in the zone
    #[arg(long, value_name = "HOST:PORT", requires_all = ["ca", "login", "password"])]
    pub(super) target: Option<String>,

    /// Certificate authority to trust (PEM)
    #[arg(long, value_name = "FILE")]
    pub(super) ca: Option<PathBuf>,

    /// Account to log in with; it needs credit for every create
    #[arg(long, value_name = "CLID")]
    pub(super) login: Option<String>,

    /// Its password, better given in the environment
    #[arg(long, env = "CHANCERY_BENCH_PASSWORD", hide_env_values = true)]
    pub(super) password: Option<String>,

    /// The server's process, if it is on this machine: without it there are no figures of its processor time and
    /// memory
    #[arg(long)]
    pub(super) pid: Option<u32>,
}

/// What this program does for itself, in processes of their own.
#[derive(Debug, clap::Subcommand)]
pub(super) enum Errand {
    /// Serves the TLS echo until standard input ends.
    #[command(hide = true)]
    Echo {
        /// Folder for `ready` (the address) and `ca.pem`.
        folder: PathBuf,
    },
}

/// Something that can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Kind {
    /// Check of five names, half of them free
    Check,
    /// Info of a domain of one's own
    Info,
    /// Create with registrant, two contacts and two hosts
    Create,
    /// Connection, TLS handshake, greeting and login
    Login,
}

#[cfg(test)]
impl Args {
    /// Those of a command line without any.
    pub(super) fn usual() -> Self {
        use clap::Parser as _;
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            args: Args,
        }
        Line::parse_from(["bench"]).args
    }
}

impl Kind {
    /// Its name in reports.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Info => "info",
            Self::Create => "create",
            Self::Login => "login",
        }
    }
}

fn positive_seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse::<f64>().map_err(|error| error.to_string())?;
    if (0.05..=3600.0).contains(&seconds) { Ok(seconds) } else { Err("from 0.05 to 3600".to_owned()) }
}

/// An address as it stands after `--target`, looked up.
///
/// # Errors
/// It is none, or its host is not known.
pub(super) fn resolve(target: &str) -> anyhow::Result<SocketAddr> {
    use anyhow::Context as _;
    use std::net::ToSocketAddrs as _;
    let mut found = target.to_socket_addrs().with_context(|| format!("--target {target}"))?;
    found.next().with_context(|| format!("--target {target}: the host has no address"))
}

const AFTER_HELP: &str = "\
Without options it starts a server of its own on a free port, with a data folder that is removed afterwards, fills it
with domains, and measures checks, infos, creates and logins at 1, 8 and 64 sessions. A rate on its own says little, so
each comes with its ratio to a yardstick that runs in turn with it: a bare TLS echo of the same bytes for what is read,
a bare SQLite that commits one row at a time for what is written. At the end every acknowledged create is looked up and
the ledger is verified: the rates count only if nothing is missing.

Examples:
  chancery bench                              the usual figures, about five minutes
  chancery bench --quick                      does it work at all? about half a minute
  chancery bench --names 1000000 --idle 10000 the full figures (ulimit -n 11000 before)
  chancery bench --only create --sessions 64  one of them
  chancery bench --names 100000 --only check --sessions 1 --snapshots
                                              snapshots of a sandbox
  chancery bench -- --log-level debug         the same, with a server that logs more
  chancery bench --target epp.example.test:700 --ca ca.pem --login ALPHA

Exit code 0: all answered, and the audit passed. 1: something failed, or a create was lost. A goal that was missed
is no failure.";
