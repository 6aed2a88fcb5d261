//! `QueryAccountingList`: what was booked on an account, line by line, with sums. A price and its tax are a line each.

use engine::model::{Book, EntryKind, Money, StatementLine};
use engine::ops::account::{Bookings, BookingsPage};
use engine::{Field, Outcome, Refusal};

use crate::account_name;
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::columns::Columns;
use crate::page::{Page, newest_first, own_alone};
use crate::params::Params;
use crate::times::{self, moment};

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    own_alone(&mut params);
    let page = Page::read(&mut params);
    let is_wide = params.flag("WIDE").unwrap_or(true);
    let taxes = !params.flag("NOSUM").unwrap_or(false);
    let bookings = Bookings {
        account: account_name::named(&mut params),
        from: params.read("MINDATE", Field::FirstDay, times::from),
        until: params.read("MAXDATE", Field::LastDay, times::until),
        newest_first: newest_first(&mut params, ORDERS),
        taxes,
        window: page.window(),
    };
    let bookings = params.finish(Some(bookings))?;
    let done = call.query(bookings).await?;
    Ok(Reply::of(done, |found| {
        let columns = sums(lines(&found, is_wide), &found);
        page.scalars(columns, found.page.rows.len(), found.page.total)
    }))
}

fn lines(found: &BookingsPage, is_wide: bool) -> Columns {
    let (rows, currency) = (&found.page.rows, found.opening.currency);
    let effect = |line: &StatementLine| Money::new(line.entry.effect_on(found.account), currency);
    let zero = || Money::new(0, currency).to_string();
    let columns = Columns::new()
        .each("accounting date", rows, |line| moment(line.entry.at))
        .each("accounting type", rows, |line| word(line.entry.kind).to_owned())
        .each("accounting description", rows, |line| line.name.clone().unwrap_or_default())
        .each("accounting amount", rows, |line| line.entry.years.max(1).to_string())
        .each("accounting price", rows, |line| if is_tax(line) { zero() } else { effect(line).to_string() })
        .each(
            "accounting vat price",
            rows,
            |line| if is_tax(line) { effect(line).to_string() } else { zero() },
        )
        .each("accounting currency", rows, |_| currency.code().to_owned());
    if !is_wide {
        return columns;
    }
    columns
        .each("accounting id", rows, |line| line.entry.id.0.to_string())
        .each("accounting invoice id", rows, |line| {
            line.entry.invoice.map(|number| number.to_string()).unwrap_or_default()
        })
        .each("accounting reference", rows, |line| line.entry.operation.to_string())
}

/// The sums of price and tax are only told where somebody waits for them: they may cost a walk over everything.
fn sums(columns: Columns, found: &BookingsPage) -> Columns {
    let Some(taxes) = found.taxes else { return columns };
    let currency = found.opening.currency;
    let told = |minor: i64| Money::new(minor, currency).to_string();
    let (opening, sum) = (found.opening.minor, found.opening.minor.saturating_add(found.sum.minor));
    let (opening_tax, tax) = (taxes.opening.minor, taxes.opening.minor.saturating_add(taxes.sum.minor));
    columns
        .one("opening balance", told(opening))
        .one("opening balance price", told(opening.saturating_sub(opening_tax)))
        .one("opening balance vat price", told(opening_tax))
        .one("sum", told(sum))
        .one("sum price", told(sum.saturating_sub(tax)))
        .one("sum vat price", told(tax))
}

fn is_tax(line: &StatementLine) -> bool {
    line.entry.from == Book::Tax || line.entry.to == Book::Tax
}

/// What a line is for, in the words of these protocols.
pub(super) const fn word(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Deposit => "PAYMENT",
        EntryKind::Move => "SUBUSER_PAYMENT",
        EntryKind::Create => "ADD_DOMAIN",
        EntryKind::Renew => "RENEW_DOMAIN",
        EntryKind::AutoRenew => "AUTORENEW_DOMAIN",
        EntryKind::Transfer => "TRANSFER_DOMAIN",
        EntryKind::Restore => "RESTORE_DOMAIN",
        EntryKind::Trade => "TRADE_DOMAIN",
        EntryKind::Mailspace => "ADD_MAILSPACE",
        EntryKind::MailspaceRenew => "RENEW_MAILSPACE",
        EntryKind::Certify => "ADD_CERTIFICATE",
        EntryKind::CertifyRenew => "RENEW_CERTIFICATE",
        EntryKind::Privacy => "ADD_PRIVACY",
        EntryKind::PrivacyRenew => "RENEW_PRIVACY",
        EntryKind::Protect => "ADD_PROTECTION",
        EntryKind::ProtectRenew => "RENEW_PROTECTION",
        EntryKind::ProtectChange => "MODIFY_PROTECTION",
        EntryKind::Refund => "REFUND",
    }
}

/// Reads what a line is for.
pub(super) fn kind_of(params: &mut Params, name: &'static str) -> Option<EntryKind> {
    let text = params.text(name)?;
    let found = EntryKind::ALL.into_iter().find(|kind| word(*kind).eq_ignore_ascii_case(&text));
    if found.is_none() {
        let choices = EntryKind::ALL.map(word).join(", ");
        let refusal = Refusal::new(Outcome::ChoiceUnknown).value(text).fact("choices", choices);
        params.add(refusal.fact("parameter", name.to_ascii_lowercase()));
    }
    found
}

/// Lists are sorted by age alone.
const ORDERS: &[(&str, bool)] = &[
    ("ACCOUNTINGID", false),
    ("ACCOUNTINGDATE", false),
    ("ACCOUNTINGDATEDESC", true),
    ("ACCOUNTINGDATEONLY", false),
    ("ACCOUNTINGDATEONLYDESC", true),
];
