//! Running the binary, never longer than a bounded time.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;
use testkit::FREE_PORTS;

/// How a run ended.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ended {
    /// The standard output of a run that has to have succeeded.
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, Some(0), "{}{}", self.out, self.err);
        self.out
    }

    /// The standard error of a run that has to have failed with this code.
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{}{}", self.out, self.err);
        self.err
    }
}

/// Runs the binary with an empty standard input.
pub(crate) fn run(arguments: &[&str]) -> Ended {
    run_with(arguments, "")
}

/// Runs the binary with this standard input.
pub(crate) fn run_with(arguments: &[&str], input: &str) -> Ended {
    let mut child = spawned(Command::new(BINARY).args(arguments));
    let (mut out, mut err) = (collect(child.stdout.take().unwrap()), collect(child.stderr.take().unwrap()));
    // A program that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let code = wait(&mut child, LONGEST_RUN).code();
    Ended { code, out: out.all(), err: err.all() }
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    log: Heard,
    said: Heard,
    _folder: TempDir,
    ready_file: PathBuf,
    /// What the ready file said.
    pub(crate) ready: Value,
}

impl Server {
    /// A sandbox on this data, on free ports.
    pub(crate) fn sandbox(data: &Path) -> Self {
        Self::start(&[&["--data", data.to_str().unwrap()][..], &FREE_PORTS].concat())
    }

    /// A server with these arguments, once it is ready.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        Self::start_by(Command::new(BINARY), arguments)
    }

    /// The same, when no file may grow beyond about this many kilobytes: then writing fails, as on a broken disk.
    pub(crate) fn start_with_bad_disk(kilobytes: u32, arguments: &[&str]) -> Self {
        let mut shell = Command::new("sh");
        // The unit of the limit is 512 bytes in a POSIX shell. The signal is ignored so that the write fails instead.
        shell.args(["-c", "trap '' XFSZ; ulimit -f $0; exec \"$@\"", &(kilobytes * 2).to_string(), BINARY]);
        Self::start_by(shell, arguments)
    }

    fn start_by(mut command: Command, arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ready_file = folder.path().join("ready.json");
        let arguments = [&["serve", "--ready-file", ready_file.to_str().unwrap()], arguments].concat();
        let mut child = spawned(command.args(&arguments).env("TMPDIR", folder.path()));
        let (said, log) = (collect(child.stdout.take().unwrap()), collect(child.stderr.take().unwrap()));
        drop(child.stdin.take());
        let mut server = Self { child, log, said, _folder: folder, ready_file, ready: Value::Null };
        server.ready = server.wait_until_ready();
        server
    }

    /// The address of a listener.
    pub(crate) fn address(&self, listener: &str) -> String {
        self.ready["listeners"][listener].as_str().expect(listener).to_owned()
    }

    /// Where the ready file is, or was.
    pub(crate) fn ready_file(&self) -> &Path {
        &self.ready_file
    }

    /// Asks the server to stop and waits until it has.
    pub(crate) fn stop(self, signal: Signal) -> Ended {
        self.signal(signal);
        self.wait()
    }

    /// Waits until the server has ended by itself.
    pub(crate) fn wait(mut self) -> Ended {
        let code = wait(&mut self.child, LONGEST_RUN).code();
        Ended { code, out: self.said.all(), err: self.log.all() }
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Waits until the log has these words.
    pub(crate) fn wait_for_log(&self, words: &str) {
        for _ in 0..LONGEST_RUN.as_millis() / TICK.as_millis() {
            if self.log.so_far().contains(words) {
                return;
            }
            sleep(TICK);
        }
        panic!("the log never said {words:?}:\n{}", self.log.so_far());
    }

    fn wait_until_ready(&mut self) -> Value {
        for _ in 0..LONGEST_RUN.as_millis() / TICK.as_millis() {
            if let Ok(text) = std::fs::read_to_string(&self.ready_file) {
                return serde_json::from_str(&text).expect("the ready file is never half there");
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                panic!("the server ended: {status}\n{}", self.log.all());
            }
            sleep(TICK);
        }
        panic!("the server was not ready in time");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Gone already, mostly.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawned(command: &mut Command) -> Child {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What a program says, heard by a thread of its own so that it never has to wait for us.
struct Heard {
    bytes: Arc<Mutex<Vec<u8>>>,
    listening: Option<JoinHandle<()>>,
}

impl Heard {
    fn so_far(&self) -> String {
        String::from_utf8(self.bytes.lock().unwrap().clone()).unwrap()
    }

    /// Everything, once the program has closed its mouth.
    fn all(&mut self) -> String {
        self.listening.take().map(JoinHandle::join).unwrap_or(Ok(())).unwrap();
        self.so_far()
    }
}

fn collect(mut from: impl Read + Send + 'static) -> Heard {
    let bytes = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&bytes);
    let listening = spawn(move || {
        let mut piece = [0; 4096];
        while let Ok(count @ 1..) = from.read(&mut piece) {
            heard.lock().unwrap().extend_from_slice(&piece[..count]);
        }
    });
    Heard { bytes, listening: Some(listening) }
}

fn wait(child: &mut Child, longest: Duration) -> ExitStatus {
    for _ in 0..longest.as_millis() / TICK.as_millis() {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        sleep(TICK);
    }
    child.kill().unwrap();
    panic!("it did not end in {longest:?}");
}

const BINARY: &str = env!("CARGO_BIN_EXE_chancery");
const LONGEST_RUN: Duration = Duration::from_secs(20);
const TICK: Duration = Duration::from_millis(5);
