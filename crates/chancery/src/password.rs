//! Passwords as the operator gives them: typed twice, or piped in. Never an argument, where every user of the machine
//! could read it.

use std::io::{self, BufRead, IsTerminal, Read};

use anyhow::{Context, Result, bail};
use engine::model::Secret;
use zeroize::Zeroizing;

use crate::say;
use crate::terminal::Hidden;

/// How a password is given.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct PasswordArgs {
    /// Read the password from the first line of standard input and do not ask for it.
    #[arg(long)]
    password_stdin: bool,
}

impl PasswordArgs {
    /// The password.
    ///
    /// # Errors
    /// There is none, the two typed differ, or no client could send it.
    pub(crate) fn read(self) -> Result<Secret> {
        let password = if self.password_stdin { first_line()? } else { typed_twice()? };
        check(&password)?;
        Ok(password)
    }
}

fn first_line() -> Result<Secret> {
    let mut line = Zeroizing::new(String::new());
    io::stdin().lock().take(LONGEST_LINE).read_line(&mut line).context("reading the password")?;
    Ok(Secret::new(line.trim_end_matches(['\r', '\n'])))
}

fn typed_twice() -> Result<Secret> {
    if !io::stdin().is_terminal() {
        bail!("there is no terminal to ask for the password; pipe it in and add --password-stdin");
    }
    let hidden = Hidden::begin().context("what is typed here cannot be hidden; use --password-stdin")?;
    say::prompt("Password: ");
    let first = first_line()?;
    say::prompt("Again: ");
    let second = first_line()?;
    drop(hidden);
    if first != second {
        bail!("the two passwords are not the same");
    }
    Ok(first)
}

/// A password of EPP is an XML token of at least six characters (RFC 5730 section 4.2), so some could never be sent.
fn check(password: &Secret) -> Result<()> {
    let text = password.expose();
    if text.chars().count() < SHORTEST {
        bail!("a password has at least {SHORTEST} characters");
    }
    if text.trim() != text || text.contains("  ") || text.chars().any(char::is_control) {
        bail!(
            "a password neither begins nor ends with a space, nor holds two in a row or a control character"
        );
    }
    if text.chars().count() > LONGEST_OF_OLD {
        say::note(&format!(
            "Note: longer than {LONGEST_OF_OLD} characters, so EPP clients have to log in with the loginSec extension (RFC 8807)."
        ));
    }
    Ok(())
}

const SHORTEST: usize = 6;
/// The longest in RFC 5730; longer ones need RFC 8807.
const LONGEST_OF_OLD: usize = 16;
const LONGEST_LINE: u64 = 4096;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_client_could_send_is_refused() {
        for good in ["alpha-secret", "a b c d", "hé\u{159}ž\u{f3}6"] {
            assert!(check(&Secret::new(good)).is_ok(), "{good:?}");
        }
        for bad in ["", "five5", " leading", "trailing ", "two  spaces", "tab\tinside"] {
            assert!(check(&Secret::new(bad)).is_err(), "{bad:?}");
        }
    }
}
