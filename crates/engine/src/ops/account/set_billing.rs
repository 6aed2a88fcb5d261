use outcomes::{Field, Operation as Name, Outcome};

use crate::{
    Command, Done, Failure, Operation, Refusal, Writing,
    model::{AccountId, Clid, CreditState, CustomerId, Party, PartyId},
};

/// Says how an account is billed, and for whom its invoices are made. What is not named stays.
///
/// Changes: the account; it holds at once, also for sessions that are open. Invoices that were made stay as they are.
/// Settings that do not fit each other are taken: they are looked at when something is paid for. Bills and notifies
/// nothing. Checks whether the account exists.
#[derive(Clone, Debug)]
pub struct SetBilling {
    /// Which account.
    pub clid: Clid,
    /// For whom its invoices are made; `Some(None)` means nobody, so that it can buy nothing.
    pub party: Option<Option<Party>>,
    /// Whether its credit can be spent.
    pub credit: Option<CreditState>,
    /// Whether the customer accounts for the tax.
    pub reverse_charge: Option<bool>,
    /// Which customer of the protecting network it is; `Some(None)` means none.
    pub customer: Option<Option<CustomerId>>,
}

impl SetBilling {
    /// A change of nothing.
    pub const fn of(clid: Clid) -> Self {
        Self { clid, party: None, credit: None, reverse_charge: None, customer: None }
    }
}

impl Operation for SetBilling {
    type Answer = ();
    const NAME: Name = Name::AccountBilling;
    const OUTCOMES: &'static [Outcome] = &[Outcome::AccountUpdated, Outcome::AccountUnknown];

    fn object(&self) -> &str {
        self.clid.as_str()
    }
}

impl Command for SetBilling {
    fn run(&self, cx: &mut Writing<'_>) -> Result<Done<()>, Failure> {
        let unknown = || Refusal::new(Outcome::AccountUnknown).at(Field::AccountId).value(&self.clid);
        let mut account = cx.store.account_by_clid(&self.clid)?.ok_or_else(unknown)?;
        if let Some(party) = &self.party {
            account.billing.party = party.as_ref().map(|party| enter(cx, account.id, party)).transpose()?;
        }
        let billing = &mut account.billing;
        billing.credit = self.credit.unwrap_or(billing.credit);
        billing.reverse_charge = self.reverse_charge.unwrap_or(billing.reverse_charge);
        billing.customer = self.customer.unwrap_or(billing.customer);
        cx.store.update_account(&account)?;
        Ok(Done::new(Outcome::AccountUpdated, ()))
    }
}

fn enter(cx: &Writing<'_>, account: AccountId, party: &Party) -> Result<PartyId, Failure> {
    let id = PartyId(cx.new_id());
    cx.store.insert_party(id, account, party)?;
    Ok(id)
}
