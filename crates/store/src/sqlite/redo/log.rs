//! The file of the log: of one size, and written over and over from its beginning.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::frame::{self, Draft, PREFACE};
use super::replay::Mark;

/// The log of one epoch.
pub(super) struct Log {
    file: Arc<File>,
    epoch: i64,
    /// Where the next frame begins, and its number less one.
    place: usize,
    written: u64,
}

impl Log {
    /// Begins the log with a frame that says nothing: a database that needs the log has that at least, so that no other
    /// log, nor one that was cut off, can be taken for it.
    pub(super) fn begin(file: Arc<File>, epoch: i64) -> io::Result<Self> {
        let mut log = Self { file, epoch, place: PREFACE, written: 0 };
        log.append(&Draft::new())?;
        log.file.sync_data()?;
        Ok(log)
    }

    /// Where a database stands that has all that is written here.
    pub(super) fn mark(&self) -> Mark {
        Mark { epoch: self.epoch, applied: self.written }
    }

    /// What to sync before a frame is answered.
    pub(super) fn file(&self) -> &Arc<File> {
        &self.file
    }

    /// Whether there is little room left.
    pub(super) fn is_nearly_full(&self) -> bool {
        self.place + LITTLE > SIZE
    }

    /// Writes a frame; `false` if there is no room for it.
    pub(super) fn append(&mut self, draft: &Draft) -> io::Result<bool> {
        let (mut file, place) = (&*self.file, self.place);
        let length = draft.seal(self.epoch, self.written + 1, |frame| {
            if place + frame.len() > SIZE {
                return Ok(0);
            }
            file.seek(SeekFrom::Start(place as u64))?;
            file.write_all(frame).map(|()| frame.len())
        })?;
        self.place += length;
        self.written += u64::from(length > 0);
        Ok(length > 0)
    }
}

/// Where the log of a database is.
pub(super) fn beside(database: &Path) -> PathBuf {
    let mut name = OsString::from(database);
    name.push("-redo");
    name.into()
}

/// Everything that stands in the log; `None` if there is none.
pub(super) fn load(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match File::open(path) {
        Ok(file) => read_backwards(file).map(Some),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The log may be in use by another process. Whoever sees a frame there has to see those before it, which were written
/// earlier: so these are looked at later.
fn read_backwards(mut file: File) -> io::Result<Vec<u8>> {
    let length = usize::try_from(file.metadata()?.len()).map_err(io::Error::other)?;
    let mut log = vec![0; length];
    for (number, page) in log.chunks_mut(PAGE).enumerate().rev() {
        file.seek(SeekFrom::Start((number * PAGE) as u64))?;
        file.read_exact(page)?;
    }
    Ok(log)
}

/// Opens the file and gives it all the room that it will ever need: what is only overwritten is synced without the
/// file system having to write down anything of its own, and a disk that fills up does not concern it any more.
pub(super) fn make(path: &Path) -> io::Result<File> {
    let mut file = File::options().create(true).truncate(false).read(true).write(true).open(path)?;
    if file.metadata()?.len() != SIZE as u64 {
        file.set_len(0)?;
        file.write_all(&vec![0; SIZE])?;
    }
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&frame::preface())?;
    file.sync_all()?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()?;
    Ok(file)
}

/// Of the file: some seven hundred registrations.
const SIZE: usize = 1 << 20;
/// What is read at once: no more than the system copies at a stroke.
const PAGE: usize = 4096;
/// Room for about as many frames as are written before the database is next brought up to date.
const LITTLE: usize = 128 << 10;
