use engine::model::{Email, Instant};
use engine::ports::Undelivered;

/// A plain text mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The kind and id of what is in it, such as `notice.7`: the same at every attempt.
    pub id: String,
    /// To whom.
    pub to: Email,
    /// What it is about, in one line.
    pub subject: String,
    /// The text, in lines that end with `\n`.
    pub text: String,
    /// When it was written.
    pub at: Instant,
}

/// Where mails are put to be sent. What was put there once may be put there again: it keeps one per id, or marks it so
/// that the receiver's mailbox can.
pub trait Postbox: Send + Sync {
    /// Takes a mail. Blocks, for some seconds at most.
    ///
    /// # Errors
    /// Why it was not taken.
    fn put(&self, mail: &Mail) -> Result<(), Undelivered>;
}

impl<F: Fn(&Mail) -> Result<(), Undelivered> + Send + Sync> Postbox for F {
    fn put(&self, mail: &Mail) -> Result<(), Undelivered> {
        self(mail)
    }
}
