//! `chancery account billing`.

use anyhow::{Context, Result};
use engine::model::{Clid, CreditState, CustomerId, Line, Party, VatNumber};
use engine::ops::account::{BillingView, FindBilling, SetBilling};

use super::clid;
use super::party::PartyArgs;
use crate::chores::DataArgs;
use crate::operator::Operator;
use crate::say;

/// Which account, and how it is billed. What is not named stays, but the party is set as a whole; with nothing named, it is
/// only shown.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// The person or company for whom invoices are made.
    #[arg(long)]
    name: Option<String>,
    #[command(flatten)]
    party: PartyArgs,
    /// Name nobody: the account can buy nothing.
    #[arg(long, conflicts_with = "name")]
    nobody: bool,
    /// Whether its credit can be spent: active, locked or inactive.
    #[arg(long, value_name = "STATE", value_parser = credit)]
    credit: Option<CreditState>,
    /// Whether the customer accounts for the tax, so that none is charged.
    #[arg(long, value_name = "YES")]
    reverse_charge: Option<bool>,
    /// Its customer number at the protecting network.
    #[arg(long, value_name = "NUMBER")]
    customer: Option<i64>,
    /// It is no customer of the protecting network.
    #[arg(long, conflicts_with = "customer")]
    no_customer: bool,
}

/// Sets it, and shows it.
///
/// # Errors
/// There is no such account, or something of it makes no sense.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let change = args.change()?;
    let view = match change {
        None => data.read(|installation| look(&installation.operator(), args))?,
        Some(change) => data.change(|operator| {
            operator.command(change)?;
            look(operator, args)
        })?,
    };
    say::line(&shown(&args.clid, &view));
    Ok(())
}

fn look(operator: &Operator, args: &Args) -> Result<BillingView> {
    operator.query(FindBilling { clid: args.clid.clone() })
}

impl Args {
    /// What is to be changed, if anything.
    fn change(&self) -> Result<Option<SetBilling>> {
        let named = self.party.is_given() || self.name.is_some();
        let party = named.then(|| self.named()).transpose()?.map(Some);
        let customer = self.customer.map(|number| Some(CustomerId(number)));
        let change = SetBilling {
            clid: self.clid.clone(),
            party: party.or_else(|| self.nobody.then_some(None)),
            credit: self.credit,
            reverse_charge: self.reverse_charge,
            customer: customer.or_else(|| self.no_customer.then_some(None)),
        };
        let changes = change.party.is_some()
            || change.credit.is_some()
            || change.reverse_charge.is_some()
            || change.customer.is_some();
        Ok(changes.then_some(change))
    }

    fn named(&self) -> Result<Party> {
        let name = self.name.as_deref().context("whom are the invoices for? Give --name")?;
        self.party.party(name)
    }
}

fn shown(clid: &Clid, view: &BillingView) -> String {
    let BillingView { billing, party } = view;
    let rows = [
        ("invoices for", party.as_ref().map_or_else(|| "nobody".to_owned(), address)),
        ("credit", billing.credit.name().to_owned()),
        ("tax", if billing.reverse_charge { "reverse charge".to_owned() } else { "by its terms".to_owned() }),
        ("customer", billing.customer.map_or_else(|| "none".to_owned(), |customer| customer.to_string())),
    ];
    let rows = rows.map(|(name, value)| format!("\n    {name:<13} {value}"));
    format!("{clid}{}", rows.concat())
}

/// A party on one line.
fn address(party: &Party) -> String {
    let numbers = [
        party.company_number.as_ref().map(|number| format!("company number {}", number.as_str())),
        party.tax_number.as_ref().map(|number: &VatNumber| format!("tax number {}", number.as_str())),
    ];
    let lines = [&party.name].into_iter().chain(&party.street).chain(&party.postal_code).chain([&party.city]);
    let lines = lines.map(|line: &Line| line.as_str().to_owned());
    let all = lines.chain([party.country.as_str().to_owned()]).chain(numbers.into_iter().flatten());
    all.collect::<Vec<_>>().join(", ")
}

fn credit(text: &str) -> Result<CreditState, String> {
    let names = || CreditState::ALL.map(CreditState::name).join(", ");
    CreditState::parse(text).ok_or_else(|| format!("not one of {}", names()))
}
