//! `chancery account statement`.

use anyhow::Result;
use engine::model::{AccountId, Book, Clid, Date, EntryId, Instant, Money, StatementLine};
use engine::ops::account::{Statement, StatementPage};
use serde_json::{Value, json};

use super::{clid, find};
use crate::chores::DataArgs;
use crate::operator::Operator;
use crate::say;

/// Of which account, and of what time.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// From this day or moment on, such as 2027-01-01 or 2027-01-01T12:00:00Z. Times are UTC.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    from: Option<Instant>,
    /// Before this day or moment.
    #[arg(long, value_name = "TIME", value_parser = moment)]
    to: Option<Instant>,
    /// Begin with the line that was booked last.
    #[arg(long)]
    newest_first: bool,
    /// Answer in JSON, for programs.
    #[arg(long)]
    json: bool,
}

/// Tells what happened to the account's credit.
///
/// # Errors
/// There is no such account, or the data cannot be read.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let (account, page) = data.read(|installation| {
        let operator = installation.operator();
        Ok((find(&operator, &args.clid)?.account.id, whole(args, &operator)?))
    })?;
    if args.json {
        say::line(&serde_json::to_string_pretty(&for_programs(account, &page))?);
    } else {
        say::line(&for_people(args, account, &page));
    }
    Ok(())
}

/// All pages as one.
fn whole(args: &Args, operator: &Operator) -> Result<StatementPage> {
    let ask = |after: Option<EntryId>| Statement {
        clid: args.clid.clone(),
        from: args.from,
        until: args.to,
        newest_first: args.newest_first,
        after,
        most: PAGE,
    };
    let mut whole = operator.query(ask(None))?;
    while let Some(after) = whole.next {
        let page = operator.query(ask(Some(after)))?;
        whole.lines.extend(page.lines);
        whole.next = page.next;
    }
    Ok(whole)
}

fn for_people(args: &Args, account: AccountId, page: &StatementPage) -> String {
    let row = |title: &str, money: Money| {
        format!("{title:<24}  {:<11} {:>14} {}", "", money.to_string(), money.currency.code())
    };
    let (opening, closing) = (row("opening balance", page.opening), row("closing balance", page.closing));
    let (first, last) = if args.newest_first { (closing, opening) } else { (opening, closing) };
    let mut rows = vec![first];
    rows.extend(page.lines.iter().map(|line| line_for_people(account, line)));
    rows.push(last);
    if page.standing.held > 0 {
        rows.push(row("set aside now", Money::new(page.standing.held, page.opening.currency)));
    }
    rows.join("\n")
}

fn line_for_people(account: AccountId, line: &StatementLine) -> String {
    let StatementLine { entry, name } = line;
    let effect = Money::new(entry.effect_on(account), entry.amount.currency).to_string();
    let years = (entry.years > 0).then(|| format!("{} y", entry.years));
    let what = [name.clone(), years, is_tax(line).then(|| "VAT".to_owned())];
    let what = what.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}  {:<11} {effect:>14}      {what}", entry.at, entry.kind.name()).trim_end().to_owned()
}

fn is_tax(line: &StatementLine) -> bool {
    [line.entry.from, line.entry.to].contains(&Book::Tax)
}

fn for_programs(account: AccountId, page: &StatementPage) -> Value {
    let lines = page.lines.iter().map(|line| {
        let entry = &line.entry;
        json!({
            "id": entry.id.0,
            "at": entry.at.to_string(),
            "operation": entry.operation.to_string(),
            "kind": entry.kind.name(),
            "amount": Money::new(entry.effect_on(account), entry.amount.currency).to_string(),
            "tax": is_tax(line),
            "object": line.name,
            "years": entry.years,
            "undoes": entry.reverses.map(|id| id.0),
        })
    });
    json!({
        "currency": page.opening.currency.code(),
        "opening": page.opening.to_string(),
        "closing": page.closing.to_string(),
        "held_now": Money::new(page.standing.held, page.opening.currency).to_string(),
        "left_now": page.standing.left().to_string(),
        "lines": lines.collect::<Vec<_>>(),
    })
}

fn moment(text: &str) -> Result<Instant, String> {
    let day = || Date::parse(text).map(Date::midnight);
    Instant::parse(text).or_else(|_| day()).map_err(|_| "write a day or a moment: 2027-01-01".to_owned())
}

/// Lines asked for at once.
const PAGE: u32 = 1_000;
