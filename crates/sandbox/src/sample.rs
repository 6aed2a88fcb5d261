//! What an account of a sandbox has unless it is told otherwise.

use engine::Refusal;
use engine::model::{Clid, Country, Line, Party, VatNumber};

/// For whom the invoices of an account are made: somebody who is known to the tax office, so that every setting of the
/// account's tax fits.
///
/// # Errors
/// Never, as an identifier fits into a line.
pub fn sample_party(clid: &Clid) -> Result<Party, Refusal> {
    let line = |text: &str| Line::parse(text, 255);
    Ok(Party {
        name: line(&format!("Sandbox account {clid}"))?,
        street: vec![line("1 Sandy Lane")?],
        city: line("Praha")?,
        postal_code: Some(line("11000")?),
        country: Country::parse("CZ")?,
        company_number: Some(line("12345678")?),
        tax_number: VatNumber::parse("CZ12345678"),
    })
}
