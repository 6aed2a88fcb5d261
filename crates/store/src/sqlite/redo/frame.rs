//! How the log is written down, and read again by nothing but itself.
//!
//! ```text
//!   log    := "CHCYREDO" version frame* ...                  what follows the last frame is left from earlier epochs
//!   frame  := mark number sum length | line* | padding       one command, at a multiple of eight bytes
//!   line   := statement [text] rows count value*             the text only where a statement stands for the first time;
//!                                                            the highest bit of rows says that it was deferred
//!   value  := 0 | 1 number | 2 length text | 3 length bytes
//! ```
//!
//! All numbers are little-endian; those of a frame's head have eight bytes, those of a line four, a whole number as a
//! value eight. `mark` is a keyed checksum of the head, `sum` one of the lines; their keys are made of the epoch, so
//! that a frame of any other epoch is none.

use std::cell::{Ref, RefCell};
use std::collections::HashMap;
use std::hash::Hasher as _;

use siphasher::sip::SipHasher13;

use crate::sql::Value;

/// What a command writes, while it runs, as the frame that it may become.
pub(in crate::sqlite) struct Draft(RefCell<Text>);

struct Text {
    /// The frame, with room for its head.
    bytes: Vec<u8>,
    /// The numbers of the statements in this epoch, by the addresses of their texts: each is one constant.
    known: HashMap<(usize, usize), u32>,
    /// Those that this frame is the first to have.
    fresh: Vec<(usize, usize)>,
}

impl Draft {
    pub(super) fn new() -> Self {
        Self(RefCell::new(Text { bytes: vec![0; HEAD], known: HashMap::new(), fresh: Vec::new() }))
    }

    /// Notes a statement that changed so many rows.
    pub(in crate::sqlite) fn note(&self, sql: &'static str, values: &[Value<'_>], rows: usize) {
        let mut text = self.0.borrow_mut();
        text.statement(sql);
        put_rest(&mut text.bytes, values, rows);
    }

    /// Notes a statement by what [`put_rest`] made of it.
    pub(in crate::sqlite) fn note_rest(&self, sql: &'static str, rest: &[u8], done: Done) {
        let mut text = self.0.borrow_mut();
        text.statement(sql);
        let highest = text.bytes.len() + 3;
        text.bytes.extend(rest);
        if done == Done::Later {
            text.bytes[highest] |= DEFERRED;
        }
    }

    /// How long the frame will be.
    pub(super) fn size(&self) -> usize {
        HEAD + (self.0.borrow().bytes.len() - HEAD).next_multiple_of(GRAIN)
    }

    /// Whether nothing was noted.
    pub(in crate::sqlite) fn is_empty(&self) -> bool {
        self.0.borrow().bytes.len() == HEAD
    }

    /// Forgets what the command wrote: it was undone, or is kept in another way.
    pub(in crate::sqlite) fn forget(&self) {
        let mut text = self.0.borrow_mut();
        for statement in std::mem::take(&mut text.fresh) {
            text.known.remove(&statement);
        }
        text.bytes.truncate(HEAD);
    }

    /// Goes on after a frame that was written.
    pub(super) fn accept(&self) {
        let mut text = self.0.borrow_mut();
        text.fresh.clear();
        text.bytes.truncate(HEAD);
    }

    /// Begins an epoch, in which every statement is new.
    pub(super) fn begin_epoch(&self) {
        self.forget();
        self.0.borrow_mut().known.clear();
    }

    /// Completes the frame.
    pub(super) fn seal(&self, epoch: i64, number: u64) -> Ref<'_, [u8]> {
        let mut text = self.0.borrow_mut();
        let length = text.bytes.len() - HEAD;
        let padded = HEAD + length.next_multiple_of(GRAIN);
        text.bytes.resize(padded, 0);
        let sum = sum(epoch, number, &text.bytes[HEAD..HEAD + length]);
        let head = Head { number, sum, length: length as u64 };
        text.bytes[..HEAD].copy_from_slice(&head.bytes(epoch));
        drop(text);
        Ref::map(self.0.borrow(), |text| &*text.bytes)
    }
}

impl Text {
    fn statement(&mut self, sql: &'static str) {
        debug_assert!(is_change(sql), "`{sql}` could not be done again");
        let key = (sql.as_ptr().addr(), sql.len());
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let number = *self.known.entry(key).or_insert(next);
        self.bytes.extend(number.to_le_bytes());
        if number == next {
            self.fresh.push(key);
            put_blob(&mut self.bytes, sql.as_bytes());
        }
    }
}

