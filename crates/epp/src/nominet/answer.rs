//! What a command answers.

use engine::ports::store::Queue;
use wire::xml::Writer;

/// Writes one element.
pub(super) type Part = Box<dyn Fn(&mut Writer) + Send + Sync>;

/// What a command answers beyond its result.
#[derive(Default)]
pub(super) struct Answer {
    /// The children of `resData`.
    pub(super) data: Vec<Part>,
    /// The children of `extension`, warnings aside.
    pub(super) extensions: Vec<Part>,
    /// The message queue.
    pub(super) queue: Option<MessageQueue>,
}

/// What an answer tells of the queue.
pub(super) enum MessageQueue {
    /// The oldest message, with its title.
    Head(Box<Queue>, String),
    /// How many are left after this one was acknowledged.
    Left(u64, String),
}

impl Answer {
    /// Nothing.
    pub(super) fn nothing() -> Self {
        Self::default()
    }

    /// One element of data.
    pub(super) fn of(part: impl Fn(&mut Writer) + Send + Sync + 'static) -> Self {
        Self { data: vec![Box::new(part)], ..Self::default() }
    }

    /// The same with one more extension.
    pub(super) fn extended(mut self, part: impl Fn(&mut Writer) + Send + Sync + 'static) -> Self {
        self.extensions.push(Box::new(part));
        self
    }
}
