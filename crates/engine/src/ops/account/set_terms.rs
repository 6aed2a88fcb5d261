use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{Clid, Vat},
};

/// Says on what terms an account buys. What is not named stays.
///
/// Changes: the account; sessions that are open keep the price list and the tax they logged in with, while the credit
/// limit and the warning hold at once. A limit may be set below what the account owes: then it can spend nothing until
/// it has paid. Bills and notifies nothing. Checks whether the account exists.
#[derive(Clone, Debug)]
pub struct SetTerms {
    /// Which account.
    pub clid: Clid,
    /// How far its balance may fall below zero, in the currency's smallest unit.
    pub credit_limit: Option<u32>,
    /// Which price list goes before the zones' prices; `Some(None)` means none.
    pub price_list: Option<Option<String>>,
    /// The rate of tax.
    pub vat: Option<Vat>,
    /// Below how much left it is warned, in the currency's smallest unit; zero means never, `Some(None)` means a fifth
    /// of the credit limit.
    pub credit_warning: Option<Option<u32>>,
    /// How many DNS zones it may have; `Some(None)` means as many as the house rules say. What it has already stays.
    pub dns_zones: Option<Option<u32>>,
    /// How many rows each of them may have; `Some(None)` means as many as the house rules say.
    pub dns_rows: Option<Option<u32>>,
}

impl Operation for SetTerms {
    type Answer = ();
    const NAME: Name = Name::AccountTerms;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountUpdated, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Command for SetTerms {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let mut account = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?;
        account.credit_limit = self.credit_limit.map_or(account.credit_limit, i64::from);
        let terms = &mut account.terms;
        if let Some(list) = &self.price_list {
            terms.price_list.clone_from(list);
        }
        terms.vat = self.vat.unwrap_or(terms.vat);
        if let Some(warning) = self.credit_warning {
            terms.credit_warning = warning.map(i64::from);
        }
        terms.dns.zones = self.dns_zones.unwrap_or(terms.dns.zones);
        terms.dns.rows = self.dns_rows.unwrap_or(terms.dns.rows);
        cx.store.update_account(&account)?;
        Ok(Done::new(Outcome::AccountUpdated, ()))
    }
}
