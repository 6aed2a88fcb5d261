//! Everything the program says on the terminal. Answers go to standard output, troubles to standard error.
//!
//! A reader that goes away early (`chancery account list | head`) is no trouble, so writing does not fail.

use std::io::{self, Write};

/// An answer, one line or several; a line end is added unless there is one.
pub(crate) fn line(text: &str) {
    write(io::stdout().lock(), text);
}

/// A question at which the cursor stays.
pub(crate) fn prompt(text: &str) {
    let mut terminal = io::stderr().lock();
    let _ = terminal.write_all(text.as_bytes());
    let _ = terminal.flush();
}

/// Something the operator should know that is no answer.
pub(crate) fn note(text: &str) {
    write(io::stderr().lock(), text);
}

/// Why the program could not do what was asked.
pub(crate) fn trouble(text: &str) {
    write(io::stderr().lock(), &format!("chancery: {text}"));
}

fn write(mut to: impl Write, text: &str) {
    let end = if text.ends_with('\n') { "" } else { "\n" };
    // Nobody is left to be told that nobody listens.
    let _ = write!(to, "{text}{end}");
    let _ = to.flush();
}
