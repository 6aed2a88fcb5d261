//! The mail that a sandbox sent: kept here and sent to nobody.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use engine::model::Instant;
use serde::{Deserialize, Serialize};

/// Keeps mail in memory, up to a number of messages and of bytes; the oldest go first.
#[derive(Debug, Default)]
pub struct Mailbox(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    messages: VecDeque<Message>,
    bytes: usize,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The Message-ID, which is the same at every attempt to deliver it.
    pub id: String,
    /// To whom.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// When it was first delivered.
    pub at: Instant,
}

/// What became of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filed {
    /// It is the first with its id.
    New,
    /// One with its id is there already; that one stays.
    Again,
}

impl Mailbox {
    /// An empty mailbox.
    pub fn new() -> Self {
        Self::default()
    }

    /// Files a message, unless one with its id is there.
    pub fn put(&self, message: Message) -> Filed {
        let mut kept = self.kept();
        if kept.messages.iter().any(|there| there.id == message.id) {
            return Filed::Again;
        }
        kept.bytes += message.size();
        kept.messages.push_back(message);
        while kept.messages.len() > MOST || kept.bytes > MOST_BYTES {
            let Some(oldest) = kept.messages.pop_front() else { break };
            kept.bytes -= oldest.size();
        }
        Filed::New
    }

    /// The messages that pass a filter, oldest first.
    pub fn list(&self, filter: impl Fn(&Message) -> bool) -> Vec<Message> {
        self.kept().messages.iter().filter(|message| filter(message)).cloned().collect()
    }

    /// Throws everything away. Tells how many messages that were.
    pub fn clear(&self) -> usize {
        std::mem::take(&mut *self.kept()).messages.len()
    }

    /// Puts these messages in the place of those that are there.
    pub fn replace(&self, messages: &[Message]) {
        let bytes = messages.iter().map(Message::size).sum();
        *self.kept() = Kept { messages: messages.iter().cloned().collect(), bytes };
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Message {
    fn size(&self) -> usize {
        self.id.len() + self.to.len() + self.subject.len() + self.text.len()
    }
}

const MOST: usize = 10_000;
const MOST_BYTES: usize = 32 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    fn message(id: usize, text: &str) -> Message {
        Message {
            id: format!("<{id}@example.test>"),
            to: "alpha@example.test".into(),
            subject: "Domain shop.test expires".into(),
            text: text.into(),
            at: Instant::from_millis(0),
        }
    }

    #[test]
    fn a_message_that_comes_again_is_kept_once() {
        let mailbox = Mailbox::new();
        assert_eq!(mailbox.put(message(1, "first")), Filed::New);
        assert_eq!(mailbox.put(message(1, "again")), Filed::Again);
        assert_eq!(mailbox.put(message(2, "second")), Filed::New);
        let texts: Vec<_> = mailbox.list(|_| true).into_iter().map(|message| message.text).collect();
        assert_eq!(texts, ["first", "second"]);
        assert_eq!(mailbox.list(|message| message.text == "second").len(), 1);
        assert_eq!(mailbox.clear(), 2);
        assert_eq!(mailbox.put(message(1, "anew")), Filed::New);
    }

    #[test]
    fn it_holds_so_much_and_no_more() {
        let mailbox = Mailbox::new();
        let long = "x".repeat(MOST_BYTES / 4);
        (0..6).for_each(|id| assert_eq!(mailbox.put(message(id, &long)), Filed::New));
        let kept = mailbox.list(|_| true);
        assert_eq!(kept.len(), 3);
        assert_eq!(kept[0].id, message(3, "").id, "the oldest went");
        mailbox.replace(&kept);
        mailbox.put(message(9, &long));
        assert_eq!(mailbox.list(|_| true).len(), 3);
    }
}