/// When a statement of a frame is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sqlite) enum Done {
    /// It was when the frame was written.
    Before,
    /// Only then.
    Later,
}

/// Adds what stands behind the statement in a line.
pub(in crate::sqlite) fn put_rest(bytes: &mut Vec<u8>, values: &[Value<'_>], rows: usize) {
    put_number(bytes, rows);
    put_number(bytes, values.len());
    values.iter().for_each(|value| put_value(bytes, *value));
}

/// The number of rows and the values that [`put_rest`] put at the beginning.
pub(in crate::sqlite) fn rest_of(bytes: &[u8]) -> Option<(usize, Vec<Value<'_>>)> {
    Reader(bytes).rest()
}

/// Counts of rows, of values, of bytes in one value: SQLite's own limits are below two thousand million.
fn put_number(bytes: &mut Vec<u8>, number: usize) {
    bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
}

fn put_blob(bytes: &mut Vec<u8>, blob: &[u8]) {
    put_number(bytes, blob.len());
    bytes.extend(blob);
}

fn put_value(bytes: &mut Vec<u8>, value: Value<'_>) {
    match value {
        Value::Null => bytes.push(NULL),
        Value::Int(number) => {
            bytes.push(INT);
            bytes.extend(number.to_le_bytes());
        }
        Value::Text(text) => {
            bytes.push(TEXT);
            put_blob(bytes, text.as_bytes());
        }
        Value::Bytes(blob) => {
            bytes.push(BYTES);
            put_blob(bytes, blob);
        }
    }
}

/// A statement that was run.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<'l> {
    pub(super) sql: &'l str,
    pub(super) values: Vec<Value<'l>>,
    /// How many rows it changed, or was to change.
    pub(super) rows: usize,
    /// Whether it was to be carried out only after the frame was written.
    pub(super) is_deferred: bool,
}

/// What a log starts with.
pub(super) fn preface(version: u64) -> [u8; PREFACE] {
    let mut preface = [0; PREFACE];
    preface[..8].copy_from_slice(&NAME);
    preface[8..].copy_from_slice(&version.to_le_bytes());
    preface
}

/// The frames of an epoch, in their order: the lines of each. Nothing is a log without frames.
///
/// The last frame may be torn: it was being written when the machine stopped, and nobody had its answer. One before
/// it cannot be, as each is on disk before the next is written.
///
/// # Errors
/// Why the log cannot be read.
pub(super) fn read(log: &[u8], epoch: i64) -> Result<Vec<Vec<Line<'_>>>, String> {
    check_preface(log)?;
    let (mut frames, mut statements, mut place) = (Vec::new(), Vec::new(), PREFACE);
    while let Some(body) = frame_at(log, place, epoch, frames.len() as u64 + 1) {
        let lines = Reader(body).lines(&mut statements);
        frames.push(lines.ok_or_else(|| format!("the frame at byte {place} is not understood"))?);
        place += HEAD + body.len().next_multiple_of(GRAIN);
    }
    if is_followed(log, place, epoch, frames.len() as u64 + 1) {
        return Err(format!("it is damaged at byte {place}, and something answered stands behind that"));
    }
    Ok(frames)
}

fn check_preface(log: &[u8]) -> Result<(), String> {
    match log.first_chunk::<PREFACE>() {
        // Somebody gave it up on purpose, or nothing was written to it yet.
        _ if log.iter().all(|byte| *byte == 0) => Ok(()),
        // The first version knew of nothing that was deferred, and is read in the same way.
        Some(found) if [preface(1), preface(VERSION)].contains(found) => Ok(()),
        Some(found) if found[..8] == NAME => Err("it was written by another version".to_owned()),
        _ => Err("it is no log of this program, or damaged at its beginning".to_owned()),
    }
}

/// The lines of a whole frame.
fn frame_at(log: &[u8], place: usize, epoch: i64, number: u64) -> Option<&[u8]> {
    let head = Head::at(log, place, epoch).filter(|head| head.number == number)?;
    let body = log.get(place + HEAD..)?.get(..usize::try_from(head.length).ok()?)?;
    (sum(epoch, number, body) == head.sum).then_some(body)
}

