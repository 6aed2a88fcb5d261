//! The journal's files, closed and numbered by size.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::Settings;

/// The file being written and its numbered predecessors.
#[derive(Debug)]
pub(super) struct Files {
    folder: PathBuf,
    current: BufWriter<File>,
    written: u64,
    /// A write failed and may have left half a line.
    torn: bool,
    max_bytes: u64,
    keep: u32,
}

impl Files {
    /// Goes on with the current file of this folder, made if it is not there.
    pub(super) fn open(folder: &Path, settings: &Settings) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut file = append_to(&numbered(folder, 0))?;
        let mut written = file.metadata()?.len();
        if written > 0 && !ends_its_line(folder)? {
            // A crash cut the last line; what follows must not become part of it.
            file.write_all(b"\n")?;
            written += 1;
        }
        let (folder, current) = (folder.to_owned(), BufWriter::with_capacity(BUFFER, file));
        let (max_bytes, keep) = (settings.max_file_bytes, settings.keep_files);
        Ok(Self { folder, current, written, torn: false, max_bytes, keep })
    }

    /// Writes a line, to a new file if this one would grow beyond its size.
    pub(super) fn write(&mut self, line: &[u8]) -> io::Result<()> {
        let size = line.len() as u64;
        if self.written > 0 && self.written.saturating_add(size) > self.max_bytes {
            self.rotate()?;
        }
        if self.torn {
            self.current.write_all(b"\n")?;
        }
        self.torn = true;
        self.current.write_all(line)?;
        self.torn = false;
        self.written += size;
        Ok(())
    }

    /// Hands what is buffered to the system.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.current.flush()
    }

    fn rotate(&mut self) -> io::Result<()> {
        self.current.flush()?;
        for number in (0..self.keep).rev() {
            absent_is_fine(fs::rename(numbered(&self.folder, number), numbered(&self.folder, number + 1)))?;
        }
        if self.keep == 0 {
            absent_is_fine(fs::remove_file(numbered(&self.folder, 0)))?;
        }
        self.current = BufWriter::with_capacity(BUFFER, append_to(&numbered(&self.folder, 0))?);
        (self.written, self.torn) = (0, false);
        Ok(())
    }
}

/// The path of the file with this number; 0 is the one being written.
fn numbered(folder: &Path, number: u32) -> PathBuf {
    match number {
        0 => folder.join("journal.jsonl"),
        number => folder.join(format!("journal.{number}.jsonl")),
    }
}

fn append_to(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn ends_its_line(folder: &Path) -> io::Result<bool> {
    use std::io::{Read, Seek, SeekFrom};
    let mut file = File::open(numbered(folder, 0))?;
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

fn absent_is_fine(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

const BUFFER: usize = 64 * 1024;
