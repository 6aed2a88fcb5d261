//! `chancery ledger`: the books.

use std::process::ExitCode;
use std::sync::mpsc::{SyncSender, sync_channel};

use anyhow::{Context, Result};
use clap::Subcommand;
use engine::model::{AccountId, EntryId, OperationId, Owed};
use engine::ops::account::List;
use engine::ops::ledger::{ListOwed, Repay};
use engine::ports::store::{Audit, QueryJob, Result as StoreResult, Snapshot};

use crate::chores::DataArgs;
use crate::installation::Installation;
use crate::operator::Operator;
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
    /// List the payments that have to be given back and could not be yet. Also while the server runs.
    Owed,
    /// Give back a payment that is owed.
    Repay {
        /// The transaction id of the payment, as `owed` tells it.
        #[arg(value_parser = operation)]
        trid: OperationId,
    },
}

/// Does it. The exit code is 1 if something is wrong.
///
/// # Errors
/// There is no data, or it cannot be read.
pub(crate) fn run(args: &Args) -> Result<ExitCode> {
    match args.action {
        Action::Verify => verify(&args.data),
        Action::Owed => owed(&args.data),
        Action::Repay { trid } => repay(trid, &args.data),
    }
}

fn owed(data: &DataArgs) -> Result<ExitCode> {
    let (owed, names) = data.read(|installation| {
        let operator = installation.operator();
        Ok((operator.query(ListOwed)?, Names::read(&operator)?))
    })?;
    if owed.is_empty() {
        say::line("Nothing is owed.");
    }
    owed.iter().for_each(|owed| say::line(&owing(owed, &names)));
    Ok(ExitCode::SUCCESS)
}

fn repay(operation: OperationId, data: &DataArgs) -> Result<ExitCode> {
    let (owed, names) =
        data.change(|operator| Ok((operator.command(Repay { operation })?, Names::read(operator)?)))?;
    say::line(&format!("Given back: {}", owing(&owed, &names)));
    Ok(ExitCode::SUCCESS)
}

fn owing(owed: &Owed, names: &Names) -> String {
    let Owed { operation, account, amount, name, since, .. } = owed;
    format!("{operation}  {}  {amount} {}  {name}  since {since}", names.of(*account), amount.currency)
}

fn operation(text: &str) -> Result<OperationId, String> {
    OperationId::parse(text).ok_or_else(|| "write it as `chancery ledger owed` does: CHY-...".to_owned())
}

fn verify(data: &DataArgs) -> Result<ExitCode> {
    let (audit, accounts) =
        data.read(|installation| Ok((audit(installation)?, Names::read(&installation.operator())?)))?;
    if audit.is_clean() {
        say::line(&format!("The ledger is right: {} lines, {} accounts.", audit.entries, accounts.0.len()));
        return Ok(ExitCode::SUCCESS);
    }
    say::line(&format!("The ledger is WRONG ({} lines read):", audit.entries));
    findings(&audit, &accounts).iter().for_each(|finding| say::line(&format!("  {finding}")));
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
    fn read(operator: &Operator) -> Result<Self> {
        let lines = operator.query(List)?;
        Ok(Self(lines.into_iter().map(|line| (line.account.id, line.account.clid.to_string())).collect()))
    }

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
    let invoices = audit.wrong_invoices.iter().map(|(account, number)| {
        format!("{}: invoice {number} is not what its lines sum to", names.of(*account))
    });
    let uninvoiced = audit.uninvoiced.iter().map(|EntryId(id)| format!("line {id}: it stands on no invoice"));
    let lines = foreign.chain(undone).chain(uninvoiced);
    wrong.chain(holds).chain(overdrawn).chain(invoices).chain(lines).collect()
}

#[cfg(test)]
mod tests {
    use engine::model::InvoiceNumber;

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
            wrong_invoices: vec![(AccountId(6), InvoiceNumber::from_store(2_027_000_000_001))],
            uninvoiced: vec![EntryId(50)],
        };
        let told = findings(&audit, &Names(vec![(AccountId(1), "ALPHA".into())]));
        let begins: Vec<&str> = told.iter().filter_map(|finding| finding.split(':').next()).collect();
        assert_eq!(begins, ["ALPHA", "account 5", "account 2", "account 6", "line 30", "line 40", "line 50"]);
        assert!(told[0].contains("10") && told[0].contains(" 9 "));
    }
}
