//! `chancery ledger`: the books.

use std::process::ExitCode;
use std::sync::mpsc::{SyncSender, sync_channel};

use anyhow::{Context, Result};
use clap::Subcommand;
use engine::model::{AccountId, EntryId};
use engine::ops::account::List;
use engine::ports::store::{Audit, QueryJob, Result as StoreResult, Snapshot};

use crate::chores::DataArgs;
use crate::installation::Installation;
use crate::say;

/// What to do with which books.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    data: DataArgs,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Read every line of the ledger and prove that every balance is the sum of its lines. Also while the server runs.
    Verify,
}

/// Does it. The exit code is 1 if something is wrong.
///
/// # Errors
/// There is no data, or it cannot be read.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    match args.action {
        Action::Verify => verify(&args.data),
    }
}

fn verify(data: &DataArgs) -> Result<ExitCode> {
    let (audit, accounts) = data.read(|installation| {
        let lines = installation.operator().query(List)?;
        let accounts: Vec<_> =
            lines.into_iter().map(|line| (line.account.id, line.account.clid.to_string())).collect();
        Ok((audit(installation)?, accounts))
    })?;
    if audit.is_clean() {
        say::line(&format!("The ledger is right: {} lines, {} accounts.", audit.entries, accounts.len()));
        return Ok(ExitCode::SUCCESS);
    }
    say::line(&format!("The ledger is WRONG ({} lines read):", audit.entries));
    findings(&audit, &Names(accounts)).iter().for_each(|finding| say::line(&format!("  {finding}")));
    Ok(ExitCode::FAILURE)
}

fn audit(installation: &Installation) -> Result<Audit> {
    let (sender, receiver) = sync_channel(1);
    installation.engine().store().query(Box::new(AuditJob(sender)));
    Ok(receiver.recv().context("the store ended without an answer")??)
}

struct AuditJob(SyncSender<StoreResult<Audit>>);

impl QueryJob for AuditJob {
    fn run(self: Box<Self>, snapshot: StoreResult<&dyn Snapshot>) {
        // The one who asked waits; if it does not, nobody misses the answer.
        let _ = self.0.send(snapshot.and_then(engine::ports::store::Ledger::audit));
    }
}

/// The identifiers of accounts by their ids.
struct Names(Vec<(AccountId, String)>);

impl Names {
    fn of(&self, id: AccountId) -> String {
        let known = self.0.iter().find(|(known, _)| *known == id);
        known.map_or_else(|| format!("account {}", id.0), |(_, name)| name.clone())
    }
}

fn findings(audit: &Audit, names: &Names) -> Vec<String> {
    let wrong = audit.wrong_balances.iter().map(|(account, kept, summed)| {
        format!(
            "{}: the balance is {kept}, but its lines sum to {summed} (smallest units)",
            names.of(*account)
        )
    });
    let holds = audit.wrong_holds.iter().map(|(account, kept, summed)| {
        format!("{}: {kept} is set aside, but its holds sum to {summed} (smallest units)", names.of(*account))
    });
    let overdrawn = audit.overdrawn.iter().map(|account| {
        format!("{}: the balance without what is set aside is below the credit limit", names.of(*account))
    });
    let foreign = audit.foreign.iter().map(|EntryId(id)| {
        format!("line {id}: it touches an account that is not there or is kept in another currency")
    });
    let undone = audit
        .undone_twice
        .iter()
        .map(|EntryId(id)| format!("line {id}: it undoes a line that was undone before"));
    wrong.chain(holds).chain(overdrawn).chain(foreign).chain(undone).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_is_told_with_the_account_or_line() {
        let audit = Audit {
            entries: 4,
            wrong_balances: vec![(AccountId(1), 10, 9)],
            wrong_holds: vec![(AccountId(5), 7, 0)],
            overdrawn: vec![AccountId(2)],
            foreign: vec![EntryId(30)],
            undone_twice: vec![EntryId(40)],
        };
        let told = findings(&audit, &Names(vec![(AccountId(1), "ALPHA".into())]));
        let begins: Vec<&str> = told.iter().filter_map(|finding| finding.split(':').next()).collect();
        assert_eq!(begins, ["ALPHA", "account 5", "account 2", "line 30", "line 40"]);
        assert!(told[0].contains("10") && told[0].contains(" 9 "));
    }
}
