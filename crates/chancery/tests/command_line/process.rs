//! Running the binary, never longer than a bounded time.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;

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
    let mut child = spawn_binary(arguments);
    let (out, err) = (collect(child.stdout.take().unwrap()), collect(child.stderr.take().unwrap()));
    // A program that does not read its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let code = wait(&mut child, LONGEST_RUN).code();
    Ended { code, out: out.join().unwrap(), err: err.join().unwrap() }
}

/// A running server.
pub(crate) struct Server {
    child: Child,
    log: Option<JoinHandle<String>>,
    said: Option<JoinHandle<String>>,
    _folder: TempDir,
    ready_file: PathBuf,
    /// What the ready file said.
    pub(crate) ready: Value,
}

impl Server {
    /// A sandbox on this data, on free ports.
    pub(crate) fn sandbox(data: &Path) -> Self {
        Self::start(&["--data", data.to_str().unwrap(), "--epp", FREE, "--http", FREE, "--https", FREE])
    }

    /// A server with these arguments, once it is ready.
    pub(crate) fn start(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ready_file = folder.path().join("ready.json");
        let arguments = [&["serve", "--ready-file", ready_file.to_str().unwrap()], arguments].concat();
        let mut child = spawn_binary(&arguments);
        let (said, log) = (collect(child.stdout.take().unwrap()), collect(child.stderr.take().unwrap()));
        drop(child.stdin.take());
        let mut server =
            Self { child, log: Some(log), said: Some(said), _folder: folder, ready_file, ready: Value::Null };
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
    pub(crate) fn stop(mut self, signal: Signal) -> Ended {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
        let code = wait(&mut self.child, LONGEST_RUN).code();
        let (out, err) =
            (self.said.take().unwrap().join().unwrap(), self.log.take().unwrap().join().unwrap());
        Ended { code, out, err }
    }

    fn wait_until_ready(&mut self) -> Value {
        for _ in 0..LONGEST_RUN.as_millis() / TICK.as_millis() {
            if let Ok(text) = std::fs::read_to_string(&self.ready_file) {
                return serde_json::from_str(&text).expect("the ready file is never half there");
            }
            if let Some(status) = self.child.try_wait().unwrap() {
                panic!("the server ended: {status}\n{}", self.log.take().unwrap().join().unwrap());
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

/// A free port of this machine.
pub(crate) const FREE: &str = "127.0.0.1:0";

fn spawn_binary(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_chancery"));
    command.args(arguments.iter().map(OsStr::new));
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

fn collect(mut from: impl Read + Send + 'static) -> JoinHandle<String> {
    spawn(move || {
        let mut text = String::new();
        from.read_to_string(&mut text).unwrap();
        text
    })
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

const LONGEST_RUN: Duration = Duration::from_secs(20);
const TICK: Duration = Duration::from_millis(5);
