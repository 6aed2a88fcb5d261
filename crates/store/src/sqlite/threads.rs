use std::thread::{self, JoinHandle};

use super::OpenError;

/// Threads of a store.
#[derive(Default)]
pub(super) struct Threads(Vec<JoinHandle<()>>);

impl Threads {
    /// Starts one more.
    pub(super) fn start(&mut self, name: &str, run: impl FnOnce() + Send + 'static) -> Result<(), OpenError> {
        let started = thread::Builder::new().name(name.to_owned()).spawn(run);
        self.0.push(started.map_err(|error| OpenError::System(error.to_string()))?);
        Ok(())
    }

    /// Waits until all have ended.
    pub(super) fn join(&mut self) {
        for thread in self.0.drain(..) {
            // The last to let go of the store may be a job on one of these threads; that one ends by itself.
            if thread.thread().id() != thread::current().id() && thread.join().is_err() {
                tracing::error!("a thread of the store had panicked");
            }
        }
    }
}
