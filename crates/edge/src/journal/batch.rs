//! Entries that are written together.

use std::net::SocketAddr;

use engine::model::OperationId;

use super::entry::Entry;
use crate::scrub::Content;

/// Entries, with all their texts one behind the other in one buffer: adding one is a copy, and takes no memory once
/// the buffer has grown.
#[derive(Default)]
pub(super) struct Batch {
    notes: Vec<Note>,
    texts: Vec<u8>,
}

/// An entry without its texts.
struct Note {
    at_millis: i64,
    trid: OperationId,
    protocol: &'static str,
    peer: SocketAddr,
    code: u32,
    account: Option<usize>,
    request: (Content, usize),
    answer: (Content, usize),
}

impl Batch {
    /// Adds an entry.
    pub(super) fn push(&mut self, entry: &Entry<'_>) {
        let (request, answer) = (entry.request, entry.answer);
        self.notes.push(Note {
            at_millis: entry.at_millis,
            trid: entry.trid,
            protocol: entry.protocol,
            peer: entry.peer,
            code: entry.code,
            account: entry.account.map(str::len),
            request: (request.0, request.1.len()),
            answer: (answer.0, answer.1.len()),
        });
        self.texts.extend_from_slice(entry.account.unwrap_or_default().as_bytes());
        self.texts.extend_from_slice(request.1);
        self.texts.extend_from_slice(answer.1);
    }

    /// The entries, in the order in which they were added.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let mut texts = self.texts.as_slice();
        self.notes.iter().map(move |note| {
            // Each note says how much was added for it, so there is never less.
            let mut take = |length: usize| texts.split_off(..length).unwrap_or_default();
            let account = note.account.map(|length| str::from_utf8(take(length)).unwrap_or_default());
            Entry {
                at_millis: note.at_millis,
                trid: note.trid,
                protocol: note.protocol,
                peer: note.peer,
                code: note.code,
                account,
                request: (note.request.0, take(note.request.1)),
                answer: (note.answer.0, take(note.answer.1)),
            }
        })
    }

    /// The memory that its entries take.
    pub(super) fn size(&self) -> usize {
        self.notes.len() * size_of::<Note>() + self.texts.len()
    }

    /// The memory that an entry would take.
    pub(super) fn size_of(entry: &Entry<'_>) -> usize {
        size_of::<Note>() + entry.account.map_or(0, str::len) + entry.request.1.len() + entry.answer.1.len()
    }

    /// Forgets its entries and keeps the memory for the next ones, unless it is more than a busy server needs.
    pub(super) fn clear(&mut self) {
        self.notes.clear();
        self.texts.clear();
        self.notes.shrink_to(KEPT / size_of::<Note>());
        self.texts.shrink_to(KEPT);
    }
}

/// What is kept of each buffer, in bytes: some 30,000 exchanges a second.
const KEPT: usize = 1 << 20;