/// Whether a later frame of the epoch begins anywhere behind a place.
fn is_followed(log: &[u8], place: usize, epoch: i64, number: u64) -> bool {
    let later = |place| Head::at(log, place, epoch).is_some_and(|head| head.number > number);
    (place..log.len()).step_by(GRAIN).any(later)
}

/// The beginning of a frame.
struct Head {
    number: u64,
    sum: u64,
    length: u64,
}

impl Head {
    fn at(log: &[u8], place: usize, epoch: i64) -> Option<Self> {
        let bytes: &[u8; HEAD] = log.get(place..)?.first_chunk()?;
        let word = |at: usize| bytes[at..].first_chunk().map_or(0, |word| u64::from_le_bytes(*word));
        let head = Self { number: word(8), sum: word(16), length: word(24) };
        (head.bytes(epoch) == *bytes).then_some(head)
    }

    fn bytes(&self, epoch: i64) -> [u8; HEAD] {
        let mut bytes = [0; HEAD];
        let words = [self.number, self.sum, self.length];
        for (place, word) in bytes[8..].chunks_exact_mut(8).zip(words) {
            place.copy_from_slice(&word.to_le_bytes());
        }
        let mark = sum(epoch, u64::MAX, &bytes[8..]);
        bytes[..8].copy_from_slice(&mark.to_le_bytes());
        bytes
    }
}

fn sum(epoch: i64, number: u64, bytes: &[u8]) -> u64 {
    let mut hasher = SipHasher13::new_with_keys(epoch.cast_unsigned(), number);
    hasher.write(bytes);
    hasher.finish()
}

/// What is left to read of a frame.
struct Reader<'l>(&'l [u8]);

impl<'l> Reader<'l> {
    fn lines(mut self, statements: &mut Vec<&'l str>) -> Option<Vec<Line<'l>>> {
        let mut lines = Vec::new();
        while !self.0.is_empty() {
            lines.push(self.line(statements)?);
        }
        Some(lines)
    }

    fn line(&mut self, statements: &mut Vec<&'l str>) -> Option<Line<'l>> {
        let statement = self.number()?;
        if statement == statements.len() {
            statements.push(self.text()?);
        }
        let sql = statements.get(statement)?;
        let is_deferred = self.0.get(3)? & DEFERRED != 0;
        let (rows, values) = self.rest()?;
        Some(Line { sql, values, rows, is_deferred })
    }

    /// What stands behind the statement: the number of rows, and the values.
    fn rest(&mut self) -> Option<(usize, Vec<Value<'l>>)> {
        let (rows, count) = (self.number()? & MOST_ROWS, self.number()?);
        let values = (0..count).map(|_| self.value()).collect::<Option<_>>()?;
        Some((rows, values))
    }

    fn value(&mut self) -> Option<Value<'l>> {
        Some(match self.take(1)?[0] {
            NULL => Value::Null,
            INT => Value::Int(i64::from_le_bytes(*self.take(8)?.first_chunk()?)),
            TEXT => Value::Text(self.text()?),
            BYTES => Value::Bytes(self.blob()?),
            _ => return None,
        })
    }

    fn text(&mut self) -> Option<&'l str> {
        std::str::from_utf8(self.blob()?).ok()
    }

    fn blob(&mut self) -> Option<&'l [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    fn number(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(*self.take(4)?.first_chunk()?)).ok()
    }

    fn take(&mut self, count: usize) -> Option<&'l [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}

/// Whether a statement only changes rows. Whoever can write the log can write the database; but not, by way of the log,
/// other files.
pub(super) fn is_change(sql: &str) -> bool {
    ["INSERT ", "UPDATE ", "DELETE "].iter().any(|word| sql.starts_with(word))
}

/// Where the first frame begins.
pub(super) const PREFACE: usize = 16;
const NAME: [u8; 8] = *b"CHCYREDO";
/// Of the logs that are written.
pub(super) const VERSION: u64 = 2;
/// Bytes of a frame's head.
pub(super) const HEAD: usize = 32;
/// Frames begin at multiples of this.
const GRAIN: usize = 8;
/// In the last byte of a number of rows: the statement is carried out after the frame was written.
const DEFERRED: u8 = 1 << 7;
/// The rest of that number.
const MOST_ROWS: usize = (1 << 31) - 1;
const NULL: u8 = 0;
const INT: u8 = 1;
const TEXT: u8 = 2;
const BYTES: u8 = 3;
