//! `DeleteRegistrar`, `DeleteUser`: closes an account below the account. It has to be empty.

use engine::ops::subaccount::Close;

use crate::account_name::{needed, with_login};
use crate::answer::{Ended, Reply};
use crate::call::Call;
use crate::params::Params;

pub(in crate::commands) async fn run(call: &Call<'_>, mut params: Params) -> Ended {
    let login = needed(&mut params);
    let login = params.finish(login)?;
    let done = call.command(Close { account: with_login(&login) }).await?;
    Ok(Reply::about(done, "registrar", login))
}
