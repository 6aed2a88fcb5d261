//! Pieces of Rust text.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::workspace;

/// `domain_taken` as an enum's variant: `DomainTaken`.
pub(super) fn variant(name: &str) -> String {
    name.split('_').map(capitalised).collect()
}

/// A text as a string literal.
pub(super) fn literal(text: &str) -> String {
    format!("{text:?}")
}

/// A text as lines of a doc comment: wrapped, with what rustdoc would take for markup made harmless.
pub(super) fn doc(text: &str, indent: &str) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + word.chars().count() >= DOC_WIDTH {
            lines.push_str(&format!("{indent}///{line}\n"));
            line.clear();
        }
        line.push(' ');
        line.push_str(&harmless(word));
    }
    lines.push_str(&format!("{indent}///{line}\n"));
    lines
}

/// The text as rustfmt leaves it, so that `cargo fmt --check` and the generator never disagree.
pub(super) fn formatted(text: &str) -> Result<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout", "--config-path"])
        .arg(workspace::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start rustfmt")?;
    // rustfmt reads all of its input before it writes, so the two pipes cannot block each other.
    rustfmt.stdin.take().context("rustfmt has no input")?.write_all(text.as_bytes())?;
    let output = rustfmt.wait_with_output()?;
    ensure!(output.status.success(), "rustfmt refuses the generated text");
    Ok(String::from_utf8(output.stdout)?)
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

fn harmless(word: &str) -> String {
    let mut plain = String::new();
    for letter in word.chars() {
        if matches!(letter, '<' | '>' | '[' | ']' | '`' | '*') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}

const DOC_WIDTH: usize = 100;

#[cfg(test)]
mod tests {
    use super::{doc, variant};

    #[test]
    fn names_become_variants() {
        assert_eq!(variant("domain_taken"), "DomainTaken");
        assert_eq!(variant("ds_digest_v4"), "DsDigestV4");
    }

    #[test]
    fn long_texts_are_wrapped_and_markup_is_escaped() {
        let text = doc(&"an [array] ".repeat(20), "    ");
        assert!(text.lines().count() > 1);
        assert!(
            text.lines().all(|line| line.starts_with("    /// an") || line.starts_with("    /// \\[")),
            "{text}"
        );
    }
}
