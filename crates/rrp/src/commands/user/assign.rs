//! `AssignUser`: puts an account below the account under another one of them, or directly under the account.

use engine::Field;
use engine::ops::subaccount::Assign;

use crate::account_name::{login_name, with_login};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let login = params.required("SUBUSER", Field::Subaccount);
    let above = params.required("USER", Field::Subaccount);
    let (login, above) = params.finish(login.zip(above))?;
    let login = login_name(&login);
    let assign = Assign { account: with_login(&login), above: with_login(&above) };
    call.command(assign).await.map(|done| Reply::about(done, "registrar", login))
}
