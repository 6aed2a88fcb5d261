use std::{
    ffi::OsString,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use super::Server;
use crate::{Patience, Ready, client};

/// How to start a server: which program, on which data, with which flags. Cheap to clone; clones share the data.
#[derive(Clone, Debug)]
pub struct Launch {
    binary: PathBuf,
    home: Arc<TempDir>,
    in_memory: bool,
    flags: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    within: Vec<OsString>,
}

impl Launch {
    /// A server that keeps everything in memory.
    ///
    /// # Errors
    /// When there is no room for temporary files.
    pub fn in_memory(binary: impl Into<PathBuf>) -> Result<Self> {
        Self::new(binary.into(), true)
    }

    /// A server on a fresh data directory, which goes away with the last clone of the launch.
    ///
    /// # Errors
    /// When there is no room for temporary files.
    pub fn on_disk(binary: impl Into<PathBuf>) -> Result<Self> {
        Self::new(binary.into(), false)
    }

    fn new(binary: PathBuf, in_memory: bool) -> Result<Self> {
        let home = TempDir::with_prefix("chancery-test-").context("making a temporary folder")?;
        Ok(Self {
            binary,
            home: Arc::new(home),
            in_memory,
            flags: Vec::new(),
            environment: Vec::new(),
            within: Vec::new(),
        })
    }

    /// Adds a flag of `chancery serve`.
    #[must_use]
    pub fn flag(mut self, flag: impl Into<OsString>) -> Self {
        self.flags.push(flag.into());
        self
    }

    /// Sets a variable of the server's environment. Other subcommands do not get it.
    #[must_use]
    pub fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.environment.push((name.into(), value.into()));
        self
    }

    /// Starts the server by another program, which gets the server's command line after these words and has to become
    /// it (`exec`).
    #[must_use]
    pub fn within<W: Into<OsString>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        self.within = words.into_iter().map(Into::into).collect();
        self
    }

    /// A folder for the files of the test; the data directory lies in it.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The data directory.
    pub fn data(&self) -> PathBuf {
        self.home().join("data")
    }

    /// Starts the server and waits until every listener accepts.
    ///
    /// # Errors
    /// When it does not start, ends, or is not ready after some seconds; with what it wrote.
    pub fn start(&self) -> Result<Server> {
        let run = RUNS.fetch_add(1, Ordering::Relaxed);
        let (ready, log) =
            (self.home().join(format!("ready-{run}.json")), self.home().join(format!("log-{run}.txt")));
        let mut child = self.serve(&ready, &log)?;
        let document = await_ready(&mut child, &ready).and_then(|ready| {
            let ready = self.seen_from_here(ready, child.id());
            let tls = client::trusting(&ready.ca_file, None)?;
            Ok((ready, tls))
        });
        match document {
            Ok((ready, tls)) => Ok(Server { child, launch: self.clone(), ready, log, tls }),
            Err(error) => {
                // It may have ended by itself, which is why it is not ready.
                let _ = child.kill();
                let _ = child.wait();
                Err(error.context(fs::read_to_string(&log).unwrap_or_default()))
            }
        }
    }

    /// Opens an account, in US dollars, with a password and something to spend. The server must not run.
    ///
    /// # Errors
    /// When the program does not do it.
    pub fn open_account(&self, name: &str, secret: &str, deposit: &str) -> Result<()> {
        let address = ["--city", "Oxford", "--country", "GB"];
        let add = [&["account", "add", name, "--currency", "USD", "--password-stdin"][..], &address].concat();
        for (arguments, input) in [(&add[..], secret), (&["account", "deposit", name, deposit], "")] {
            let output = self.run(arguments, &format!("{input}\n"))?;
            ensure!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        }
        Ok(())
    }

    /// Runs another subcommand of the program to its end, with something on its standard input. `--data` is given
    /// after the arguments.
    ///
    /// # Errors
    /// When it cannot be run.
    pub fn run(&self, arguments: &[&str], input: &str) -> Result<Output> {
        let mut command = self.at_home(Command::new(&self.binary));
        command.args(arguments).arg("--data").arg(self.data());
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().with_context(|| format!("running {}", self.binary.display()))?;
        if let Some(mut stdin) = child.stdin.take() {
            // A program that refuses its arguments does not read its input.
            let _ = stdin.write_all(input.as_bytes());
        }
        Ok(child.wait_with_output()?)
    }

    fn serve(&self, ready: &Path, log: &Path) -> Result<Child> {
        let log = File::create(log)?;
        let mut command = self.at_home(self.command());
        command.envs(self.environment.iter().cloned());
        command.arg("serve").args(FREE_PORTS).arg("--ready-file").arg(ready).args(&self.flags);
        if self.in_memory {
            command.arg("--in-memory");
        } else {
            command.arg("--data").arg(self.data());
        }
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        command.spawn().with_context(|| format!("running {}", self.binary.display()))
    }

    /// A server that was started by another program may see other files in its place than the test does.
    fn seen_from_here(&self, mut ready: Ready, pid: u32) -> Ready {
        if let (false, Ok(below_root)) = (self.within.is_empty(), ready.ca_file.strip_prefix("/")) {
            ready.ca_file = Path::new(&format!("/proc/{pid}/root")).join(below_root);
        }
        ready
    }

    /// The program runs and keeps its temporary files where they go away with the test: one that is killed removes none.
    fn at_home(&self, mut command: Command) -> Command {
        command.current_dir(self.home()).env("TMPDIR", self.home());
        command
    }

    fn command(&self) -> Command {
        let Some((program, words)) = self.within.split_first() else { return Command::new(&self.binary) };
        let mut command = Command::new(program);
        command.args(words).arg(&self.binary);
        command
    }
}

fn await_ready(child: &mut Child, file: &Path) -> Result<Ready> {
    enum Event {
        Ready(Vec<u8>),
        Ended(String),
    }
    let event = Patience::seconds(START_SECONDS).until(|| {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(Event::Ended(status.to_string()));
        }
        fs::read(file).ok().map(Event::Ready)
    });
    match event {
        Some(Event::Ready(document)) => serde_json::from_slice(&document).context("reading the ready file"),
        Some(Event::Ended(status)) => bail!("the server ended before it was ready: {status}"),
        None => bail!("the server was not ready after {START_SECONDS} seconds"),
    }
}

/// Flags of `chancery serve` that put every listener that is on unless said otherwise on a free port.
pub const FREE_PORTS: [&str; 12] = [
    "--epp",
    "127.0.0.1:0",
    "--nominet",
    "127.0.0.1:0",
    "--nominet-classic",
    "127.0.0.1:0",
    "--rrp",
    "127.0.0.1:0",
    "--http",
    "127.0.0.1:0",
    "--https",
    "127.0.0.1:0",
];

/// A first start makes keys and certificates; a debug build on a busy machine takes its time.
const START_SECONDS: u64 = 20;

/// Numbers the files of each start in this process.
static RUNS: AtomicU32 = AtomicU32::new(0);
