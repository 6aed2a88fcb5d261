//! `GetSubAccounts`: the accounts below the account.

use engine::Field;
use engine::model::{Realm, Window};
use engine::ops::account::AccountLine;
use engine::ops::subaccount::List;

use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::commands::domain::number;
use crate::fields::Fields;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let start = params.read("StartPosition", Field::ListPlace, number).unwrap_or(1).max(1);
    params.finish(Some(()))?;
    let window = Window { first: u64::from(start) - 1, limit: MOST };
    let done = call.query(List { above: None, login: None, window }).await?;
    Ok(Reply::of(done, |page| {
        let rows = page.rows.iter().zip(1..);
        let rows =
            rows.fold(Fields::new(), |fields, (line, place)| fields.row("SubAccount", place, cells(line)));
        Fields::new().group("SubAccounts", rows.one("Count", page.total.to_string()))
    }))
}

fn cells(line: &AccountLine) -> Vec<(&'static str, String)> {
    let own = line.credentials.iter().find(|one| one.realm == Realm::Enom && one.role.is_none());
    vec![
        ("LoginID", own.map(|credential| credential.login.clone()).unwrap_or_default()),
        ("Account", line.account.clid.to_string()),
        ("PartyID", line.account.clid.to_string()),
        ("Balance", line.balance.to_string()),
        ("AvailableBalance", line.standing.left().to_string()),
    ]
}

/// Accounts that are told at once.
const MOST: u32 = 250;
