//! Whether everything that was acknowledged is there. A rate counts only if it is.

use std::process::Stdio;

use anyhow::Result;
use memchr::memmem;
use serde::Serialize;

use super::process::this_program;
use super::requests::{self, Names};
use super::server::Site;
use super::session::OK;
use super::subject::{Desk, Subject};

/// What the audit found.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Audit {
    /// Creates that were acknowledged.
    pub(super) acknowledged: usize,
    /// Of these, not there any more.
    pub(super) missing: usize,
    /// Some of those, by name.
    pub(super) examples: Vec<String>,
    /// Whether the ledger is right; `None` if it is out of reach.
    pub(super) ledger: Option<bool>,
    /// What `ledger verify` said.
    pub(super) ledger_said: Option<String>,
}

impl Audit {
    /// Nothing is missing and the ledger is not wrong.
    pub(super) fn is_passed(&self) -> bool {
        self.missing == 0 && self.ledger != Some(false)
    }

    /// Looks up every create that was acknowledged with a check, and some of them with an info as well.
    ///
    /// # Errors
    /// The server does not answer.
    pub(super) fn of_creates(subject: &Subject, names: &Names, created: &[u32]) -> Result<Self> {
        let mut audit = Self { acknowledged: created.len(), ..Self::default() };
        let mut desk = subject.desk()?;
        for numbers in created.chunks(NAMES_IN_A_CHECK) {
            let batch: Vec<String> = numbers.iter().map(|number| names.fresh(*number)).collect();
            audit.look_up(&mut desk, &batch)?;
        }
        for number in created.iter().step_by(created.len() / INFOS + 1) {
            let name = names.fresh(*number);
            if desk.ask(&requests::info(&name))?.0 != OK {
                audit.miss(name);
            }
        }
        Ok(audit)
    }

    /// Has the ledger of a server of ours verified, as its operator would.
    ///
    /// # Errors
    /// The verifier cannot be started.
    pub(super) fn verify_ledger(&mut self, site: &Site) -> Result<()> {
        let mut command = this_program()?;
        command.args(["ledger", "verify", "--data"]).arg(site.data.path());
        let output = command.stdin(Stdio::null()).output()?;
        let said = [output.stdout, output.stderr].concat();
        self.ledger = Some(output.status.success());
        self.ledger_said = Some(String::from_utf8_lossy(&said).trim().to_owned());
        Ok(())
    }

    fn look_up(&mut self, desk: &mut Desk, batch: &[String]) -> Result<()> {
        let (code, answer) = desk.ask(&requests::check(batch.iter().map(String::as_str)))?;
        for name in batch {
            if code != OK || !is_taken(answer, name) {
                self.miss(name.clone());
            }
        }
        Ok(())
    }

    fn miss(&mut self, name: String) {
        self.missing += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push(name);
        }
    }
}

/// Whether the answer to a check says that a name is not available.
fn is_taken(answer: &[u8], name: &str) -> bool {
    let Some(at) = memmem::find(answer, format!(">{name}<").as_bytes()) else { return false };
    let before = &answer[..at];
    let Some(attribute) = memmem::rfind(before, b"avail=") else { return false };
    // Behind the quote.
    let value = before.get(attribute + b"avail=".len() + 1..).unwrap_or_default();
    value.starts_with(b"0") || value.starts_with(b"false")
}

/// As many as any registry takes in one check.
const NAMES_IN_A_CHECK: usize = 20;
const INFOS: usize = 1_000;
const EXAMPLES: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_only_if_its_own_answer_says_so() {
        let answer = b"<domain:cd><domain:name avail=\"1\">a.test</domain:name></domain:cd>\
            <domain:cd><domain:name avail='0'>b.test</domain:name><domain:reason>In use</domain:reason></domain:cd>\
            <domain:cd><domain:name avail=\"false\">c.test</domain:name></domain:cd>";
        assert!(!is_taken(answer, "a.test"));
        assert!(is_taken(answer, "b.test") && is_taken(answer, "c.test"));
        assert!(!is_taken(answer, "d.test") && !is_taken(answer, "est"));
    }

    #[test]
    fn one_missing_create_or_a_wrong_ledger_fails_the_audit() {
        let mut audit = Audit { ledger: Some(true), ..Audit::default() };
        assert!(audit.is_passed());
        audit.ledger = Some(false);
        assert!(!audit.is_passed());
        audit.ledger = None;
        audit.miss("a.test".to_owned());
        assert!(!audit.is_passed());
    }
}
