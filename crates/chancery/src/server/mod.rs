//! The server: the rooms put together.
//!
//! ```text
//!   Plan ──> Premises: data, engine, certificate, journal      (open, in this order; closed in the other)
//!        ──> Listeners: bound, then served
//!        ──> ready file, and it runs until a signal comes or the store stops
//! ```

mod counts;
mod forks;
mod identity;
mod keep;
mod listeners;
mod open_files;
mod pages;
mod per_listener;
mod plan;
mod playground;
mod premises;
mod ready;
mod signals;
mod verify;
mod web;
mod welcome;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use edge::{Shutdown, Stopped};
use tokio::runtime::{Builder, Runtime};

pub(crate) use identity::{Certificate, Identity};
use listeners::Listeners;
pub(crate) use per_listener::{Addresses, PerListener};
pub(crate) use plan::Plan;
use premises::Premises;
use ready::ReadyFile;
use signals::{Asked, Signals};
pub(crate) use web::WebSettings;

use crate::mode::Mode;

/// Serves until told to stop. The exit code is 1 if the store stopped by itself.
///
/// # Errors
/// Why the server cannot start.
pub(crate) fn run(plan: Plan) -> Result<ExitCode> {
    open_files::raise(plan.mode, plan.limits.connections.get());
    let premises = Premises::open(&plan)?;
    ReadyFile::clear(plan.ready_file.as_deref())?;
    let runtime = runtime()?;
    let ended = runtime.block_on(serve(plan, &premises));
    // What was not finished in its time is cut off; the store ends what it was handed, then closes.
    runtime.shutdown_timeout(CUT_OFF);
    premises.close();
    ended
}

async fn serve(plan: Plan, premises: &Premises) -> Result<ExitCode> {
    // Before anybody can know that the server runs, so that no signal is missed.
    let mut signals = Signals::listen().context("signals cannot be heard")?;
    let shutdown = Shutdown::new(plan.limits.stop_grace());
    let listeners = Listeners::bind(plan.addresses)?;
    let addresses = listeners.addresses();
    tokio::select! {
        done = premises.catch_up() => done.context("what fell due while the server was down cannot be done")?,
        // Years of work may have come together. What is not done yet is still due at the next start.
        signal = asked_to_stop(&mut signals, plan.mode, premises) => {
            tracing::info!(signal, "stopping before what fell due while the server was down is done");
            return Ok(ExitCode::SUCCESS);
        }
    }
    do_what_falls_due(premises, &shutdown);
    listeners.serve(&plan, premises, &shutdown);
    let _ready = ReadyFile::write(plan.ready_file.as_deref(), plan.mode, &addresses, premises.ca_file())?;
    tracing::info!(mode = plan.mode.name(), version = env!("CARGO_PKG_VERSION"), %addresses, "serving");
    warn_of_visitors(plan.mode, &addresses);
    welcome::say(plan.mode, &addresses, premises);

    let code = tokio::select! {
        signal = asked_to_stop(&mut signals, plan.mode, premises) => {
            tracing::info!(signal, "stopping: what is in flight is finished");
            ExitCode::SUCCESS
        }
        () = premises.broken() => {
            tracing::error!("stopping: the store cannot go on; see to the disk, then start again");
            ExitCode::FAILURE
        }
    };
    tokio::select! {
        stopped = shutdown.stop() => tell(stopped),
        _ = signals.next() => tracing::warn!("asked again: stopping at once"),
    }
    premises.stop_forks().await;
    Ok(code)
}

/// From now on until the end.
fn do_what_falls_due(premises: &Premises, shutdown: &Shutdown) {
    let end = shutdown.clone();
    match &premises.playground {
        Some(playground) => {
            let timekeeper = Arc::clone(&playground.timekeeper);
            shutdown.spawn(async move { timekeeper.watch(&end).await });
        }
        None => {
            let due = Arc::clone(&premises.due);
            shutdown.spawn(async move { due.watch(&end).await });
        }
    }
}

/// A sandbox may be shown to other machines, by whoever knows what that means.
fn warn_of_visitors(mode: Mode, addresses: &Addresses) {
    for (listener, address) in addresses.each().filter(|(_, address)| !address.ip().is_loopback()) {
        if mode == Mode::Sandbox {
            tracing::warn!(listener, %address, "other machines can reach this sandbox, whose passwords everybody knows");
        }
    }
}

/// Waits for a signal to stop, and names it. SIGHUP has a production server read its certificate again; a sandbox
/// gets it when its terminal is closed.
async fn asked_to_stop(signals: &mut Signals, mode: Mode, premises: &Premises) -> &'static str {
    loop {
        match (signals.next().await, mode) {
            (Asked::Stop(signal), _) => return signal,
            (Asked::Reload, Mode::Sandbox) => return "SIGHUP",
            (Asked::Reload, Mode::Production) => reload(premises),
        }
    }
}

/// Reads two small files: a blink, even on an asynchronous thread.
fn reload(premises: &Premises) {
    match premises.credentials.certificate.reload() {
        Ok(()) => tracing::info!("the certificate was read again"),
        Err(error) => tracing::error!(error = format!("{error:#}"), "the certificate stays as it was"),
    }
}

fn tell(Stopped { cut_off }: Stopped) {
    if cut_off > 0 {
        tracing::warn!(connections = cut_off, "some connections did not end in time and are cut off");
    }
    tracing::info!("stopped");
}

/// As many threads as cores; everything that blocks runs in the store's threads or apart.
fn runtime() -> Result<Runtime> {
    Builder::new_multi_thread().thread_name("edge").enable_all().build().context("the runtime cannot start")
}

/// How long threads get that have to be cut off.
const CUT_OFF: Duration = Duration::from_millis(500);
