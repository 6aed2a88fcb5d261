//! How the log is written down, and read again by nothing but itself.
//!
//! ```text
//!   log    := "CHCYREDO" version frame* ...                  what follows the last frame is left from earlier epochs
//!   frame  := mark number sum length | line* | padding       one command, at a multiple of eight bytes
//!   line   := statement [text] rows count value*             the text only where a statement stands for the first time
//!   value  := 0 | 1 number | 2 length text | 3 length bytes
//! ```
//!
//! All numbers are little-endian; those of a frame's head have eight bytes, those of a line four, a whole number as a
//! value eight. `mark` is a keyed checksum of the head, `sum` one of the lines; their keys are made of the epoch, so
//! that a frame of any other epoch is none.

use std::cell::RefCell;
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
        debug_assert!(is_change(sql), "`{sql}` could not be done again");
        let mut text = self.0.borrow_mut();
        text.statement(sql);
        text.number(rows);
        text.number(values.len());
        values.iter().for_each(|value| text.value(*value));
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

    /// Hands over the frame, complete.
    pub(super) fn seal<T>(&self, epoch: i64, number: u64, write: impl FnOnce(&[u8]) -> T) -> T {
        let mut text = self.0.borrow_mut();
        let length = text.bytes.len() - HEAD;
        let padded = HEAD + length.next_multiple_of(GRAIN);
        text.bytes.resize(padded, 0);
        let sum = sum(epoch, number, &text.bytes[HEAD..HEAD + length]);
        let head = Head { number, sum, length: length as u64 };
        text.bytes[..HEAD].copy_from_slice(&head.bytes(epoch));
        write(&text.bytes)
    }
}

impl Text {
    fn statement(&mut self, sql: &'static str) {
        let key = (sql.as_ptr().addr(), sql.len());
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let number = *self.known.entry(key).or_insert(next);
        self.bytes.extend(number.to_le_bytes());
        if number == next {
            self.fresh.push(key);
            self.blob(sql.as_bytes());
        }
    }

    /// Counts of rows, of values, of bytes in one value: SQLite's own limits are below four billion.
    fn number(&mut self, number: usize) {
        self.bytes.extend(u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes());
    }

    fn blob(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.bytes.extend(bytes);
    }

    fn value(&mut self, value: Value<'_>) {
        match value {
            Value::Null => self.bytes.push(NULL),
            Value::Int(number) => {
                self.bytes.push(INT);
                self.bytes.extend(number.to_le_bytes());
            }
            Value::Text(text) => {
                self.bytes.push(TEXT);
                self.blob(text.as_bytes());
            }
            Value::Bytes(bytes) => {
                self.bytes.push(BYTES);
                self.blob(bytes);
            }
        }
    }
}

/// A statement that was run.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line<'l> {
    pub(super) sql: &'l str,
    pub(super) values: Vec<Value<'l>>,
    /// How many rows it changed.
    pub(super) rows: usize,
}

/// What a log starts with.
pub(super) fn preface() -> [u8; PREFACE] {
    let mut preface = [0; PREFACE];
    preface[..8].copy_from_slice(&NAME);
    preface[8..].copy_from_slice(&VERSION.to_le_bytes());
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
        Some(found) if *found == preface() => Ok(()),
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
        let (rows, count) = (self.number()?, self.number()?);
        let values = (0..count).map(|_| self.value()).collect::<Option<_>>()?;
        Some(Line { sql, values, rows })
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
const VERSION: u64 = 1;
/// Bytes of a frame's head.
const HEAD: usize = 32;
/// Frames begin at multiples of this.
const GRAIN: usize = 8;
const NULL: u8 = 0;
const INT: u8 = 1;
const TEXT: u8 = 2;
const BYTES: u8 = 3;
