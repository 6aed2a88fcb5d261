//! The file of the log: of one size, and written over and over from its beginning.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
#[cfg(target_os = "linux")]
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use engine::Fault;
#[cfg(target_os = "linux")]
use rustix::fs::{Advice, fadvise};

use super::frame::{self, Draft, HEAD, PREFACE, VERSION};
use super::replay::Mark;

/// The log of one epoch.
pub(super) struct Log {
    file: LogFile,
    epoch: i64,
    /// Where the next frame begins, and its number less one.
    place: usize,
    written: u64,
}

impl Log {
    /// Begins the log with a frame that says nothing: a database that needs the log has that at least, so that no other
    /// log, nor one that was cut off, can be taken for it.
    pub(super) fn begin(file: LogFile, epoch: i64) -> Result<Self, Unwritten> {
        let mut log = Self { file, epoch, place: PREFACE, written: 0 };
        log.append(&Draft::new(), || Ok(()))?;
        Ok(log)
    }

    /// Gives the file back, for another epoch.
    pub(super) fn end(self) -> LogFile {
        self.file
    }

    /// Where a database stands that has all that is written here.
    pub(super) fn mark(&self) -> Mark {
        Mark { epoch: self.epoch, applied: self.written }
    }

    /// Whether there is little room left.
    pub(super) fn is_nearly_full(&self) -> bool {
        self.place + LITTLE > SIZE
    }

    /// Whether a frame fits.
    pub(super) fn has_room_for(&self, draft: &Draft) -> bool {
        self.place + draft.size() <= SIZE
    }

    /// Writes a frame, which is on disk then, and does something while it is on the way there.
    ///
    /// # Errors
    /// [`Unwritten`].
    pub(super) fn append(
        &mut self,
        draft: &Draft,
        meanwhile: impl FnOnce() -> Result<(), Fault>,
    ) -> Result<(), Unwritten> {
        let frame = draft.seal(self.epoch, self.written + 1);
        self.file.send(&frame, self.place)?;
        if let Err(fault) = meanwhile() {
            self.file.void(self.place).map_err(Unwritten::Unknown)?;
            return Err(Unwritten::Void(fault));
        }
        self.file.sync().map_err(Unwritten::Unknown)?;
        self.place += frame.len();
        self.written += 1;
        Ok(())
    }

    /// All that was written, as it is in the file.
    pub(super) fn read_back(&self) -> io::Result<Vec<u8>> {
        let mut written = vec![0; self.place];
        get(&self.file.0, &mut written, 0).map(|()| written)
    }
}

/// The file.
pub(super) struct LogFile(File);

/// Why a frame was not written.
pub(super) enum Unwritten {
    /// There is no room for it, so that it is not there, or not all of it: no frame.
    Nothing(io::Error),
    /// It may be on disk, or become so: neither doing nor undoing what it says would be right.
    Unknown(io::Error),
    /// What it says could not be done, and it is there no more.
    Void(Fault),
}

impl LogFile {
    /// Opens the file and gives it all the room that it will ever need: what is only overwritten is synced without the
    /// file system having to write down anything of its own, and on most a disk that fills up does not concern it any
    /// more.
    pub(super) fn make(path: &Path) -> io::Result<Self> {
        let mut options = File::options();
        options.read(true).write(true);
        let mut file = options.create(true).truncate(false).open(path)?;
        if file.metadata()?.len() != SIZE as u64 {
            let filled = file.set_len(0).and_then(|()| file.write_all(&vec![0; SIZE]));
            // What there is of it would only take room.
            filled.inspect_err(|_| drop(file.set_len(0)))?;
        }
        put(&file, &frame::preface(VERSION), 0)?;
        file.sync_all()?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        File::open(folder)?.sync_all()?;
        Ok(Self(file))
    }

    /// Puts a frame in its place, and on its way to the disk.
    fn send(&self, frame: &[u8], place: usize) -> Result<(), Unwritten> {
        put(&self.0, frame, place).map_err(|error| match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded if self.lacks(frame, place) => {
                Unwritten::Nothing(error)
            }
            _ => Unwritten::Unknown(error),
        })?;
        start_writing(&self.0, place, frame.len());
        Ok(())
    }

    /// Waits until what was sent is on disk.
    fn sync(&self) -> io::Result<()> {
        self.0.sync_data()
    }

    /// Has no frame in a place, also on disk.
    fn void(&self, place: usize) -> io::Result<()> {
        put(&self.0, &[0; HEAD], place).and_then(|()| self.sync())
    }

    /// Whether a frame certainly is not there. There are file systems that need room also for what is overwritten; where
    /// they have none when they take it, it is not in the file, and cannot get on disk. One that only failed when it was
    /// to get there can be read.
    fn lacks(&self, frame: &[u8], place: usize) -> bool {
        let mut found = vec![0; frame.len()];
        get(&self.0, &mut found, place).is_ok_and(|()| found != frame)
    }
}

fn put(mut file: &File, frame: &[u8], place: usize) -> io::Result<()> {
    file.seek(SeekFrom::Start(place as u64))?;
    file.write_all(frame)
}

fn get(mut file: &File, bytes: &mut [u8], place: usize) -> io::Result<()> {
    file.seek(SeekFrom::Start(place as u64))?;
    file.read_exact(bytes)
}

/// Has the system begin to write what was put in a place. A sync behind that only waits for the rest.
#[cfg(target_os = "linux")]
fn start_writing(file: &File, place: usize, length: usize) {
    // What is said not to be needed it writes, and would then forget. It forgets whole pages only; that would take longer
    // than it saves.
    if length < PAGE {
        let _ = fadvise(file, place as u64, NonZeroU64::new(length as u64), Advice::DontNeed);
    }
}

#[cfg(not(target_os = "linux"))]
fn start_writing(_: &File, _: usize, _: usize) {}

/// Where the log of a database is.
pub(super) fn beside(database: &Path) -> PathBuf {
    let mut name = OsString::from(database);
    name.push("-redo");
    name.into()
}

/// Everything that stands in the log; `None` if there is none.
pub(super) fn load(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match File::open(path) {
        Ok(file) => read_backwards(&file).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The log may be in use by another process. Whoever sees a frame there has to see those before it, which were written
/// earlier: so these are looked at later.
fn read_backwards(file: &File) -> io::Result<Vec<u8>> {
    let length = usize::try_from(file.metadata()?.len()).map_err(io::Error::other)?;
    let mut log = vec![0; length];
    for (number, page) in log.chunks_mut(PAGE).enumerate().rev() {
        get(file, page, number * PAGE)?;
    }
    Ok(log)
}

/// Of the file: some seven hundred registrations.
const SIZE: usize = 1 << 20;
/// The system's unit: it copies no less at a stroke, and writes no less.
const PAGE: usize = 4096;
/// Room for about as many frames as are written before the database is next brought up to date.
const LITTLE: usize = 128 << 10;
