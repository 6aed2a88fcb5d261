//! `chancery account terms`.

use anyhow::{Context, Result};
use engine::model::{Account, Clid, Currency, Money, Vat};
use engine::ops::account::SetTerms;

use super::{clid, find, sum};
use crate::chores::DataArgs;
use crate::say;

/// Which account, and on what terms it buys. What is not named stays; with nothing named, the terms are only shown.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The account's identifier.
    #[arg(value_parser = clid)]
    clid: Clid,
    /// How far its balance may fall below zero, such as 500.00.
    #[arg(long, value_name = "SUM")]
    credit_limit: Option<String>,
    /// The price list that goes before the prices of zones which have one of this name.
    #[arg(long, value_name = "NAME")]
    price_list: Option<String>,
    /// Let it buy at the zones' own prices.
    #[arg(long, conflicts_with = "price_list")]
    no_price_list: bool,
    /// Value added tax on every price, in per cent, such as 21 or 5.5.
    #[arg(long, value_name = "PERCENT", value_parser = vat)]
    vat: Option<Vat>,
    /// Warn it when less than this is left, such as 50.00; 0 means never.
    #[arg(long, value_name = "SUM")]
    warn_below: Option<String>,
    /// Warn it when less than a fifth of its credit limit is left.
    #[arg(long, conflicts_with = "warn_below")]
    warn_by_default: bool,
    /// How many DNS zones it may have.
    #[arg(long, value_name = "NUMBER")]
    dns_zones: Option<u32>,
    /// How many rows each of its DNS zones may have.
    #[arg(long, value_name = "NUMBER")]
    dns_rows: Option<u32>,
    /// Let it have as much of the DNS as the configuration says.
    #[arg(long, conflicts_with_all = ["dns_zones", "dns_rows"])]
    dns_by_default: bool,
}

/// Sets the terms, and shows them.
///
/// # Errors
/// There is no such account, or a sum is none.
pub(crate) fn run(args: &Args, data: &DataArgs) -> Result<()> {
    let account = if args.names_nothing() {
        data.read(|installation| Ok(find(&installation.operator(), &args.clid)?.account))?
    } else {
        data.change(|operator| {
            let currency = find(operator, &args.clid)?.account.currency;
            operator.command(args.change(currency)?)?;
            Ok(find(operator, &args.clid)?.account)
        })?
    };
    say::line(&shown(&account));
    Ok(())
}

impl Args {
    fn names_nothing(&self) -> bool {
        let given = [&self.credit_limit, &self.price_list, &self.warn_below];
        let numbers = self.dns_zones.is_some() || self.dns_rows.is_some();
        let named = given.iter().any(|value| value.is_some()) || self.vat.is_some() || numbers;
        !(named || self.no_price_list || self.warn_by_default || self.dns_by_default)
    }

    fn change(&self, currency: Currency) -> Result<SetTerms> {
        let limited = |text: &String| {
            u32::try_from(sum(text, currency)?).with_context(|| format!("{text} is too much for that"))
        };
        let price_list = self.price_list.clone().map(Some);
        let warning = self.warn_below.as_ref().map(limited).transpose()?.map(Some);
        Ok(SetTerms {
            clid: self.clid.clone(),
            credit_limit: self.credit_limit.as_ref().map(limited).transpose()?,
            price_list: price_list.or_else(|| self.no_price_list.then_some(None)),
            vat: self.vat,
            credit_warning: warning.or_else(|| self.warn_by_default.then_some(None)),
            dns_zones: self.dns_zones.map(Some).or_else(|| self.dns_by_default.then_some(None)),
            dns_rows: self.dns_rows.map(Some).or_else(|| self.dns_by_default.then_some(None)),
        })
    }
}

/// The terms in words.
fn shown(account: &Account) -> String {
    let (terms, code) = (&account.terms, account.currency.code());
    let money = |minor| format!("{} {code}", Money::new(minor, account.currency));
    let list = terms.price_list.as_deref().unwrap_or("the zones' own prices");
    let warning = match terms.credit_warning {
        Some(0) => "never".to_owned(),
        Some(minor) => format!("below {}", money(minor)),
        None => "below a fifth of the credit limit".to_owned(),
    };
    let most =
        |number: Option<u32>| number.map_or_else(|| "the default".to_owned(), |number| number.to_string());
    format!(
        "{}\n    credit limit  {}\n    price list    {list}\n    VAT           {}\n    warned        {warning}\n    \
         DNS           at most {} zones, {} rows each",
        account.clid,
        money(account.credit_limit),
        terms.vat,
        most(terms.dns.zones),
        most(terms.dns.rows)
    )
}

fn vat(text: &str) -> Result<Vat, String> {
    Vat::parse(text).ok_or_else(|| "write a percentage up to 100 with at most two decimals".to_owned())
}
