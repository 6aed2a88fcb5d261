//! Invoices for what is paid, and for what is given back.

use crate::{
    Fault, Writing,
    model::{AccountId, Book, Entry, EntryKind, Fee, Hold, InvoiceDraft, Money, PartyId},
    ports::Port,
};

/// The invoice for a bill that is paid now. What was set aside before there were invoices is made out to whom the
/// account names now; `None` if that is nobody.
///
/// # Errors
/// A fault of the store, or the trouble that was ordered for this call.
pub(super) fn of(cx: &Writing<'_>, bill: &Hold) -> Result<Option<InvoiceDraft>, Fault> {
    let Some(party) = party_of(cx, bill)? else { return Ok(None) };
    cx.reach(Port::Invoices)?;
    Ok(Some(InvoiceDraft {
        account: bill.account,
        party,
        operation: cx.operation,
        at: cx.now,
        kind: bill.kind,
        fee: bill.fee,
        object: bill.object,
        years: bill.years,
        corrects: None,
    }))
}

fn party_of(cx: &Writing<'_>, bill: &Hold) -> Result<Option<PartyId>, Fault> {
    if bill.party.is_some() {
        return Ok(bill.party);
    }
    let account = cx.store.account(bill.account)?;
    Ok(account.and_then(|account| account.billing.party))
}

/// The invoice that takes one back whose lines these are, all of them; `None` if they stand on none.
///
/// # Errors
/// A fault of the store.
pub(super) fn correction(
    cx: &Writing<'_>,
    payer: AccountId,
    lines: &[Entry],
) -> Result<Option<InvoiceDraft>, Fault> {
    let Some(number) = lines.first().and_then(|line| line.invoice) else { return Ok(None) };
    let missing = || Fault::internal(format!("invoice {number} of account {} is missing", payer.0));
    let invoice = cx.store.invoice(payer, number)?.ok_or_else(missing)?;
    Ok(Some(InvoiceDraft {
        operation: cx.operation,
        at: cx.now,
        kind: EntryKind::Refund,
        fee: negative(lines, invoice.draft.fee),
        corrects: Some(number),
        ..invoice.draft
    }))
}

/// What the lines sum to, as it is given back. They are in the invoice's currency.
fn negative(lines: &[Entry], fee: Fee) -> Fee {
    let sum = |book| {
        let amounts = lines.iter().filter(|line| line.to == book).map(|line| line.amount.minor);
        Money::new(-amounts.sum::<i64>(), fee.net.currency)
    };
    Fee { net: sum(Book::Revenue), tax: sum(Book::Tax) }
}
