//! Pictures of a whole database, kept in memory: taken and brought back in milliseconds, while it is in use.

use std::fmt;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};

use engine::ports::store::{Kind, Result};
use engine::{Fault, FaultKind};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::Sqlite;
use super::connection;
use super::session::Session;
use super::writer::Work;
use crate::names::NameIndex;

/// Everything that was committed at one moment. It can be brought back any number of times, into any store. Clones
/// are the same picture.
#[derive(Clone)]
pub struct Picture(Arc<Mutex<Connection>>);

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Picture")
    }
}

/// Something that the writer does between two groups of commands, with the database to itself; or hears why it cannot.
pub(super) type Chore = Box<dyn FnOnce(Result<&mut Connection>, &NameIndex) + Send>;

impl Sqlite {
    /// Takes a picture. What was acknowledged before is in it; what is handed over later is not. Blocks.
    ///
    /// # Errors
    /// A fault, if there is no memory or the store is closed.
    pub fn picture(&self) -> Result<Picture> {
        self.alone(|live, _| {
            let mut kept = connection::in_memory().map_err(fault)?;
            copy(live, &mut kept)?;
            Ok(Picture(Arc::new(Mutex::new(kept))))
        })
    }

    /// Makes everything as it was when a picture was taken. Whatever happened since is gone. Blocks.
    ///
    /// # Errors
    /// A fault; then nothing was changed.
    pub fn bring_back(&self, picture: &Picture) -> Result<()> {
        let picture = Arc::clone(&picture.0);
        self.alone(move |live, names| {
            copy(&picture.lock().unwrap_or_else(PoisonError::into_inner), live)?;
            names.clear();
            let session = Session::new(live, "the database that was brought back");
            for kind in [Kind::Domain, Kind::Host, Kind::Contact] {
                names.fill(kind, &session)?;
            }
            Ok(())
        })
    }

    /// Has the writer do a chore, and waits for its end.
    fn alone<T: Send + 'static>(
        &self,
        chore: impl FnOnce(&mut Connection, &NameIndex) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, answered) = sync_channel(1);
        let chore: Chore = Box::new(move |live, names| {
            drop(answer.send(live.and_then(|live| chore(live, names))));
        });
        self.hand_over(Work::Chore(chore));
        answered.recv().unwrap_or_else(|_| Err(Fault::new(FaultKind::StoreStopped, "the store is closed")))
    }
}

fn copy(from: &Connection, to: &mut Connection) -> Result<()> {
    let backup = Backup::new(from, to).map_err(fault)?;
    match backup.step(-1).map_err(fault)? {
        StepResult::Done => Ok(()),
        // Nobody else can hold the database: the writer does this itself, and readers never lock.
        _ => Err(fault("it is locked")),
    }
}

fn fault(error: impl fmt::Display) -> Fault {
    Fault::internal(format!("the picture of the database: {error}"))
}
